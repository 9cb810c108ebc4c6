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
		{"dismissed, or gone by himself", []report{
			{"2031-03-04", "The council of Port Ansel is looking for a new treasurer.\n\nPaul Renn, its treasurer of nine years, was fired on Monday."},
			{"2031-03-04", "Port Ansel needs a treasurer.\n\nPaul Renn resigned on Monday, the council said."},
		}, []string{"relation soft drift: was fired (a) | resigned (b)"}},
		{"somebody else is gone", []report{
			{"2031-03-04", "The council of Port Ansel is looking for a new treasurer.\n\nPaul Renn, its treasurer of nine years, was fired on Monday."},
			{"2031-03-04", "Port Ansel needs a treasurer.\n\nInes Dorrit, an aide to Paul Renn, resigned on Monday, the council said."},
		}, nil},
		{"dismissed, or no deal", []report{
			{"2031-03-04", "The council of Port Ansel is looking for a new treasurer.\n\nPaul Renn was let go on Monday."},
			{"2031-03-04", "Port Ansel needs a treasurer.\n\nPaul Renn, its treasurer of nine years, was unable to reach a deal with the council."},
		}, []string{"relation soft drift: was let go (a) | was unable to reach a deal (b)"}},
		{"whom it is told of behind what he is", []report{
			{"2031-03-04", "The council of Port Ansel is looking for a new treasurer.\n\nPaul Renn, who had run the books of the Orla Bank for Ines Dorrit, was fired on Monday."},
			{"2031-03-04", "Port Ansel needs a treasurer.\n\nSecretary of Harbours Paul Renn on Monday resigned, the council said."},
		}, []string{"relation soft drift: was fired (a) | resigned (b)"}},
		{"his clerk, and a clerk without a name", []report{
			{"2031-03-04", "The council of Port Ansel is looking for a new clerk.\n\nPaul Renn, its treasurer of nine years, was fired on Monday."},
			{"2031-03-04", "Port Ansel needs a clerk.\n\nPaul Renn's clerk resigned on Monday. Paul Renn said a second clerk resigned on Tuesday."},
		}, nil},
		{"not dismissed", []report{
			{"2031-03-04", "The council of Port Ansel is looking for a new treasurer.\n\nPaul Renn was not fired on Monday, the council said."},
			{"2031-03-04", "Port Ansel needs a treasurer.\n\nPaul Renn resigned on Monday."},
		}, nil},
		{"ordered, or asked", []report{
			{"2031-03-04", "Mayor Ines Dorrit ordered the Orla Bank to open its vault on Monday."},
			{"2031-03-04", "The vault stays shut for now. Ines Dorrit asked the Orla Bank to open it, her office said."},
		}, []string{"relation soft drift: ordered (a) | asked (b)"}},
		{"to come, or done", []report{
			{"2031-03-04", "The Orla Bank is expected to sell its vault in Port Ansel to the county."},
			{"2031-03-05", "The Orla Bank sold its leaking vault in Port Ansel on Tuesday."},
		}, []string{"status soft update: is expected to sell (a) | sold (b)"}},
		{"done, or refused", []report{
			{"2031-03-04", "The Orla Bank refused to sell its leaking vault in Port Ansel to the county."},
			{"2031-03-04", "The Orla Bank sold its leaking vault in Port Ansel on Tuesday."},
		}, []string{"status soft conflict: refused to sell (a) | sold (b)"}},
		{"not done until", []report{
			{"2031-03-04", "The Orla Bank did not sell its leaking vault in Port Ansel until the county asked."},
			{"2031-03-04", "The Orla Bank sold its leaking vault in Port Ansel on Tuesday."},
		}, nil},
		{"unclear whether it is done", []report{
			{"2031-03-04", "Hugo Lamm, a diver, was offered the post of harbour master of Port Ansel."},
			{"2031-03-04", "Port Ansel has a harbour master. It is unclear whether Hugo Lamm, who is a diver, has accepted the post."},
		}, nil},
		{"done before it was to come", []report{
			{"2031-03-05", "The Orla Bank is expected to sell its vault in Port Ansel to the county."},
			{"2031-03-04", "The Orla Bank sold its leaking vault in Port Ansel on Tuesday."},
		}, nil},
		{"one agreement on two days", []report{
			{"2031-03-04", "On Saturday the Orla Bank and the council of Port Ansel reached agreement on a loan for the harbour."},
			{"2031-03-04", "A loan for the harbour of Port Ansel was agreed. The agreement with the Orla Bank was reached late Friday night, the council said."},
		}, []string{"date hard conflict: Saturday (2031-03-01) (a) | late Friday night (2031-02-28) (b)"}},
		{"the day of a raid, and of what was said of it", []report{
			{"2031-03-04", "The raid on the Orla Bank on Saturday that wounded two clerks was the third of its kind in Port Ansel."},
			{"2031-03-04", "The police of Port Ansel said on Sunday that a raid on the Orla Bank had wounded two clerks."},
		}, nil},
		{"told as so, or a hoax", []report{
			{"2031-03-04", "A ferryman of Port Ansel has pulled a crab as wide as his boat from the harbour.\n\nIt took four men to lift it."},
			{"2031-03-05", "The photograph of a giant crab that a ferryman pulled from the harbour of Port Ansel is a hoax, two biologists said on Wednesday."},
		}, []string{"status medium conflict: told as so (a) | said not to be so (b)"}},
		{"the story is a hoax", []report{
			{"2031-03-04", "A ferryman of Port Ansel has pulled a crab as wide as his boat from the harbour.\n\nIt took four men to lift it."},
			{"2031-03-05", "A crab as wide as a boat was pulled from the harbour of Port Ansel by a ferryman, several papers wrote.\n\nThe story is a hoax, two biologists said on Wednesday."},
		}, []string{"status medium conflict: told as so (a) | said not to be so (b)"}},
		{"a hoax in a quotation", []report{
			{"2031-03-04", "A ferryman of Port Ansel has pulled a crab as wide as his boat from the harbour."},
			{"2031-03-05", "\"The photograph of a giant crab that a ferryman pulled from the harbour of Port Ansel is a hoax or it is not,\" the mayor said."},
		}, nil},
		{"another hoax", []report{
			{"2031-03-04", "A ferryman of Port Ansel has pulled a crab as wide as his boat from the harbour."},
			{"2031-03-05", "Port Ansel looks at its crabs again. The letter that had closed the county school of Dorrit last year was a hoax."},
		}, nil},
		{"what forecasters expected", []report{
			{"2031-03-04", "The mills of Dorrit took on 96,000 clerks in February.\n\nEconomists had been expecting 120,000 clerks to be taken on."},
			{"2031-03-04", "The mills of Dorrit took on 96,000 clerks, far fewer than the 135,000 clerks that analysts had expected."},
		}, []string{"value medium conflict: 120,000 clerks (a) | 135,000 clerks (b)"}},
		{"what came is no forecast", []report{
			{"2031-03-04", "The mills of Dorrit took on 96,000 clerks in February.\n\nEconomists had been expecting 120,000 clerks to be taken on."},
			{"2031-03-04", "The mills of Dorrit took on 96,000 clerks, more than analysts had expected."},
		}, nil},
		{"pages of one ruling, called an opinion", []report{
			{"2031-03-04", "The ferry board must pay, a judge of Port Ansel said in a 130-page ruling on Tuesday."},
			{"2031-03-04", "In her 140-page opinion the judge of Port Ansel said that the ferry board must pay."},
		}, []string{"value hard conflict: 130-page (a) | 140-page (b)"}},
		{"what set a fire", []report{
			{"2031-03-04", "The Orla Bank in Port Ansel burnt down on Tuesday. Faulty wiring caused the fire, a fireman said."},
			{"2031-03-04", "The police of Port Ansel believe that the fire was deliberately set."},
		}, []string{"relation soft drift: Faulty wiring (a) | deliberately set (b)"}},
		{"an appeal to come, and one filed", []report{
			{"2031-03-04", "The Orla Bank will appeal the ruling, its chairman said on Tuesday."},
			{"2031-03-05", "The bank has filed a notice of appeal against the ruling of the court of Port Ansel."},
		}, []string{"status soft drift: will appeal (a) | filed a notice of appeal (b)"}},
		{"how badly it burnt", []report{
			{"2031-03-04", "A fire gutted the warehouse of the Orla Bank in Port Ansel on Tuesday."},
			{"2031-03-04", "The old store of the Orla Bank caught fire. Firemen said that the warehouse was left largely intact."},
		}, []string{"status soft drift: gutted the (a) | largely intact (b)"}},
		{"partly destroyed is not destroyed", []report{
			{"2031-03-04", "The warehouse was partly destroyed on Tuesday, a fireman of Port Ansel said."},
			{"2031-03-04", "Port Ansel saw a fire at night. The warehouse was destroyed, its owner said."},
		}, []string{"status soft drift: was destroyed (b) | partly destroyed (a)"}},
		{"many houses are not one", []report{
			{"2031-03-04", "Twelve houses burned down in Port Ansel on Tuesday."},
			{"2031-03-04", "The houses on the mole of Port Ansel are undamaged."},
		}, nil},
		{"a ship that will sail, and one on its way", []report{
			{"2031-03-04", "The telegraph office of Port Ansel plans to send a boat to the torn cable."},
			{"2031-03-04", "A repair ship is on its way to the cable off Port Ansel."},
		}, []string{"status soft drift: plans to send (a) | is on its way (b)"}},
		{"named, or not yet", []report{
			{"2031-03-04", "Two ferrymen drowned off Port Ansel. The names of the victims have not been released."},
			{"2031-03-04", "Two ferrymen drowned off Port Ansel. The victims were identified as Paul Renn and Hugo Lamm."},
		}, []string{"status soft update: not named (a) | named (b)"}},
		{"an offer withdrawn", []report{
			{"2031-03-04", "The Orla Bank has withdrawn its offer for the harbour of Port Ansel."},
			{"2031-03-04", "The harbour of Port Ansel is for sale. The Orla Bank has made an offer, the mayor said."},
		}, []string{"status soft drift: has withdrawn its offer (a) | has made an offer (b)"}},
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
