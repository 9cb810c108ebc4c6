package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"nutgraf"
)

// What an invented event is told with: each report takes a part of it.
var (
	outlets = []string{"The Saltmere Courier", "Harbour Post", "Coast Daily", "The Evening Bell", "North Quay News", "Tidewater Times", "Island Radio", "Morning Ledger"}
	said    = [][2]string{
		{"Mayor Orla Keane", "We will not reopen the bridge until every bolt has been checked"},
		{"Tom Brandt, the harbour master,", "The ferry can carry four hundred people an hour and no more"},
		{"Lise Moreau, secretary of the union,", "Nobody told the crews that the work would last into summer"},
		{"Ferry captain Idris Vale", "This is the third closure in two years and the town has had enough"},
		{"The engineer Hana Okoye", "The cracks were found by chance during a night inspection"},
		{"Lise Moreau", "Our members were promised overtime and have seen none of it"},
		{"Orla Keane", "The state will pay for half of the repair"},
		{"Peter Nowak, a councillor,", "I have seen worse in 1998, and we were open within a week"},
	}
	told = []string{
		"A ferry will run every ten minutes between the quays.", "Shops on the west quay fear for their trade.",
		"The bridge was built in 1931 and last repaired in 2009.", "The council meets on Tuesday to vote on the plan.",
		"Schools on the east bank will begin half an hour later.", "Cyclists are to be carried free of charge.",
	}
)

// report is one of many reports of a bridge's closure. The same number yields
// the same report.
func report(i int) *nutgraf.Item {
	r := rand.New(rand.NewPCG(7, uint64(i)))
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	parts := []string{
		fmt.Sprintf("The swing bridge in Saltmere will close on 3 March 2025 for %s weeks after engineers found cracks in its main girder.", one("10", "12", "12", "12", "14")),
		fmt.Sprintf("About %s people cross the bridge each day, and the repair is to cost %s dollars.", one("40,000", "40,000", "42,000", "38,000"), one("4 million", "4 million", "4.5 million")),
	}
	for _, k := range r.Perm(len(said))[:3] {
		words := said[k][1]
		if r.IntN(4) == 0 {
			words = words[:strings.LastIndexByte(words, ' ')]
		}
		parts = append(parts, "“"+words+",” "+said[k][0]+" said"+one(".", " on Monday.", " at a meeting in Saltmere.", " told "+one(outlets...)+"."))
	}
	for _, k := range r.Perm(len(told))[:3] {
		parts = append(parts, told[k])
	}
	if r.IntN(3) == 0 {
		parts = append(parts, "The closure was first reported by "+one(outlets[:3]...)+".")
	}
	id := fmt.Sprintf("bridge-%d", i)
	date := fmt.Sprintf("2025-02-%02d", 10+i%18)
	text := strings.Join(parts, "\n\n")
	return &nutgraf.Item{
		ID: id, Name: id, Body: []byte(text), Media: nutgraf.MediaText,
		Given: nutgraf.Given{Outlet: fmt.Sprintf("%s %d", outlets[i%len(outlets)], i/len(outlets)), Title: "Swing bridge in Saltmere to close", Date: date},
	}
}
