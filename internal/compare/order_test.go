package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/compare"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
)

// TestOrder shows reports by the days they can have been published on: a page
// date that the text refutes orders nothing.
func TestOrder(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	annotator, comparer := annotate.New(pack), compare.New(pack)
	var members []nutgraf.Member
	for _, r := range []struct{ id, day, text string }{
		{"z", "2031-05-02", "The ferry Corrin Maid sailed from Port Ansel on 1 May for the first time, its owner said."},
		{"y", "2031-01-01", "The ferry Corrin Maid sailed from Port Ansel on 1 May. Its captain, Ilse Marrow, was on the bridge on Friday, 2 May 2031."},
		{"x", "2031-05-01", "The ferry Corrin Maid sails from Port Ansel today, its owner said."},
		{"w", "", "The Corrin Maid is a ferry of 1,200 tons."},
	} {
		doc, err := extract.Document(&nutgraf.Item{ID: r.id, Name: r.id, Media: nutgraf.MediaText, Body: []byte(r.text), Given: nutgraf.Given{Date: r.day}})
		if err != nil {
			t.Fatal(err)
		}
		seg, ann := annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
	}
	var got []string
	for _, m := range comparer.Order(members) {
		got = append(got, m.Doc.ID)
	}
	if diff := cmp.Diff([]string{"x", "z", "w", "y"}, got); diff != "" {
		t.Error(diff)
	}
}
