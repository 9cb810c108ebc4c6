package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFurtherKinds holds kin told in two ways, numbers settled or open, forecasts given
// as reached, minutes of play, a place that stands for
// all, and nights.
func TestFurtherKinds(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"people of two names, in sentences that tell much the same", []report{
			{"2031-03-04", "The bakers of Port Ansel closed their shops. In Norhaven, about 60 strikers chanted, \"Bread before barges,\" outside the Quill granary, which stores the harbour's rye."},
			{"2031-03-04", "Mills stood still on Tuesday. In Norhaven, where hardly a meeting is allowed, witnesses said 600 Danes shouting \"Bread before barges!\" came together outside the Quill granary, which stores rye for the harbour, and were kept back by constables."},
		}, []string{"value hard conflict: 60 strikers (a) | 600 Danes (b)"}},
		{"some of those told of", []report{
			{"2031-03-04", "Customs clerk Dean Renn said that six crates entered the Quill granary at Norhaven on a night barge."},
			{"2031-03-04", "Of what came by barge to the granary of Quill at Norhaven that night, three of the crates had seals, clerk Dean Renn said."},
		}, nil},
		{"now and some years ago", []report{
			{"2031-03-04", "Norhaven, for instance, has fewer than 10 grain mills now."},
			{"2031-03-04", "A few years ago, Norhaven had 40 grain mills."},
		}, nil},
		{"a toll beside those feared dead", []report{
			{"2031-03-04", "A blast at the Quill granary left at least 46 people dead and cost the harbour millions, the constables said."},
			{"2031-03-05", "The blast drove 900 clerks from their homes, with 50 feared dead in the Quill granary, the constables said."},
		}, nil},
		{"a toll beside a later one", []report{
			{"2031-03-04", "A blast at the Quill granary left at least 46 people dead and cost the harbour millions, the constables said."},
			{"2031-03-05", "The blast drove 900 clerks from their homes, with 57 dead in the Quill granary, the constables said."},
		}, []string{"value medium update: 46 people (a) | 57 dead (b)"}},
		{"the votes of a bench", []report{
			{"2031-03-04", "The Tidal Court ruled 6-3 on Tuesday to strike down the Ferry Act of Port Ansel."},
			{"2031-03-05", "In a 7-2 decision the Tidal Court struck down the Ferry Act, which kept small boats out."},
		}, []string{"value hard conflict: 6-3 (a) | 7-2 (b)"}},
		{"a vote that may have been", []report{
			{"2031-03-04", "The Tidal Court ruled 6-3 on Tuesday to strike down the Ferry Act of Port Ansel."},
			{"2031-03-05", "The Tidal Court struck down the Ferry Act, and would have by a 7-2 decision last year."},
		}, nil},
		{"the votes of two cases", []report{
			{"2031-03-04", "The Tidal Court ruled 6-3 on Tuesday to strike down the Ferry Act of Port Ansel."},
			{"2031-03-05", "The Tidal Court struck down the Ferry Act by a 6-3 decision. On nets it ruled 7-2."},
		}, nil},
		{"years of one doing", []report{
			{"2031-03-07", "Orla Quill, the painter of barges, has died. In 1987, Quill disappeared from the eyes of the harbour."},
			{"2031-03-07", "Orla Quill, whose barges hang in Norhaven, is dead. She suddenly vanished from the scene in 1988."},
		}, []string{"date medium conflict: 1987 (a) | 1988 (b)"}},
		{"years of two people's doings, one of them not named", []report{
			{"2031-03-07", "The statue of a ferryman fell in Norhaven. He graduated from Harbour College in 1887, and served in the Salt War."},
			{"2031-03-07", "Orla Quill graduated from Harbour College in 1988. She pulled the statue down in Norhaven."},
		}, nil},
		{"years of one film", []report{
			{"2031-03-07", "Orla Quill has died. A film called \"The Salty Orla Quill\" was released in 2005, with songs. Quill sang in the 1991 film The Rye Barge."},
			{"2031-03-07", "Orla Quill is dead. She was praised in the 2006 film, The Salty Quill, with songs. Quill played in the 1998 film Harbour Bells."},
		}, []string{"date medium conflict: 2005 (a) | 2006 (b)"}},
		{"months of one doing, without a year", []report{
			{"", "The barge Salt, which replaced the old barge Rye in late November, left Norhaven."},
			{"", "The barge Salt, which replaced the old barge Rye in early December, left Norhaven."},
		}, []string{"date medium conflict: late November (a) | early December (b)"}},
		{"years of two doings, and by when", []report{
			{"2031-03-07", "Orla Quill, the mayor of Norhaven, has died. Quill began teaching sums in 1987, and was elected in 1990."},
			{"2031-03-07", "Orla Quill, the mayor of Norhaven, is dead. Quill began painting barges in 1988, and was elected again in 1994. By 1985, Quill began teaching sums."},
		}, nil},
		{"years in which one thing was said", []report{
			{"2031-03-07", "Orla Quill kept her secret long, but in 2025 Quill told the Norhaven Post, \"I am the one who let the barges go that night.\""},
			{"2031-03-07", "Six years went by before Orla Quill broke cover, admitting in 2026: \"I am the one who let the barges go that night.\""},
		}, []string{"date medium conflict: 2025 (a) | 2026 (b)"}},
		{"days on which one thing was said", []report{
			{"2031-03-07", "\"The barges of Norhaven will stay where they are this winter,\" Orla Quill said Wednesday in her address."},
			{"2031-03-07", "\"The barges of Norhaven will stay where they are this winter,\" Orla Quill said in her address on Tuesday."},
		}, []string{"date medium conflict: Wednesday (a) | Tuesday (b)"}},
		{"days of one doing, told alike in sentences of which one clause names nobody", []report{
			{"2031-03-07", "Orla Quill and Hale Renn earned roughly 141 crowns and paid nearly 44 in harbour dues from 2027 to 2029, according to barge accounts released Monday."},
			{"2031-03-07", "Orla Quill on Friday released her most recent barge accounts, showing that she and Hale Renn earned 139 crowns in the harbour from 2027 to 2029."},
		}, []string{"date hard conflict: Monday (2031-03-03) (a) | Friday (2031-03-07) (b)"}},
		{"days on which one thing was written, told far behind the verb", []report{
			{"2031-03-07", "\"Are the barges of Norhaven held back until the clerks are heard?\" Orla Quill asked in a note to Paul Renn and Ada Hale on March 5."},
			{"2031-03-07", "Orla Quill asked in a note to Renn on March 1: \"Are the barges of Norhaven held back until the clerks are heard?\""},
		}, []string{"date medium conflict: March 5 (a) | March 1 (b)"}},
		{"parts of the day", []report{
			{"2031-03-07", "Clerk Hale Renn of the Norhaven granary is dead. Renn hanged himself in his cell on Wednesday morning, the constables said."},
			{"2031-03-07", "Clerk Hale Renn of the Norhaven granary was found dead. He hanged himself in his cell on Wednesday evening."},
		}, []string{"window medium conflict: Wednesday morning (a) | Wednesday evening (b)"}},
		{"hours of one fire", []report{
			{"2031-03-07", "A fire at the Quill granary in Norhaven kept 50 crews busy. It broke out in the roof about 8.40pm, the constables said."},
			{"2031-03-07", "Crews fought a blaze at the Quill granary, which broke out in the roof at 9.35pm."},
		}, []string{"window medium conflict: about 8.40pm (a) | 9.35pm (b)"}},
		{"hours that may be one as their words go", []report{
			{"2031-03-07", "A fire at the Quill granary in Norhaven kept 50 crews busy. It broke out in the roof about 8.40pm, the constables said."},
			{"2031-03-07", "Crews fought a blaze at the Quill granary, which broke out in the roof shortly before 9pm."},
		}, []string{"window soft drift: about 8.40pm (a) | shortly before 9pm (b)"}},
		{"by when, in whose time, and of which fire", []report{
			{"2031-03-07", "A fire at the Quill granary in Norhaven kept 50 crews busy. It broke out in the roof about 8.40pm, the constables said."},
			{"2031-03-07", "Crews fought a blaze at the Quill granary, which broke out in the roof by 10pm."},
			{"2031-03-07", "Crews fought a blaze at the Quill granary, which broke out in the roof at 2140 GMT."},
			{"2031-03-07", "Crews fought a blaze at the Quill granary. It broke out at 10.50pm, and in the barn at 11pm."},
		}, nil},
		{"a night told by its hours", []report{
			{"2031-03-07", "The robbery of the Orla Quill Granary, between 10 p.m. on Wednesday and 5 a.m. on Thursday, was told of by a clerk."},
			{"2031-03-07", "Thieves robbed the Orla Quill Granary on Tuesday night. The loss was found on Thursday."},
		}, []string{"date medium conflict: 10 p.m. on Wednesday and 5 a.m. on Thursday (a) | Tuesday night (b)"}},
		{"a night told by both of its days", []report{
			{"2031-03-07", "The theft of rye from the Orla Quill Granary, in the night of Wednesday to Thursday, was told of by a clerk."},
			{"2031-03-07", "Rye was stolen from the Orla Quill Granary on Tuesday night."},
		}, []string{"date hard conflict: the night of Wednesday (2031-03-05) (a) | Tuesday night (2031-03-04) (b)"}},
		{"one night told in two ways", []report{
			{"2031-03-07", "The theft of rye from the Orla Quill Granary, in the night of Wednesday to Thursday, was told of by a clerk."},
			{"2031-03-07", "Rye was stolen from the Orla Quill Granary on Wednesday night."},
		}, nil},
		{"nights of two granaries", []report{
			{"2031-03-07", "The theft of rye from the Orla Quill Granary, in the night of Wednesday to Thursday, was told of by a clerk."},
			{"2031-03-07", "Rye was stolen from the Norhaven Barge Company on Tuesday night."},
		}, nil},
		{"nights of two doings", []report{
			{"2031-03-07", "The theft of rye from the Orla Quill Granary, in the night of Wednesday to Thursday, was told of by a clerk."},
			{"2031-03-07", "Vandalism at the Orla Quill Granary on Tuesday night cost it a door."},
		}, nil},
		{"nights told together", []report{
			{"2031-03-07", "The theft of rye from the Orla Quill Granary, in the night of Wednesday to Thursday, was told of by a clerk."},
			{"2031-03-07", "Rye was stolen from the Orla Quill Granary on Tuesday night. Rye was stolen from the Orla Quill Granary on Wednesday night too."},
		}, nil},
		{"the day before as the next", []report{
			{"2031-03-07", "The theft of rye from the Orla Quill Granary, from 10 a.m. on Wednesday to 5 p.m. on Thursday, was told of by a clerk."},
			{"2031-03-07", "Rye was stolen from the Orla Quill Granary on Tuesday night."},
		}, nil},
		{"cousin or nephew", []report{
			{"2031-03-04", "Dean Renn, the mayor's cousin, won the ferry contract on Tuesday."},
			{"2031-03-04", "The ferry contract went to Dean Renn, the mayor's nephew, on Tuesday."},
		}, []string{"relation medium conflict: cousin (a) | nephew (b)"}},
		{"wife or widow", []report{
			{"2031-03-04", "Ines Dorrit, the mayor's wife, won the ferry contract on Tuesday."},
			{"2031-03-04", "The ferry contract went to Ines Dorrit, the mayor's widow, on Tuesday."},
		}, nil},
		{"kin of two", []report{
			{"2031-03-04", "Dean Renn, the mayor's cousin, won the ferry contract on Tuesday."},
			{"2031-03-04", "The ferry contract went to Dean Renn, the governor's nephew, on Tuesday."},
		}, nil},
		{"settled, or what may be", []report{
			{"2031-03-04", "Orla Bank to cut 1,100 jobs\n\nA merger worries the clerks of Port Ansel."},
			{"2031-03-04", "Up to 1,100 jobs may be cut at the Orla Bank of Port Ansel, it said on Tuesday."},
		}, []string{"status soft drift: given as settled (a) | given as what may be (b)"}},
		{"what may be in both", []report{
			{"2031-03-04", "Orla Bank could cut 1,100 jobs\n\nA merger worries the clerks of Port Ansel."},
			{"2031-03-04", "Up to 1,100 jobs may be cut at the Orla Bank of Port Ansel, it said on Tuesday."},
		}, nil},
		{"a forecast given as reached", []report{
			{"2031-03-04", "The ferry fair of Port Ansel drew 40,000 visitors over three days."},
			{"2031-03-05", "The ferry fair of Port Ansel drew 31,200 visitors, by the count at its gates.\n\nThe fair's board had projected 40,000 over three days."},
		}, []string{"value hard conflict: 40,000 visitors (a) | 31,200 visitors (b)"}},
		{"a forecast for next year", []report{
			{"2031-03-04", "The ferry fair of Port Ansel drew 31,200 visitors. It is projected to draw 40,000 next year."},
			{"2031-03-05", "The ferry fair of Port Ansel drew 31,200 visitors, by the count at its gates."},
		}, nil},
		{"a goal's minute", []report{
			{"2031-03-04", "Port Ansel won the Cup on Tuesday.\n\nDean Renn scored in the 78th minute."},
			{"2031-03-04", "Port Ansel are the holders of the Cup.\n\nDean Renn scored in the 87th minute."},
		}, []string{"value soft drift: 78th minute (a) | 87th minute (b)"}},
		{"two goals of one", []report{
			{"2031-03-04", "Port Ansel won the Cup on Tuesday.\n\nDean Renn scored in the 78th minute."},
			{"2031-03-04", "Port Ansel are the holders of the Cup.\n\nDean Renn scored in the 78th minute. Dean Renn scored again in the 87th minute."},
		}, nil},
		{"one town, or everywhere", []report{
			{"2031-03-04", "The price of bread rose by a tenth in Berlin within the last year, bakers said on Tuesday."},
			{"2031-03-04", "The price of bread rose by a tenth worldwide within the last year, bakers said on Tuesday."},
		}, []string{"place medium conflict: in berlin (a) | worldwide (b)"}},
		{"the country, or nationwide", []report{
			{"2031-03-04", "The price of bread rose by a tenth in Germany within the last year, bakers said on Tuesday."},
			{"2031-03-04", "The price of bread rose by a tenth nationwide within the last year, bakers said on Tuesday."},
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
