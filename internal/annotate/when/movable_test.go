package when

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMovableFeasts: feasts of other calendars have their days, those that are
// proclaimed by sight give or take one.
func TestMovableFeasts(t *testing.T) {
	for _, c := range []struct {
		text, published string
		want            []seen
	}{
		{"The mill shut for Yom Kippur and reopened after Diwali.", "2019-11-04", []seen{
			{"Yom Kippur", "2019-10-09", "2019-10-09/2019-10-09", "publication"}, {"Diwali", "2019-10-27", "2019-10-27/2019-10-27", "publication"},
		}},
		{"The mill was shut over Passover and will shut again for Rosh Hashanah.", "2019-05-04", []seen{
			{"Passover", "2019-04-19/2019-04-27", "2019-04-19/2019-04-27", "publication"},
			{"Rosh Hashanah", "2019-09-29/2019-10-01", "2019-09-29/2019-10-01", "publication"},
		}},
		{"The truce held until Eid al-Fitr, the mayor said, and will end before Ramadan next year.", "2019-06-20", []seen{
			{"Eid al-Fitr", "2019-06-04/2019-06-06", "2019-06-04/2019-06-06", "publication"},
			{"Ramadan next year", "2020-04-23/2020-05-24", "2020-04-23/2020-05-24", "publication"},
		}},
		{"Trains were full before the Lunar New Year of old and on Chinese New Year 2015.", "2019-02-20", []seen{
			{"the Lunar New Year", "2019-02-05", "2019-02-05/2019-02-05", "publication"}, {"Chinese New Year 2015", "2015-02-19", "2015-02-19/2015-02-19", ""},
		}},
		{"They met on Good Friday and on Orthodox Easter.", "2019-05-04", []seen{
			{"Good Friday", "2019-04-19", "2019-04-19/2019-04-19", "publication"}, {"Orthodox Easter", "2019-04-28", "2019-04-28/2019-04-28", "publication"},
		}},
		{"Khalil Ramadan spoke for the mill.", "2019-05-04", nil},
	} {
		if diff := cmp.Diff(c.want, look(t, c.text, c.published)); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}
