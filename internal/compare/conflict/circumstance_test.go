package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCircumstances holds what reports tell otherwise of how, where, of what or by whom
// one thing was done.
func TestCircumstances(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"of what somebody died", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday of pneumonia, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor.\n\nInes Dorrit died late on Monday in a hospital of the county after suffering a heart attack."},
		}, []string{"relation medium conflict: died on Monday of pneumonia (a) | died late on Monday in a hospital of the county after suffering a heart attack (b)"}},
		{"a wider word for the same", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday of natural causes, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor.\n\nInes Dorrit died on Monday of heart failure."},
		}, nil},
		{"one that tells of both", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday of pneumonia and heart failure, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor.\n\nInes Dorrit died on Monday of heart failure."},
		}, nil},
		{"two people", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday of pneumonia, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor.\n\nPaul Renn, a brother of Ines Dorrit, died on Monday of heart failure."},
		}, nil},
		{"what may have been the cause", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday of pneumonia, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor.\n\nInes Dorrit may have died of heart failure."},
		}, nil},
		{"a cause that another does not know", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday of pneumonia, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor, Ines Dorrit.\n\nThe cause of her death was not immediately known."},
		}, []string{"relation soft drift: died on Monday of pneumonia (a) | cause of her death was not immediately known (b)"}},
		{"a cause that one at first did not know", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday of pneumonia, her son said."},
			{"2031-03-04", "Ines Dorrit died on Monday of pneumonia. The cause of her death was not immediately known."},
		}, nil},
		{"where somebody died", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday at her home, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor.\n\nInes Dorrit died on Monday at a hospice near her home."},
		}, []string{"place medium conflict: died on Monday at her home (a) | died on Monday at a hospice (b)"}},
		{"a kind of home", []report{
			{"2031-03-04", "Ines Dorrit, the former mayor of Port Ansel, died on Monday at her home, her son said."},
			{"2031-03-04", "Port Ansel mourns its mayor.\n\nInes Dorrit died on Monday in her apartment."},
		}, nil},
		{"on which side of a place", []report{
			{"2031-03-04", "The ferry of Port Ansel was 150 nautical miles west of Dorrit when it called for help."},
			{"2031-03-04", "The ferry of Port Ansel called for help about 150 nautical miles east of Dorrit, the navy said."},
		}, []string{"place medium conflict: 150 nautical miles west of Dorrit (a) | 150 nautical miles east of Dorrit (b)"}},
		{"a storm on its way", []report{
			{"2031-03-04", "The storm was 150 miles west of Dorrit on Monday."},
			{"2031-03-04", "Boats stay in Port Ansel, as the survey saw the storm 150 miles north of Dorrit."},
		}, nil},
		{"who found a body", []report{
			{"2031-03-04", "A jogger found the body of a clerk of the Orla Bank on the beach of Port Ansel on Monday."},
			{"2031-03-04", "The body of the clerk was found by two fishermen on the beach of Port Ansel, the police said."},
		}, []string{"relation soft drift: jogger found the body (a) | body of the clerk was found by two fishermen (b)"}},
		{"any doing of somebody named", []report{
			{"2031-03-04", "The police of Port Ansel arrested Paul Renn on Monday in a hotel."},
			{"2031-03-04", "The clerk is in custody.\n\nPaul Renn was arrested late on Monday at an airport."},
		}, []string{"place soft drift: arrested Paul Renn on Monday in a hotel (a) | arrested late on Monday at an airport (b)"}},
		{"what a place is near", []report{
			{"2031-03-04", "The police of Port Ansel arrested Paul Renn on Monday in a hotel."},
			{"2031-03-04", "The clerk is in custody.\n\nPaul Renn was arrested late on Monday outside the airport in a hotel."},
		}, nil},
		{"where a fire began", []report{
			{"2031-03-04", "The fire in the Orla Bank of Port Ansel started in a kitchen of the third floor."},
			{"2031-03-04", "The Orla Bank burnt down.\n\nThe fire started in the basement, a fireman said."},
		}, []string{"place soft drift: fire in the Orla Bank of Port Ansel started in a kitchen (a) | fire started in the basement (b)"}},
		{"a noun before a noun", []report{
			{"2031-03-04", "The police of Port Ansel arrested Paul Renn on Monday in a hotel."},
			{"2031-03-04", "The clerk is in custody.\n\nPaul Renn was arrested late on Monday in a hospital inquiry."},
		}, nil},
		{"two fires", []report{
			{"2031-03-04", "The first fire started in the attic, a fireman of Port Ansel said."},
			{"2031-03-04", "The second fire started in the attic. The third fire started on the roof, a fireman of Port Ansel said."},
		}, nil},
		{"of what one number of people died", []report{
			{"2031-03-04", "Three clerks burned to death in the Orla Bank of Port Ansel on Monday."},
			{"2031-03-04", "The Orla Bank in Port Ansel is in ashes. All three clerks suffocated, the coroner said."},
		}, []string{"relation soft drift: burned to death (a) | suffocated (b)"}},
		{"why somebody left", []report{
			{"2031-03-04", "Paul Renn resigned on Monday as treasurer of Port Ansel, citing health problems."},
			{"2031-03-04", "Port Ansel needs a treasurer.\n\nPaul Renn resigned because of a pay dispute, the council said."},
		}, []string{"relation soft drift: resigned on Monday as treasurer of Port Ansel, citing health problems (a) | resigned because of a pay dispute (b)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, s.conflicts(t, tt.reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
