package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestToldOtherwise holds what reports tell otherwise in words of their own: denials,
// magnitudes, tolls told as risen, parts of one thing, and ways that do not mean one.
func TestToldOtherwise(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"denied in another report", []report{
			{"2031-03-04", "The Orla Bank knew for months that its vault in Port Ansel had leaked, two former clerks said on Tuesday.\n\nThe vault lies below the tide line."},
			{"2031-03-05", "A vault of the Orla Bank stood under water again on Wednesday.\n\nThe mayor of Port Ansel, Ines Dorrit, denied that the vault in Port Ansel had leaked for months."},
		}, []string{"status medium conflict: told as so (a) | denied (b)"}},
		{"denied in both", []report{
			{"2031-03-04", "The vault of the Orla Bank in Port Ansel had leaked for months, two former clerks said. Mayor Ines Dorrit denied that the vault in Port Ansel had leaked for months."},
			{"2031-03-05", "A vault of the Orla Bank stood under water again on Wednesday.\n\nThe mayor of Port Ansel, Ines Dorrit, denied that the vault in Port Ansel had leaked for months."},
		}, nil},
		{"neither denied nor confirmed", []report{
			{"2031-03-04", "The vault of the Orla Bank in Port Ansel had leaked for months, two former clerks said on Tuesday."},
			{"2031-03-05", "A vault of the Orla Bank stood under water again on Wednesday.\n\nMayor Ines Dorrit did not deny that the vault in Port Ansel had leaked for months."},
		}, nil},
		{"somebody else did it", []report{
			{"2031-03-04", "The treasurer, Paul Renn, had pocketed ferry tickets for years, the harbour office of Port Ansel said on Tuesday."},
			{"2031-03-05", "The harbour office of Port Ansel is under scrutiny.\n\nMayor Ines Dorrit denied that she had pocketed ferry tickets for years."},
		}, nil},
		{"magnitudes of one earthquake", []report{
			{"2031-03-04", "An earthquake of magnitude 5.8 shook the Ansel valley on Tuesday.\n\nAn aftershock of magnitude 4.9 followed."},
			{"2031-03-04", "The shock, which the survey of Dorrit measured at 6.1, woke the Ansel valley on Tuesday."},
		}, []string{"value medium update: 5.8 (a) | 6.1 (b)"}},
		{"an aftershock", []report{
			{"2031-03-04", "An earthquake of magnitude 5.8 shook the Ansel valley on Tuesday."},
			{"2031-03-04", "An earthquake of magnitude 5.8 shook the Ansel valley on Tuesday. An aftershock was measured at 5.4."},
		}, nil},
		{"a toll told as risen", []report{
			{"2031-03-04", "A landslide buried the hamlet of Upper Renn on Tuesday, killing at least 12 people, the governor said."},
			{"2031-03-05", "The number of people killed by the landslide at Upper Renn rose to 31 on Wednesday, the governor said."},
		}, []string{"value medium update: 12 people (a) | 31 (b)"}},
		{"the gunman among the dead", []report{
			{"2031-03-04", "A gunman killed 12 people at the fair of Port Ansel on Tuesday, the police said."},
			{"2031-03-04", "A shooting at the fair of Port Ansel on Tuesday left 13 people dead, the police said."},
		}, nil},
		{"pages of one report", []report{
			{"2031-03-04", "The ferry board ignored warnings for years, according to the 143-page report that the inquiry of Port Ansel issued on Tuesday."},
			{"2031-03-04", "The ferry board of Port Ansel was warned, says the 133-page report of the inquiry."},
		}, []string{"value hard conflict: 143-page (a) | 133-page (b)"}},
		{"binding, or not", []report{
			{"2031-03-04", "The council of Port Ansel approved a non-binding resolution on ferry fares on Tuesday."},
			{"2031-03-04", "The council of Port Ansel passed a resolution on Tuesday that would force the mayor to lower ferry fares."},
		}, []string{"relation soft drift: non-binding (a) | would force (b)"}},
		{"binding in both", []report{
			{"2031-03-04", "The council of Port Ansel passed a resolution that would force the mayor to lower fares. It is non-binding, a clerk said of the resolution."},
			{"2031-03-04", "The council of Port Ansel passed a resolution on Tuesday that would force the mayor to lower ferry fares."},
		}, nil},
		{"with help, or alone", []report{
			{"2031-03-04", "A baker of Port Ansel rescued 14 sailors from the burning ferry on Tuesday."},
			{"2031-03-04", "The coast guard and a baker, who helped rescue 14 sailors, met on the mole of Port Ansel on Tuesday."},
		}, []string{"relation soft drift: helped rescue (b) | rescued (a)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, s.conflicts(t, tt.reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
