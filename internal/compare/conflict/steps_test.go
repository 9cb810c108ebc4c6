package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSteps holds what reports tell of how far something has come with somebody.
func TestSteps(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"arrested, charged, convicted", []report{
			{"2031-03-04", "Paul Renn was arrested on the mole of Port Ansel after the fire in the customs house."},
			{"2031-03-05", "The police of Port Ansel charged Paul Renn with arson on Wednesday.\n\nHe lives on the mole."},
			{"2031-07-05", "A jury found Paul Renn guilty of setting the customs house of Port Ansel on fire."},
		}, []string{"status soft update: was arrested (a) | charged (b) | found Paul Renn guilty (c)"}},
		{"whom a report does not name", []report{
			{"2031-03-04", "The police of Port Ansel are searching for a gunman who shot a ferryman on the mole."},
			{"2031-03-05", "Paul Renn was arrested on Wednesday for the shots on the mole of Port Ansel."},
		}, []string{"status soft update: searching for (a) | was arrested (b)"}},
		{"a hearing to come, and held", []report{
			{"2031-03-04", "Paul Renn is due in court on Wednesday over the fire in the customs house of Port Ansel."},
			{"2031-03-05", "Paul Renn pleaded not guilty to arson on Wednesday. The customs house of Port Ansel burnt down on Monday."},
		}, []string{"status soft update: is due in court (a) | pleaded not guilty (b)"}},
		{"charged, and in court: not all is told", []report{
			{"2031-03-04", "The customs house of Port Ansel burnt down on Monday. Nobody was in it. Its roof fell into the harbour.\n\nPaul Renn was charged with arson on Tuesday."},
			{"2031-03-05", "Paul Renn pleaded not guilty to arson on Wednesday. The customs house of Port Ansel burnt down on Monday."},
		}, nil},
		{"the charge is the news of one, the plea that of another", []report{
			{"2031-03-04", "Paul Renn was charged with arson on Tuesday over the fire in the customs house of Port Ansel."},
			{"2031-03-05", "Paul Renn pleaded not guilty to arson on Wednesday. The customs house of Port Ansel burnt down on Monday."},
		}, []string{"status soft update: was charged (a) | pleaded not guilty (b)"}},
		{"too soon for a verdict", []report{
			{"2031-03-04", "Paul Renn was arrested on the mole of Port Ansel after the fire in the customs house."},
			{"2031-03-05", "Paul Renn set his neighbour's boat on fire but was acquitted of arson."},
		}, nil},
		{"another case, of which a report tells further", []report{
			{"2031-03-04", "Paul Renn is due in court on Wednesday over the fire in the customs house of Port Ansel.\n\nHe was sentenced to nine months for a theft."},
			{"2031-03-04", "The police of Port Ansel charged Paul Renn with arson on Tuesday."},
		}, nil},
		{"an earlier year", []report{
			{"2031-03-04", "Paul Renn was arrested on the mole of Port Ansel after the fire in the customs house."},
			{"2031-03-04", "Paul Renn, a ferryman of Port Ansel, was convicted of arson in 2019."},
		}, nil},
		{"arrested on a charge", []report{
			{"2031-03-04", "Paul Renn was arrested on charges of arson on the mole of Port Ansel."},
			{"2031-03-05", "The police of Port Ansel charged Paul Renn with arson on Wednesday."},
		}, nil},
		{"the later report tells less", []report{
			{"2031-03-06", "Paul Renn was arrested on the mole of Port Ansel after the fire in the customs house."},
			{"2031-03-05", "The police of Port Ansel charged Paul Renn with arson on Wednesday."},
		}, nil},
		{"somebody else", []report{
			{"2031-03-04", "Paul Renn was arrested on the mole of Port Ansel after the fire in the customs house."},
			{"2031-03-05", "The police of Port Ansel charged Hugo Lamm with arson on Wednesday."},
		}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, s.conflicts(t, tt.reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
