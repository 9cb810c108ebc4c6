package when

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"os"
	"path/filepath"
	"testing"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/segment"
)

// shared opens a file of the shared data, or skips the test when it is absent.
func shared(t *testing.T, name string) *os.File {
	t.Helper()
	root := os.Getenv("NUTGRAF_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(root, "data", filepath.FromSlash(name)))
	if err != nil {
		if os.Getenv("CI") != "" && os.Getenv("NUTGRAF_SHARED") != "" {
			t.Fatalf("missing shared data: %s", name)
		}
		t.Skipf("missing shared data: %s", name)
	}
	return f
}

type dated struct {
	ID, Text, Date, Title string
}

// sample reads every nth dated article of the stream, by a hash of its id.
func sample(t *testing.T, n uint64, part uint64) []dated {
	t.Helper()
	file := shared(t, "stories/allsides_stream.jsonl.gz")
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	var out []dated
	for sc.Scan() {
		var d dated
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		h := fnv.New64a()
		h.Write([]byte(d.ID))
		if len(d.Date) >= 10 && h.Sum64()>>9%n == part {
			out = append(out, d)
		}
	}
	return out
}

// wrongs are the ways in which the harness makes a right date wrong.
var wrongs = []struct {
	name  string
	shift func(d nutgraf.Day) nutgraf.Day
}{
	{"first of January", func(d nutgraf.Day) nutgraf.Day { y, _, _ := d.Date(); return nutgraf.DayDate(y, 1, 1) }},
	{"first of the month", func(d nutgraf.Day) nutgraf.Day { y, m, _ := d.Date(); return nutgraf.DayDate(y, int(m), 1) }},
	{"a year early", func(d nutgraf.Day) nutgraf.Day { y, m, x := d.Date(); return nutgraf.DayDate(y-1, int(m), x) }},
	{"two years early", func(d nutgraf.Day) nutgraf.Day { y, m, x := d.Date(); return nutgraf.DayDate(y-2, int(m), x) }},
	{"a year late", func(d nutgraf.Day) nutgraf.Day { y, m, x := d.Date(); return nutgraf.DayDate(y+1, int(m), x) }},
	{"five months early", func(d nutgraf.Day) nutgraf.Day { return d - 152 }},
}

// TestWrongPageDates makes the dates of articles wrong by program and counts
// how many are doubted, and how many right ones are.
func TestWrongPageDates(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the whole stream")
	}
	f, split := newFinder(t)
	docs := sample(t, 60, 2)
	alarms, total := 0, 0
	for _, d := range docs {
		total++
		if doubted(t, f, split, d, d.Date[:10]) {
			alarms++
		}
	}
	t.Logf("right dates doubted: %d of %d = %.3f", alarms, total, float64(alarms)/float64(total))
	for _, w := range wrongs {
		caught, n := 0, 0
		var firm, soft [2]int
		for _, d := range docs {
			day, err := nutgraf.ParseDay(d.Date)
			if err != nil {
				continue
			}
			wrong := w.shift(day)
			if wrong > day-20 && wrong < day+20 {
				continue
			}
			n++
			got := doubted(t, f, split, d, wrong.String())
			if got {
				caught++
			}
			hard, easy := tellsOf(f, split, d, day, wrong)
			if hard {
				firm[1]++
				firm[0] += count(got)
			}
			if easy {
				soft[1]++
				soft[0] += count(got)
			}
			if os.Getenv("NUTGRAF_SHOW") == w.name && !got && hard {
				t.Log("not caught: ", d.ID, d.Date)
			}
		}
		t.Logf("%-20s caught %d of %d; of those whose text tells it firmly %d of %d, softly %d of %d", w.name, caught, n, firm[0], firm[1], soft[0], soft[1])
	}
	if float64(alarms) > 0.02*float64(total) {
		t.Errorf("%d of %d right dates are doubted", alarms, total)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func open(t *testing.T, d dated, date string) *nutgraf.Document {
	t.Helper()
	return article(d.Text, date)
}

func doubted(t *testing.T, f *Finder, split *segment.Splitter, d dated, date string) bool {
	doc := open(t, d, date)
	_, p := f.Find(doc, split.Split(doc))
	if p.Doubted && os.Getenv("NUTGRAF_SHOW") == "alarms" && date == d.Date[:10] {
		t.Log(d.ID, date, p.Why)
	}
	return p.Doubted
}

// tellsOf says how well an article's text tells that a wrong date is wrong:
// firm when it names a day with its year that lies after the wrong date and no
// later than the right one, or a day whose weekday is not that of the wrong
// date's year; soft when it names a day without a year that lies shortly before
// the right date and months before the wrong one.
func tellsOf(f *Finder, split *segment.Splitter, d dated, right, wrong nutgraf.Day) (firm, soft bool) {
	doc := open0(d.Text, right)
	f.Find(doc, split.Split(doc))
	w := newWork()
	f.raws(doc, split.Split(doc), w)
	for i := range w.raw {
		x := &w.raw[i]
		if len(x.form) < 10 || x.rule.kind != nutgraf.DateType {
			continue
		}
		from, _, value, ok := calendar.Resolve(x.form, calendar.Before, right)
		if !ok || len(value) != 10 || x.form[5] > '9' {
			continue
		}
		switch {
		case x.form[0] <= '9':
			firm = firm || from > wrong+1 && from <= right+1
		case x.weekday > 0:
			near, _, _, _ := calendar.Resolve(x.form, calendar.Nearest, wrong)
			firm = firm || isoWeekday(near) != x.weekday
		case from >= right-nearDays && from <= right:
			back, _, _, _ := calendar.Resolve(x.form, calendar.Before, wrong)
			soft = soft || wrong-back > farDays
		}
	}
	return firm, soft
}

func open0(text string, day nutgraf.Day) *nutgraf.Document {
	return &nutgraf.Document{Text: text, Published: nutgraf.Published{Value: day.String()}}
}
