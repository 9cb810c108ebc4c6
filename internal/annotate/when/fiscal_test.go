package when

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFiscalYears: a fiscal year has its days where the text tells its end.
func TestFiscalYears(t *testing.T) {
	const date = "2020-05-05"
	for _, c := range []struct {
		text string
		want []seen
	}{
		{"Sales fell in fiscal 2019, she said.", []seen{{"fiscal 2019", "2019", "", ""}}},
		{"Sales fell in fiscal 2019, which ended Sept. 30, and in FY18.", []seen{
			{"fiscal 2019", "2019", "2018-10-01/2019-09-30", ""}, {"Sept. 30", "2019-09-30", "2019-09-30/2019-09-30", "publication"}, {"FY18", "2018", "2017-10-01/2018-09-30", ""},
		}},
		{"The town's fiscal year begins on July 1. It will cut next fiscal year.", []seen{
			{"July 1", "2020-07-01", "2020-07-01/2020-07-01", "publication"}, {"next fiscal year", "2021", "2020-07-01/2021-06-30", "publication"},
		}},
		{"It is paid until Sept. 30, the end of the fiscal year.", []seen{
			{"Sept. 30", "2020-09-30", "2020-09-30/2020-09-30", "publication"}, {"the end of the fiscal year", "2020", "2019-10-01/2020-09-30", "publication"},
		}},
		{"It is the last plan before the fiscal year that begins Oct. 1.", []seen{
			{"the fiscal year", "2021", "2020-10-01/2021-09-30", "publication"}, {"Oct. 1", "2020-10-01", "2020-10-01/2020-10-01", "publication"},
		}},
		{"It shut in fiscal 2019, which ended on Jan. 31, 2020, and grew in fiscal 2018.", []seen{
			{"fiscal 2019", "2019", "2019-02-01/2020-01-31", ""}, {"Jan. 31, 2020", "2020-01-31", "2020-01-31/2020-01-31", ""}, {"fiscal 2018", "2018", "2018-02-01/2019-01-31", ""},
		}},
		{"The chain's fiscal year ends on Jan. 31. Sales grew in fiscal 2018.", []seen{
			{"Jan. 31", "2020-01-31", "2020-01-31/2020-01-31", "publication"}, {"fiscal 2018", "2018", "", ""}, // which of two?
		}},
		{"It made 3 million in the nine months ended Sept. 30, 2019.", []seen{
			{"the nine months", "P9M", "2019-01-01/2019-09-30", "text"}, {"Sept. 30, 2019", "2019-09-30", "2019-09-30/2019-09-30", ""},
		}},
		{"Pupils did well last school year.", []seen{{"last school year", "2019", "", "publication"}}},
	} {
		if diff := cmp.Diff(c.want, look(t, c.text, date)); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}
