package extract

import (
	"testing"
	"time"

	"nutgraf"
)

func TestMoments(t *testing.T) {
	for s, want := range map[string]string{
		"2020-05-04T10:11:12.345Z":                 "2020-05-04T10:11:12Z",
		"2020-05-04T10:11:12+0200":                 "2020-05-04T10:11:12+02:00",
		"2020-05-04 10:11":                         "2020-05-04T10:11:00",
		"2020-05-04T10:11:12-05:00":                "2020-05-04T10:11:12-05:00",
		"20200504":                                 "2020-05-04",
		"May 4, 2020 at 5:06 p.m. EDT":             "2020-05-04T17:06:00-04:00",
		"Published Monday, May 4th, 2020":          "2020-05-04",
		"4 May 2020":                               "2020-05-04",
		"4. Mai 2020, 17:06 Uhr":                   "2020-05-04T17:06:00",
		"4 de mayo de 2020":                        "2020-05-04",
		"04.05.2020 - 08:15 Uhr":                   "2020-05-04T08:15:00",
		"2020年5月4日":                                "2020-05-04",
		"2020. 5. 4.":                              "2020-05-04",
		"Mon, 04 May 2020 10:11:12 GMT":            "2020-05-04T10:11:12Z",
		"Mon May 04 2020 10:11:12 GMT+0200 (CEST)": "2020-05-04T10:11:12+02:00",
		"05/04/2020":                               "2020-05-04",
		"1588586400":                               "2020-05-04T10:00:00Z",
		"2020/05/04":                               "2020-05-04",
		"Stars (1 / 1) 06.11.2023 13:30":           "2023-11-06T13:30:00",
		"১৬:২০, ৪ মে ২০২০":                         "2020-05-04",
		"٤ مايو ٢٠٢٠":                              "2020-05-04",
		"4 أيار / مايو 2020":                       "2020-05-04",
		"14 | 05 | 2020":                           "2020-05-14",
		"14.\u00a05.\u00a02020":                    "2020-05-14",
	} {
		m, ok := parseMoment(s, true)
		if !ok || m.String() != want {
			t.Errorf("%s: want %s, got %s", s, want, m)
		}
	}
	for _, s := range []string{"", "May", "2020", "31 February 2020", "call 555 1234", "version 1.2.3", "99/99/9999"} {
		if m, ok := parseMoment(s, true); ok {
			t.Errorf("%q read as %s", s, m)
		}
	}
}

func TestDateCourt(t *testing.T) {
	hear := func(captured string) *court {
		c := &court{seen: map[string]bool{}}
		c.captured, _ = time.Parse(time.DateOnly, captured)
		return c
	}
	for _, x := range []struct {
		name string
		c    *court
		say  func(c *court)
		want string
	}{
		{"stated", hear(""), func(c *court) { c.hear(nutgraf.DateJSONLD, "a", "2020-05-04", 0.9, false) }, "2020-05-04"},
		{"future", hear("2020-05-05"), func(c *court) {
			c.hear(nutgraf.DateJSONLD, "a", "2021-05-04", 0.9, false)
			c.hear(nutgraf.DateURL, "b", "2020-05-03", 0.7, false)
		}, "2020-05-03"},
		{"first of January", hear(""), func(c *court) {
			c.hear(nutgraf.DateMeta, "a", "2020-01-01", 0.9, false)
			c.hear(nutgraf.DateText, "b", "3 May 2020", 0.6, false)
		}, "2020-05-03"},
		{"modified", hear(""), func(c *court) {
			c.hear(nutgraf.DateJSONLD, "a", "2020-06-06", 0.9, true)
			c.hear(nutgraf.DateText, "b", "3 May 2020", 0.6, false)
		}, "2020-05-03"},
		{"swapped", hear(""), func(c *court) {
			c.hear(nutgraf.DateText, "a", "04/05/2020", 0.6, false)
			c.hear(nutgraf.DateURL, "b", "2020-04-05", 0.5, false)
		}, "2020-04-05"},
		{"midnight", hear(""), func(c *court) {
			c.hear(nutgraf.DateMeta, "a", "2020-05-04T22:00:00Z", 0.9, false)
			c.hear(nutgraf.DateText, "b", "5 May 2020", 0.6, false)
		}, "2020-05-05T00:00:00+02:00"},
		{"zone", hear(""), func(c *court) {
			c.hear(nutgraf.DateJSONLD, "a", "2020-05-05T02:41:09Z", 0.9, false)
			c.hear(nutgraf.DateElement, "b", "2020-05-04T22:41:09", 0.6, false)
		}, "2020-05-04T22:41:09-04:00"},
	} {
		x.say(x.c)
		dates, p := x.c.judge()
		if p.Value != x.want {
			t.Errorf("%s: want %s, got %s (%v)", x.name, x.want, p.Value, dates)
		}
		for _, w := range dates {
			if w.Why == "" {
				t.Errorf("%s: no reason for %s", x.name, w.Value)
			}
		}
	}
}

// FuzzMoment holds the reader of written dates to dates that exist.
func FuzzMoment(f *testing.F) {
	for _, s := range []string{"4. Mai 2020, 17:06 Uhr", "২০২০-০৫-০৪", "1588586400", "2020年5月4日 10:11", "(1 / 1) 06.11.23"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, monthFirst bool) {
		if m, ok := parseMoment(s, monthFirst); ok {
			if _, err := time.Parse(time.DateOnly, m.date()); err != nil {
				t.Errorf("%q gives %s", s, m)
			}
		}
		urlDate("https://example.org/" + s)
	})
}

func TestNames(t *testing.T) {
	v := newView(grow([]byte("<p>x")), statement{}, nil)
	for s, want := range map[string]string{
		"By Maeve Tolland":                           "Maeve Tolland",
		"By Maeve Tolland and Oisin Brack":           "Maeve Tolland|Oisin Brack",
		"Von Ida Renfrew, Chefredakteurin":           "Ida Renfrew",
		"Staff":                                      "",
		"Staff Writer":                               "",
		"Maeve Tolland, Political Editor":            "Maeve Tolland",
		"Maeve Tolland Updated 9 March 2021":         "Maeve Tolland",
		"https://example.org/people/maeve":           "",
		"maeve@example.org":                          "",
		"Par Ida Renfrew avec AFP":                   "Ida Renfrew|AFP",
		"Written by: Oisin Brack | 4 May 2020 10:11": "Oisin Brack",
	} {
		got := ""
		for i, n := range v.cleanNames([]string{s}, true) {
			if i > 0 {
				got += "|"
			}
			got += n
		}
		if got != want {
			t.Errorf("%s: want %q, got %q", s, want, got)
		}
	}
}
