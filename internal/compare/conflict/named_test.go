package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNamedOtherwise holds what reports name otherwise: names of places, bodies and
// things spelled in two ways.
func TestNamedOtherwise(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"an initial more is no other spelling", []report{
			{"2031-03-04", "The clerk, Kofi Adeyo, found the crate on the quay."},
			{"2031-03-04", "The crate was found by Kofi T. Adeyo, a clerk."},
			{"2031-03-04", "A clerk named Kofi Adayo found the crate."},
		}, []string{"name soft drift: Kofi Adeyo (a b) | Kofi Adayo (c)"}},
		{"a town in two spellings", []report{
			{"2031-03-04", "The flood tore down the bridge near the town of Dorvahan on Tuesday, the governor said."},
			{"2031-03-04", "On Tuesday the flood tore down a bridge in the Dorvehan area, the governor said."},
		}, []string{"name soft drift: Dorvahan (a) | Dorvehan (b)"}},
		{"two towns", []report{
			{"2031-03-04", "The flood tore down the bridge near the town of Dorvahan on Tuesday, the governor said."},
			{"2031-03-04", "On Tuesday the flood tore down a bridge in the Dorvehan area and houses in Dorvahan, the governor said."},
		}, nil},
		{"words that sound alike, of which other things are told", []report{
			{"2031-03-04", "The flood tore down the bridge near the town of Dorvahan on Tuesday."},
			{"2031-03-04", "The choir will sing in Dorvehan next spring."},
		}, nil},
		{"a people and its land", []report{
			{"2031-03-04", "The flood tore down the bridge near the town of Dorvania on Tuesday, the governor said."},
			{"2031-03-04", "On Tuesday the flood tore down a Dorvanic bridge, the governor said."},
		}, nil},
		{"a firm in two spellings", []report{
			{"2031-03-04", "The clerk worked for Saltgrass Distribution Ltd. in Port Ansel."},
			{"2031-03-04", "He was a clerk of Saltgrass Distributors Ltd., a seller of tea."},
		}, []string{"name soft drift: Saltgrass Distribution Ltd. (a) | Saltgrass Distributors Ltd. (b)"}},
		{"a word of the name by another country's style", []report{
			{"2031-03-04", "The play is at the Saltgrass Theatre in Port Ansel."},
			{"2031-03-04", "It opened at the Saltgrass Theater on Tuesday."},
		}, nil},
		{"two quarters of a town", []report{
			{"2031-03-04", "On Tuesday a flood tore down the bridge of the Southeast Valley."},
			{"2031-03-04", "The farmers of the Southwest Valley fear a flood."},
		}, nil},
		{"who was first", []report{
			{"2031-03-04", "The theft at the Salt Museum was first reported by the Ansel Courier."},
			{"2031-03-04", "The theft at the Salt Museum was first reported by the Norhaven Post."},
		}, []string{"priority soft conflict: Ansel Courier (a) | Norhaven Post (b)"}},
		{"who was first, without a space", []report{
			{"2031-03-04", "The theft at the Salt Museum was first reported by The Ansel Courier."},
			{"2031-03-04", "TheAnsel Courier first reported the theft at the Salt Museum."},
		}, nil},
		{"who was first, and who followed", []report{
			{"2031-03-04", "The theft at the Salt Museum was first reported by the Ansel Courier."},
			{"2031-03-04", "The Ansel Courier first reported the theft at the Salt Museum, which was first reported in print by the Norhaven Post."},
		}, nil},
		{"first with the news of two people", []report{
			{"2031-03-04", "The Ansel Courier first reported the firing of the museum's director, Ines Dorrit."},
			{"2031-03-04", "The Norhaven Post first reported the firing of the museum's treasurer, Paul Renn."},
		}, nil},
		{"one office, two given names", []report{
			{"2031-03-04", "Mayor Otto Halden closed the bridge over the Ansel on Tuesday, the police said."},
			{"2031-03-04", "The bridge over the Ansel was closed on Tuesday by Mayor Nils Halden."},
		}, []string{"name medium conflict: Otto Halden (a) | Nils Halden (b)"}},
		{"a short form of the given name", []report{
			{"2031-03-04", "Mayor Robert Halden closed the bridge over the Ansel on Tuesday, the police said."},
			{"2031-03-04", "The bridge over the Ansel was closed on Tuesday by Mayor Bob Halden."},
		}, nil},
		{"one given name in two alphabets' spellings", []report{
			{"2031-03-04", "President Kurbangor Halden closed the bridge over the Ansel on Tuesday, the police said."},
			{"2031-03-04", "The bridge over the Ansel was closed on Tuesday by President Gurbangor Halden."},
		}, nil},
		{"a mayor and who was one", []report{
			{"2031-03-04", "Mayor Otto Halden closed the bridge over the Ansel on Tuesday, the police said."},
			{"2031-03-04", "The bridge over the Ansel was closed on Tuesday, former Mayor Nils Halden said."},
		}, nil},
		{"two of whom one report knows both", []report{
			{"2031-03-04", "Mayor Otto Halden closed the bridge over the Ansel on Tuesday, his brother Nils Halden said."},
			{"2031-03-04", "The bridge over the Ansel was closed on Tuesday by Mayor Nils Halden."},
		}, nil},
		{"two senators of one name", []report{
			{"2031-03-04", "Sen. Otto Halden voted on Tuesday for the bill on bridges over the Ansel."},
			{"2031-03-04", "The bill on bridges over the Ansel passed on Tuesday, and Sen. Nils Halden voted for it."},
		}, nil},
		{"whose stepfather it is", []report{
			{"2031-03-04", "Marr's stepfather, Otto Halden, said that the family was content."},
			{"2031-03-04", "Nils Halden, Marr's stepfather, read a letter to the council."},
		}, []string{"name medium conflict: Otto Halden (a) | Nils Halden (b)"}},
		{"two grandsons, of whom other things are told", []report{
			{"2031-03-04", "Her grandson Otto Halden read a letter to the council."},
			{"2031-03-04", "Her grandson Nils Halden plays the horn."},
		}, nil},
		{"another middle name", []report{
			{"2031-03-04", "The ferry hand, Otto Eric Halden, was taken to the hospital of Port Ansel on Tuesday."},
			{"2031-03-04", "Otto Edward Halden, a ferry hand, was taken to a hospital in Port Ansel on Tuesday."},
		}, []string{"name soft conflict: Otto Eric Halden (a) | Otto Edward Halden (b)"}},
		{"two blocks of one street", []report{
			{"2031-03-04", "The clerk was found dead on Tuesday in the 1200 block of East Fifth Street, the police said."},
			{"2031-03-04", "The clerk was found dead outside a house in the 1500 block of 5th St. on Tuesday."},
		}, []string{"place medium conflict: 1200 block of East Fifth Street (a) | 1500 block of 5th St (b)"}},
		{"two houses of which one report tells", []report{
			{"2031-03-04", "The clerk was found dead on Tuesday at 12 Elm Street, the police said. She had lived at 40 Elm Street."},
			{"2031-03-04", "The clerk was found dead at 40 Elm Street on Tuesday, the police said."},
		}, nil},
		{"a street called by two words for one", []report{
			{"2031-03-04", "The clerk was found dead in her house on Marren Street, the police said on Tuesday."},
			{"2031-03-04", "On Tuesday the police found the clerk dead in a house on Marrens Road."},
		}, []string{"name soft drift: Marren Street (a) | Marrens Road (b)"}},
		{"two ranks", []report{
			{"2031-03-04", "The dhow sank on Tuesday, Commander Otto Halden said."},
			{"2031-03-04", "Commodore Otto Halden said that the crew was safe."},
		}, []string{"name soft drift: Commander Otto Halden (a) | Commodore Otto Halden (b)"}},
		{"a rank cut to its last word", []report{
			{"2031-03-04", "The dhow sank on Tuesday, Lt. Col. Otto Halden said."},
			{"2031-03-04", "Colonel Otto Halden said that the crew was safe."},
		}, nil},
		{"a rank held before", []report{
			{"2031-03-04", "The dhow sank on Tuesday, Sgt. Otto Halden said."},
			{"2031-03-04", "Former Private Otto Halden said that the crew was safe."},
		}, nil},
		{"not named, and named", []report{
			{"2031-03-04", "A clerk was shot at the fair of Port Ansel on Tuesday. The name of the deceased was not released."},
			{"2031-03-05", "The police identified the victim of the shooting as Otto Halden, 40, of Port Ansel."},
		}, []string{"status soft update: not named (a) | named (b)"}},
		{"named first", []report{
			{"2031-03-07", "A clerk was shot at the fair of Port Ansel. The name of the deceased was not released."},
			{"2031-03-05", "The police identified the victim of the shooting as Otto Halden, 40, of Port Ansel."},
		}, nil},
		{"one named, another not", []report{
			{"2031-03-04", "A clerk was shot at the fair of Port Ansel on Tuesday. The name of the deceased was not released."},
			{"2031-03-05", "The police identified a victim of the shooting as Otto Halden, 40, of Port Ansel. The second victim has not been identified."},
		}, nil},
		{"whose uncle names her", []report{
			{"2031-03-04", "A worker fell ill in Port Ansel. The worker has not been identified."},
			{"2031-03-05", "The worker's uncle identified her as Ines Halden."},
		}, nil},
		{"who holds an office, and who stands in", []report{
			{"2031-03-04", "The ferry will sail again, said Foreign Minister Otto Halden."},
			{"2031-03-04", "No ferry will sail, Deputy Foreign Minister Otto Halden said."},
		}, []string{"name soft drift: foreign minister (a) | deputy foreign minister (b)"}},
		{"an office of its own", []report{
			{"2031-03-04", "The ferry will sail again, wrote Justice Otto Halden."},
			{"2031-03-04", "No ferry will sail, Associate Justice Otto Halden wrote."},
		}, nil},
		{"what he was", []report{
			{"2031-03-04", "The ferry will sail again, said Foreign Minister Otto Halden."},
			{"2031-03-04", "No ferry will sail, former Deputy Foreign Minister Otto Halden said."},
		}, nil},
		{"kin to one other, named", []report{
			{"2031-03-04", "Bo Marren's son Otto Halden spoke in court."},
			{"2031-03-04", "Otto Halden, Bo Marren's brother, wept in court."},
		}, []string{"relation medium conflict: bo marren's son (a) | bo marren's brother (b)"}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, s.conflicts(t, tc.reports)); diff != "" {
				t.Errorf("conflicts (-want +got):\n%s", diff)
			}
		})
	}
}
