package when

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNarrative: what a paragraph tells of a year long past has that year.
func TestNarrative(t *testing.T) {
	for _, c := range []struct {
		name, text, published string
		want                  []seen
	}{
		{"a month behind the one that frames it", "In December 1880 the mill burned. It was sold in January, and in March it reopened.", "2020-05-05", []seen{
			{"December 1880", "1880-12", "1880-12-01/1880-12-31", ""},
			{"January", "1881-01", "1881-01-01/1881-01-31", "text"},
			{"March", "1881-03", "1881-03-01/1881-03-31", "text"},
		}},
		{"a day of the year that opens the paragraph", "In 1944 the mill burned. Its owners met on June 6.", "2020-05-05", []seen{
			{"1944", "1944", "1944-01-01/1944-12-31", ""}, {"June 6", "1944-06-06", "1944-06-06/1944-06-06", "text"},
		}},
		{"the turn of the year is left open", "In 1944 the mill burned. Its owners met in January.", "2020-05-05", []seen{
			{"1944", "1944", "1944-01-01/1944-12-31", ""}, {"January", "XXXX-01", "", ""},
		}},
		{"two verbs of one clause", "Okafor was tried in March 2018 and freed in May.", "2020-05-05", []seen{
			{"March 2018", "2018-03", "2018-03-01/2018-03-31", ""}, {"May", "2018-05", "2018-05-01/2018-05-31", "text"},
		}},
		{"an aside frames nothing", "Okafor, who was tried in March 2009, left the mill in April.", "2020-05-05", []seen{
			{"March 2009", "2009-03", "2009-03-01/2009-03-31", ""}, {"April", "2020-04", "2020-04-01/2020-04-30", "publication"},
		}},
		{"nor does last year", "In June 2019 the mill burned. It reopened in April.", "2020-05-05", []seen{
			{"June 2019", "2019-06", "2019-06-01/2019-06-30", ""}, {"April", "2020-04", "2020-04-01/2020-04-30", "publication"},
		}},
		{"the page's own time ends it", "In 1944 the mill burned. Last week Okafor bought it. It was measured in April.", "2020-05-05", []seen{
			{"1944", "1944", "1944-01-01/1944-12-31", ""},
			{"Last week", "2020-W18", "2020-04-27/2020-05-03", "publication"},
			{"April", "2020-04", "2020-04-01/2020-04-30", "publication"},
		}},
		{"what is to come is not of that year", "In 1944 the mill burned. It will reopen in June.", "2020-05-05", []seen{
			{"1944", "1944", "1944-01-01/1944-12-31", ""}, {"June", "2020-06", "2020-06-01/2020-06-30", "publication"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, look(t, c.text, c.published)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
