package calendar

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"nutgraf"
)

// The anchor of the table is a Tuesday.
var tuesday = nutgraf.DayDate(2020, 5, 5)

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		form, value, from, to string
		toward                int8
	}{
		{"2020-05-04", "2020-05-04", "2020-05-04", "2020-05-04", 0},
		{"2020-02", "2020-02", "2020-02-01", "2020-02-29", 0},
		{"2019", "2019", "2019-01-01", "2019-12-31", 0},
		{"2020-W18", "2020-W18", "2020-04-27", "2020-05-03", 0},
		{"2020-W18-1", "2020-04-27", "2020-04-27", "2020-04-27", 0},
		{"2020-W18-WE", "2020-W18-WE", "2020-05-02", "2020-05-03", 0},
		{"2020-Q2", "2020-Q2", "2020-04-01", "2020-06-30", 0},
		{"2020-H2", "2020-H2", "2020-07-01", "2020-12-31", 0},
		{"2020-SU", "2020-SU", "2020-06-01", "2020-08-31", 0},
		{"2019-WI", "2019-WI", "2019-12-01", "2020-02-29", 0},
		{"199", "199", "1990-01-01", "1999-12-31", 0},
		{"19", "19", "1900-01-01", "1999-12-31", 0},
		{"XXXX-04-24", "2020-04-24", "2020-04-24", "2020-04-24", Before},
		{"XXXX-04-24", "2021-04-24", "2021-04-24", "2021-04-24", After},
		{"XXXX-04-24", "2020-04-24", "2020-04-24", "2020-04-24", Nearest},
		{"XXXX-12-30", "2019-12-30", "2019-12-30", "2019-12-30", Nearest},
		{"XXXX-02-29", "2016-02-29", "2016-02-29", "2016-02-29", -3},
		{"XXXX-05", "2020-05", "2020-05-01", "2020-05-31", Before},
		{"XXXX-05", "2019-05", "2019-05-01", "2019-05-31", StrictlyBefore},
		{"XXXX-XX-24", "2020-04-24", "2020-04-24", "2020-04-24", Before},
		{"XXXX-WXX-1", "2020-05-04", "2020-05-04", "2020-05-04", Before},
		{"XXXX-WXX-2", "2020-05-05", "2020-05-05", "2020-05-05", Before},
		{"XXXX-WXX-2", "2020-04-28", "2020-04-28", "2020-04-28", StrictlyBefore},
		{"XXXX-WXX-2", "2020-05-12", "2020-05-12", "2020-05-12", StrictlyAfter},
		{"XXXX-WXX-1", "2020-05-11", "2020-05-11", "2020-05-11", After},
		{"XXXX-WXX-WE", "2020-W18-WE", "2020-05-02", "2020-05-03", Before},
		{"XXXX-WXX-1TNI", "2020-05-04TNI", "2020-05-04", "2020-05-04", Before},
		{"XXXX-11-W4-4", "2019-11-28", "2019-11-28", "2019-11-28", Before},
		{"XXXX-05-W-1-1", "2020-05-25", "2020-05-25", "2020-05-25", After},
		{"XXXX-11-W1-1+1", "2020-11-03", "2020-11-03", "2020-11-03", After},
		{"XXXX-03-W1", "2020-W10", "2020-03-02", "2020-03-08", Before},
		{"2009-03-W-1", "2009-W13", "2009-03-23", "2009-03-29", 0},
		{"XXXX-EL", "2020-11-03", "2020-11-03", "2020-11-03", Nearest},
		{"XXXX-EL", "2018-11-06", "2018-11-06", "2018-11-06", Before},
		{"2019-EL", "2019-11-05", "2019-11-05", "2019-11-05", 0},
		{"XXXX-EA", "2020-04-12", "2020-04-12", "2020-04-12", Before},
		{"XXXX-EA-2", "2020-04-10", "2020-04-10", "2020-04-10", Before},
		{"XXXX-XX-XXTNI", "2020-05-05TNI", "2020-05-05", "2020-05-05", 0},
		{"P+0D", "2020-05-05", "2020-05-05", "2020-05-05", 0},
		{"P-1DTNI", "2020-05-04TNI", "2020-05-04", "2020-05-04", 0},
		{"P-3W", "2020-W16", "2020-04-13", "2020-04-19", 0},
		{"P-1M", "2020-04", "2020-04-01", "2020-04-30", 0},
		{"P-5M", "2019-12", "2019-12-01", "2019-12-31", 0},
		{"P-1Q", "2020-Q1", "2020-01-01", "2020-03-31", 0},
		{"P-2Q", "2019-Q4", "2019-10-01", "2019-12-31", 0},
		{"P-1Y", "2019", "2019-01-01", "2019-12-31", 0},
		{"P-1.5Y", "2018-11", "2018-11-01", "2018-11-30", 0},
		{"P-1E", "201", "2010-01-01", "2019-12-31", 0},
		{"PT-3H", "2020-05-05", "2020-05-05", "2020-05-05", 0},
		{"P-1Y/XXXX-03", "2019-03", "2019-03-01", "2019-03-31", 0},
		{"P+1W/XXXX-WXX-2", "2020-05-12", "2020-05-12", "2020-05-12", 0},
		{"1984/XXXX-Q3", "1984-Q3", "1984-07-01", "1984-09-30", 0},
		{"P4W", "P4W", "2020-04-07", "2020-05-05", Before},
		{"P4W", "P4W", "2020-05-05", "2020-06-02", After},
		{"P1.5W", "P1.5W", "2020-04-24", "2020-05-05", Before},
		{"P3M", "P3M", "2020-02-05", "2020-05-05", Before},
		{"PRESENT_REF", "PRESENT_REF", "2020-05-05", "2020-05-05", 0},
	} {
		toward := c.toward
		anchor := tuesday
		if toward == -3 {
			toward, anchor = Before, nutgraf.DayDate(2019, 1, 1)
		}
		from, to, value, ok := Resolve(c.form, toward, anchor)
		if !ok || value != c.value || from.String() != c.from || to.String() != c.to {
			t.Errorf("Resolve(%q, %d) = %s..%s %q %v, want %s..%s %q", c.form, toward, from, to, value, ok, c.from, c.to, c.value)
		}
	}
}

func TestUnresolved(t *testing.T) {
	for _, form := range []string{
		"", "P4W", "PXW", "PAST_REF", "FUTURE_REF", "XXXX", "2020-13", "2020-02-30", "2020-W60", "P-W", "P-3",
		"XXXX-99", "XXXX-WXX-9", "P-1Y/P-1Y/XXXX-03", "T10:35", "XXXX-11-W", "XXXX-11-W9-9", "0000",
	} {
		if _, _, value, ok := Resolve(form, Nearest, tuesday); ok || value != form {
			t.Errorf("Resolve(%q) = %q, %v; want it unresolved", form, value, ok)
		}
	}
	if _, _, _, ok := Resolve("XXXX-WXX-1", Before, nutgraf.NoDay); ok {
		t.Error("a weekday was resolved without an anchor")
	}
}

func TestDays(t *testing.T) {
	for form, want := range map[string]float64{"P4W": 28, "P1.5W": 10.5, "PT36H": 1.5, "P1Y": 365.25, "P1WT12H": 7.5} {
		if got, ok := Days(form); !ok || got != want {
			t.Errorf("Days(%q) = %v, %v, want %v", form, got, ok, want)
		}
	}
	for _, form := range []string{"PXW", "P", "P3", "4W", "PT", "P+3D"} {
		if got, ok := Days(form); ok {
			t.Errorf("Days(%q) = %v, want none", form, got)
		}
	}
}

func TestIntervalsAreOrderedAndOnTheirSide(t *testing.T) {
	forms := []string{"XXXX-04-24", "XXXX-04", "XXXX-XX-31", "XXXX-WXX-5", "XXXX-WXX-WE", "XXXX-Q3", "XXXX-WI", "XXXX-EA+1", "XXXX-02-29"}
	rapid.Check(t, func(t *rapid.T) {
		anchor := nutgraf.Day(rapid.IntRange(-20000, 40000).Draw(t, "anchor"))
		form := rapid.SampledFrom(forms).Draw(t, "form")
		toward := rapid.Int8Range(-2, 2).Draw(t, "toward")
		from, to, value, ok := Resolve(form, toward, anchor)
		if !ok {
			t.Fatalf("%s %d from %s is not resolved", form, toward, anchor)
		}
		if from > to || !onSide(span{from: from, to: to}, toward, anchor) {
			t.Fatalf("%s %d from %s = %s..%s", form, toward, anchor, from, to)
		}
		f2, t2, v2, ok := Resolve(value, 0, nutgraf.NoDay)
		if !ok || f2 != from || t2 != to || v2 != value {
			t.Fatalf("value %q reads back as %s..%s %q", value, f2, t2, v2)
		}
	})
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"XXXX-04-24", "P-3W", "2020-W18-WE", "XXXX-11-W-1-1+1", "P1Y6M", "PT-3H", "XXXX-EA-2TNI", "P-1Y/XXXX-03"} {
		f.Add(s, int8(-1), int32(18387))
	}
	f.Fuzz(func(t *testing.T, form string, toward int8, anchor int32) {
		a := nutgraf.Day(anchor % 1_000_000)
		if from, to, _, ok := Resolve(form, toward, a); ok && from > to {
			t.Fatalf("Resolve(%q, %d, %s) = %s..%s", form, toward, a, from, to)
		}
		Days(form)
	})
}

func BenchmarkResolve(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Resolve("XXXX-WXX-1", Before, tuesday)
		Resolve("XXXX-04-24", Before, tuesday)
	}
}

func TestCivilAgreesWithTime(t *testing.T) {
	for d := nutgraf.Day(-800000); d < 400000; d += 13 {
		y, m, x := d.Date()
		if gy, gm, gd := date(d); gy != y || gm != int(m) || gd != x || civil(gy, gm, gd) != d {
			t.Fatalf("date(%d) = %d-%d-%d, want %d-%d-%d", d, gy, gm, gd, y, int(m), x)
		}
		if w := isoWeekday(d); w%7 != int(d.Weekday()) {
			t.Fatalf("isoWeekday(%s) = %d", d, w)
		}
		wy, w := d.Time().ISOWeek()
		if gy, gw := isoWeek(mondayOf(d)); gy != wy || gw != w {
			t.Fatalf("isoWeek(%s) = %d-W%d, want %d-W%d", d, gy, gw, wy, w)
		}
	}
}

// TestHours holds which durations are of one unit, and how long they are.
func TestHours(t *testing.T) {
	for _, tc := range []struct {
		form string
		want float64
		unit string
	}{
		{"P4W", 672, "W"},
		{"P3D", 72, "D"},
		{"PT36H", 36, "TH"},
		{"PT30M", .5, "TM"},
		{"P1Y", 8766, "Y"},
		{"P2.5D", 60, "D"},
		{"P1Y6M", 0, ""},
		{"P1DT2H", 0, ""},
		{"PXW", 0, ""},
		{"P0D", 0, ""},
		{"P", 0, ""},
		{"", 0, ""},
		{"2031", 0, ""},
	} {
		got, unit, ok := Hours(tc.form)
		if math.Abs(got-tc.want) > 1e-9 || unit != tc.unit || ok != (tc.unit != "") {
			t.Errorf("Hours(%q) = %v, %q, %v, want %v, %q", tc.form, got, unit, ok, tc.want, tc.unit)
		}
	}
}
