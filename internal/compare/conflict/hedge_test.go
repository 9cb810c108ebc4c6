package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLeftOpen holds what one report leaves open and another gives as so.
func TestLeftOpen(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"believed, or so", []report{
			{"2031-03-04", "A ferry sank off Port Ansel on Tuesday.\n\nA ship's anchor is believed to have severed the telegraph cable near the mole."},
			{"2031-03-04", "Port Ansel is cut off.\n\nA ship's anchor severed the telegraph cable near the mole on Tuesday."},
		}, []string{"status soft drift: given as so (b) | is believed to (a)"}},
		{"left open in both", []report{
			{"2031-03-04", "A ship's anchor is believed to have severed the telegraph cable near the mole of Port Ansel."},
			{"2031-03-04", "A ship's anchor severed the telegraph cable near the mole. That the anchor severed the telegraph cable is possibly not so, a clerk of Port Ansel thinks."},
		}, nil},
		{"what somebody claims", []report{
			{"2031-03-04", "A ship's anchor is believed to have severed the telegraph cable near the mole of Port Ansel."},
			{"2031-03-04", "The owner claims that a ship's anchor severed the telegraph cable near the mole of Port Ansel."},
		}, nil},
		{"somebody else", []report{
			{"2031-03-04", "A ship's anchor is believed to have severed the telegraph cable near the mole of Port Ansel."},
			{"2031-03-04", "Divers severed the telegraph cable near the mole of Port Ansel."},
		}, nil},
		{"not so", []report{
			{"2031-03-04", "A ship's anchor is believed to have severed the telegraph cable near the mole of Port Ansel."},
			{"2031-03-04", "No ship's anchor severed the telegraph cable near the mole of Port Ansel."},
		}, nil},
		{"alleged, or so", []report{
			{"2031-03-04", "Port Ansel has caught its smugglers. Paul Renn, alleged head of the ring on the mole, was seized on Tuesday."},
			{"2031-03-04", "The ringleader Paul Renn was seized on the mole of Port Ansel on Tuesday."},
		}, []string{"wording soft drift: alleged head (a) | ringleader (b)"}},
		{"alleged in both", []report{
			{"2031-03-04", "Port Ansel has caught its smugglers. Paul Renn, alleged head of the ring on the mole, was seized on Tuesday."},
			{"2031-03-04", "The suspected ringleader Paul Renn was seized on the mole of Port Ansel on Tuesday."},
		}, nil},
		{"the alleged head of another", []report{
			{"2031-03-04", "Port Ansel has caught its smugglers. Paul Renn, alleged head of the ring on the mole, was seized on Tuesday."},
			{"2031-03-04", "The inspector who seized the ringleader, Paul Renn's former friend, thanked the divers of Port Ansel."},
		}, nil},
		{"offered, or taken", []report{
			{"2031-03-04", "Hugo Lamm, a diver, was offered the post of harbour master of Port Ansel."},
			{"2031-03-04", "Port Ansel has a harbour master. Hugo Lamm has accepted the post, the mayor said."},
		}, []string{"status soft drift: was offered the (a) | has accepted the (b)"}},
		{"believed unhurt, or unhurt", []report{
			{"2031-03-04", "A fire broke out in the Orla Bank. No one is believed to have been injured, a fireman of Port Ansel said."},
			{"2031-03-04", "The Orla Bank of Port Ansel caught fire. No-one was injured."},
		}, []string{"status soft drift: No one is believed to have been injured (a) | No-one was injured (b)"}},
		{"potentially suspicious", []report{
			{"2031-03-04", "The police of Port Ansel are treating the fire as potentially suspicious."},
			{"2031-03-04", "The fire, which is being treated as suspicious, broke out in Port Ansel at night."},
		}, []string{"status soft drift: potentially suspicious (a) | treated as suspicious (b)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, s.conflicts(t, tt.reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
