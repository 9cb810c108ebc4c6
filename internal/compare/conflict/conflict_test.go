package conflict_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/compare"
	"nutgraf/internal/compare/claim"
	"nutgraf/internal/compare/conflict"
	"nutgraf/internal/extract"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// report is a small article of our own: its day and its text.
type report struct{ day, text string }

// stages are compiled once for all cases.
type stages struct {
	annotator *annotate.Annotator
	comparer  *compare.Comparer
}

func compile(t testing.TB) stages {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return stages{annotate.New(pack), compare.New(pack)}
}

// conflicts reads reports and returns what they differ on, a line each: kind,
// severity, relation, and the words on each side.
func (s stages) compared(t testing.TB, reports []report) []nutgraf.Conflict {
	t.Helper()
	var members []nutgraf.Member
	for i, r := range reports {
		doc, err := extract.Document(&nutgraf.Item{ID: string(rune('a' + i)), Name: "report", Media: nutgraf.MediaText, Body: []byte(r.text), Given: nutgraf.Given{Date: r.day}})
		if err != nil {
			t.Fatal(err)
		}
		seg, ann := s.annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
	}
	return s.comparer.Compare(members).Conflicts
}

func (s stages) conflicts(t testing.TB, reports []report) []string {
	t.Helper()
	var out []string
	for _, c := range s.compared(t, reports) {
		var sides []string
		for _, x := range c.Sides {
			var docs []string
			for _, e := range x.Evidence {
				docs = append(docs, e.Doc)
			}
			sides = append(sides, fmt.Sprintf("%s (%s)", x.Value, strings.Join(docs, " ")))
		}
		out = append(out, fmt.Sprintf("%s %s %s: %s", c.Kind, c.Severity, c.Relation, strings.Join(sides, " | ")))
	}
	return out
}

func TestConflicts(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"casualties that differ", []report{
			{"2031-03-04", "A ferry struck the mole at Port Ansel on Tuesday.\n\nSeven people were hurt, the harbour office said."},
			{"2031-03-04", "A ferry ran into the mole at Port Ansel on Tuesday.\n\nNine people were injured, the ambulance service said."},
		}, []string{"value hard conflict: Seven people (a) | Nine people (b)"}},
		{"a count with and without the one who is named", []report{
			{"2031-03-04", "Ada Hale and five other councillors have signed the ferry pact with Norhaven, the harbour office said."},
			{"2031-03-04", "Six councillors have signed the ferry pact with Norhaven, the harbour office said."},
		}, nil},
		{"two speakers of words that one report cuts", []report{
			{"2031-03-04", "\"The harbour office of Port Ansel has known for nine years that the old mole is rotten and will not hold,\" said Ada Hale."},
			{"2031-03-04", "\"The harbour office [of the town] has known for nine years that the old mole is rotten and will not hold,\" said Paul Renn."},
		}, []string{"speaker medium conflict: Ada Hale (a) | Paul Renn (b)"}},
		{"two speakers of one half of what a report quotes in two places", []report{
			{"2031-03-04", "\"The mole was always going to fail, and the board was told so in spring,\" said Paul Renn.\n\nThe board met on Monday and heard three clerks.\n\n\"We will open the old quay within the year and pay for every stone ourselves,\" Ada Hale said."},
			{"2031-03-04", "\"The mole was always going to fail, and the board was told so in spring,\" Ada Hale said in a letter. \"We will open the old quay within the year and pay for every stone ourselves.\""},
		}, []string{"speaker medium conflict: Paul Renn (a) | Ada Hale (b)"}},
		{"two speakers of words that one report quotes in pieces", []report{
			{"2031-03-04", "\"If the board is not prepared to hold the gulls of Norhaven to account, the talks on the quay should not go on,\" said Ada Hale."},
			{"2031-03-04", "Paul Renn said that if the board \"is not prepared to hold the gulls of Norhaven to account,\" the talks \"should not go on.\""},
		}, []string{"speaker medium conflict: Ada Hale (a) | Paul Renn (b)"}},
		{"two speakers, one with a long title", []report{
			{"2031-03-04", "\"The mole was always going to fail, and the board was told so in spring,\" said Paul Renn."},
			{"2031-03-04", "\"The mole was always going to fail, and the board was told so in spring,\" Norhaven Harbour Oversight Committee Chair Ada Hale said."},
		}, []string{"speaker medium conflict: Paul Renn (a) | Ada Hale (b)"}},
		{"two speakers of a few words on one matter", []report{
			{"2031-03-04", "Paul Renn said the refusal to let the clerks testify, and to show the barge ledgers, was \"strong proof of a cover-up\" by the board."},
			{"2031-03-04", "\"The failure to bring the clerks, and the failure to bring the ledgers, we hold to be further strong proof of a cover-up by this board,\" Ada Hale told them."},
		}, []string{"speaker medium conflict: Paul Renn (a) | Ada Hale (b)"}},
		{"a few words that two people say", []report{
			{"2031-03-04", "Paul Renn said the price of rye at Norhaven was \"strong proof of a cover-up\" by the board."},
			{"2031-03-04", "\"The failure to bring the clerks we hold to be further strong proof of a cover-up by this board,\" Ada Hale told them."},
		}, nil},
		{"words that one speaker hands on without a name", []report{
			{"2031-03-04", "\"As the mayor said today, we are still waiting for the harbour board to name the stones that it is willing to lay,\" Paul Renn said."},
			{"2031-03-04", "Ada Hale said the meeting was short but the town is \"still waiting for the harbour board to name the stones that it is willing to lay.\""},
		}, nil},
		{"two speakers who both hand on a third's words", []report{
			{"2031-03-04", "\"As Secretary Lund has said, barges that come without leave will be sent back to the sea under our laws,\" Paul Renn said."},
			{"2031-03-04", "\"Barges that come without leave will be sent back to the sea under our laws,\" harbour spokeswoman Ada Hale said."},
		}, []string{"speaker medium conflict: Paul Renn (a) | Ada Hale (b)"}},
		{"one speaker in two spellings", []report{
			{"2031-03-04", "\"Barges that come without leave will be sent back to the sea under our laws,\" Ada Liu said."},
			{"2031-03-04", "\"Barges that come without leave will be sent back to the sea under our laws,\" harbour spokeswoman Ada Lui said."},
		}, nil},
		{"what one speaker says of himself and the other of the clerks", []report{
			{"2031-03-04", "\"These senior clerks will report to the mayor and say whether any of the old barge accounts of Norhaven should be opened again this spring,\" harbour master Paul Renn wrote."},
			{"2031-03-04", "\"I've told senior clerks to say whether any of the old barge accounts of Norhaven should be opened again this spring,\" Ada Hale said on Monday."},
		}, nil},
		{"words that one speaker hands on", []report{
			{"2031-03-04", "\"I am not here to close the quay,\" Paul Renn wrote. \"But as Ada Hale once said, 'There are stones in this mole that nobody should ever have laid down.'\""},
			{"2031-03-04", "Ada Hale said: \"There are stones in this mole that nobody should ever have laid down.\""},
		}, nil},
		{"the same count", []report{
			{"2031-03-04", "Seven people were hurt when a ferry struck the mole at Port Ansel."},
			{"2031-03-04", "A ferry ran into the mole at Port Ansel and seven people were injured."},
		}, nil},
		{"a later count", []report{
			{"2031-03-04", "At Port Ansel, 12 people were killed in the storm, the prefect said."},
			{"2031-03-07", "At Port Ansel, 31 people were killed in the storm, the prefect said."},
		}, []string{"value medium update: 12 people (a) | 31 people (b)"}},
		{"rounding within the hedge", []report{
			{"2031-03-04", "Velmar will cut 11,180 jobs at its mills, the company said."},
			{"2031-03-04", "Velmar is to cut about 11,000 jobs at its mills."},
		}, nil},
		{"a crowd counted twice", []report{
			{"2031-03-04", "The crowd was 41,306, the club said."},
			{"2031-03-04", "Police put the crowd at 38,000."},
		}, []string{"value hard conflict: 41,306 (a) | 38,000 (b)"}},
		{"projected, and given as reached", []report{
			{"2031-03-04", "The fair is projected to draw 40,000 visitors over the next four weeks."},
			{"2031-03-05", "The fair drew 40,000 visitors over the past week."},
		}, []string{"status hard conflict: projected, “the next four weeks” (a) | given as reached, “the past week” (b)"}},
		{"who is to watch, and who has watched", []report{
			{"2031-03-04", "The series is projected to be watched by 6 million homes over the next four weeks."},
			{"2031-03-05", "The series was watched in an estimated 6 million homes over the past ten days."},
		}, []string{"status hard conflict: projected, “the next four weeks” (a) | given as reached, “the past ten days” (b)"}},
		{"one number for two periods", []report{
			{"2031-03-04", "The series was watched in 6 million homes in its first ten days."},
			{"2031-03-04", "The series was watched in 6 million homes in its first month."},
		}, []string{"window medium drift: given as reached, “first ten days” (a) | given as reached, “first month” (b)"}},
		{"a record set, or on the way", []report{
			{"2031-03-04", "The series had the biggest opening for a drama on the Lantern service."},
			{"2031-03-04", "The series is on its way to becoming the biggest opening for a drama on the Lantern service."},
		}, []string{"status medium conflict: set (a) | on the way (b)"}},
		{"a service's record", []report{
			{"2031-03-04", "The series came out and achieved Lantern's biggest opening night for a drama on the service."},
			{"2031-03-04", "The series is on its way to becoming the biggest opening night for a drama on the Lantern service."},
		}, []string{"status medium conflict: set (a) | on the way (b)"}},
		{"one sentence given to two people, among words that differ", []report{
			{"2031-03-04", "For the owners, Ilse Brandt told the inquiry at Karsk that her client was careful and not idle. \"The pumps were always going to be mended,\" she said. \"It is in the minutes, for those who can read.\""},
			{"2031-03-04", "The inquiry at Karsk heard from an interview with the engineer.\n\n\"The pumps were always going to be mended,\" Ada Hale said in it. \"I had a list.\""},
		}, []string{"speaker medium conflict: Ilse Brandt (a a) | Ada Hale (b)"}},
		{"a pronoun that may be another's", []report{
			{"2031-03-04", "For the owners, Ilse Brandt told the inquiry at Karsk that Ada Hale was careful and not idle. \"The pumps were always going to be mended,\" she said. \"It is in the minutes, for those who can read.\""},
			{"2031-03-04", "The inquiry at Karsk heard from an interview with the engineer.\n\n\"The pumps were always going to be mended,\" Ada Hale said in it. \"I had a list.\""},
		}, nil},
		{"a way that leads to no record", []report{
			{"2031-03-04", "The series had the biggest opening for a drama on the Lantern service."},
			{"2031-03-04", "Nobody forgave it, not with the way Hale behaved after the biggest opening for a drama on the Lantern service."},
		}, nil},
		{"a speaker whose name may be a verb", []report{
			{"2031-03-04", "The series had the biggest opening for a drama on the Lantern service."},
			{"2031-03-04", "Its maker Tessa May called it the biggest opening for a drama on the Lantern service."},
		}, nil},
		{"what is the largest of its kind", []report{
			{"2031-03-04", "Lantern's biggest opening night for a drama on the service was moved to May."},
			{"2031-03-04", "The series is on its way to becoming the biggest opening night for a drama on the Lantern service."},
		}, nil},
		{"two numbers that one report tells apart", []report{
			{"2031-03-04", "Orrin is valued at $2.4 billion including debt, and its shares at $1.9 billion."},
			{"2031-03-04", "The deal is worth $1.9 billion, Orrin said."},
		}, nil},
		{"an older event", []report{
			{"2031-03-04", "Velmar will cut 11,000 jobs at its mills."},
			{"2031-03-04", "Velmar cut 6,000 jobs in 1993."},
		}, nil},
		{"no comment, then a statement", []report{
			{"2031-03-04", "Cuts are planned at Orrin Freight, two people said.\n\nOrrin Freight declined to comment."},
			{"2031-03-05", "Cuts are not planned at Orrin Freight.\n\nAn Orrin Freight spokeswoman said the report was \"baseless from first to last\"."},
		}, []string{"status hard conflict: no such word (a) | not (b)", "status medium update: no comment (a) | commented (b)"}},
		{"a name spelled in two ways", []report{
			{"2031-03-04", "Kofi Adeyo scored in the last minute, and Kofi Adeyo wept."},
			{"2031-03-04", "Kofi Adayo scored in the last minute. The club praised Kofi Adayo."},
		}, []string{"name soft drift: Kofi Adeyo (a) | Kofi Adayo (b)"}},
		{"wounded, beside a number that both give", []report{
			{"2031-03-04", "The blast at Karsk left 25 miners dead and five more wounded."},
			{"2031-03-04", "At Karsk 25 miners were killed and 31 injured, the mine rescue office said."},
		}, []string{"value hard conflict: five (a) | 31 injured (b)"}},
		{"an amount for one thing", []report{
			{"2031-03-04", "Quill spent $750,000 in campaign money on personal items, prosecutors said."},
			{"2031-03-04", "Quill pleaded guilty to spending $550,000 in campaign money on personal items."},
		}, []string{"value hard conflict: $750,000 (a) | $550,000 (b)"}},
		{"the only amounts of one measure", []report{
			{"2031-03-04", "Velmar will close its mill at Karsk. Annual revenue fell to $93bn as the company shed its paper arm."},
			{"2031-03-04", "Velmar denied that it would close mills. The firm logged $25 billion in revenue, and hired clerks."},
		}, []string{"value hard conflict: $93bn (a) | $25 billion (b)"}},
		{"one length in two units", []report{
			{"2031-03-04", "The office building is about 15 miles north of Torvane."},
			{"2031-03-04", "The office building is about 24km north of Torvane."},
		}, nil},
		{"a sum and its parts", []report{
			{"2031-03-04", "The navy took 12 Marran and 11 Torvan pirates on board the cutter."},
			{"2031-03-04", "The 23 pirates were taken on board the cutter."},
		}, nil},
		{"a word for many", []report{
			{"2031-03-04", "Dozens of people were evacuated from their homes at Karsk."},
			{"2031-03-04", "At Karsk 60 people were evacuated from their homes."},
		}, nil},
		{"so much a day, and in all", []report{
			{"2031-03-04", "The strike costs the port of Saltey £310,000 a day in lost fees."},
			{"2031-03-04", "The strike has cost the port of Saltey £1.1m in lost fees."},
		}, nil},
		{"people killed beside people hurt", []report{
			{"2031-03-04", "At Port Ansel 12 people were killed by the storm."},
			{"2031-03-04", "At Port Ansel 31 people were injured by the storm."},
		}, nil},
		{"two runners' figures", []report{
			{"2031-03-04", "Ilse Brandt ran for 498 yards this season, her club said."},
			{"2031-03-04", "Mara Quist ran for 404 yards this season, her club said."},
		}, nil},
		{"an older event of which no page tells the day", []report{
			{"", "Velmar will cut 111,000 jobs at its mills."},
			{"", "Velmar cut 60,000 jobs at its mills in 1993."},
		}, nil},
		{"the day of an election", []report{
			{"2031-03-04", "Voters choose a successor in a special election set for June 25."},
			{"2031-03-04", "The winner is likely to win the June 20 special election."},
		}, []string{"date hard conflict: June 25 (2031-06-25) (a) | June 20 (2031-06-20) (b)"}},
		{"the wording of one utterance", []report{
			{"2031-03-04", "\"We will repair every gate along the lower quay before the autumn storms arrive,\" said Ada Hale."},
			{"2031-03-04", "\"We will inspect every gate along the lower quay before the autumn storms arrive,\" said Ada Hale."},
		}, []string{"wording soft drift: repair (a) | inspect (b)"}},
		{"one length of time", []report{
			{"2031-03-04", "Rescuers pulled a woman from under the mole at Port Ansel after 27 hours."},
			{"2031-03-04", "A woman was pulled from under the mole at Port Ansel after 37 hours by rescuers."},
		}, []string{"window hard conflict: 27 hours (a) | 37 hours (b)"}},
		{"numbers that are names", []report{
			{"2031-03-04", "The Ansel club lost the Week 9 game against Brannock."},
			{"2031-03-04", "The Ansel club lost the Week 15 game against Brannock."},
		}, nil},
		{"what two polls found", []report{
			{"2031-03-04", "A poll for the Courier found that 68 percent of dockers back the strike."},
			{"2031-03-04", "A poll for the Tribune found that 83 percent of dockers back the strike."},
		}, nil},
		{"what is to come is not the number", []report{
			{"2031-03-04", "The council is slated to pass the 300-page harbour bill on Friday."},
			{"2031-03-04", "The council passed the 300-page harbour bill after a night of talks."},
		}, nil},
		{"two months", []report{
			{"2031-03-04", "Velmar's mills added 151 jobs in January, the company said."},
			{"2031-03-04", "Velmar's mills are projected to add 150 jobs in February, the company said."},
		}, nil},
		{"what was expected", []report{
			{"2031-03-04", "Analysts expected the report to show that Velmar's mills cut 15,000 jobs in January."},
			{"2031-03-04", "Velmar's mills cut 17,200 jobs in January, the report showed."},
		}, nil},
		{"one of several records", []report{
			{"2031-03-04", "The port is among the biggest donors to the harbour fund, and one of the biggest in the history of the fund."},
			{"2031-03-04", "The gift will make the port the biggest donor in the history of the harbour fund."},
		}, nil},
		{"denied in both", []report{
			{"2031-03-04", "The mayor does not believe that the council can prove the leak beyond a doubt."},
			{"2031-03-04", "The mayor believes that the council cannot prove the leak beyond a doubt."},
		}, nil},
		{"words of before are no answer", []report{
			{"2031-03-02", "Orrin Freight said in a statement: \"We have always paid our crews on time, and we always will.\""},
			{"2031-03-04", "Cuts are planned at Orrin Freight, two people said.\n\nOrrin Freight declined to comment."},
		}, nil},
		{"a storm that moves", []report{
			{"2031-03-04", "At noon storm Ilse was off Port Ansel with maximum sustained winds of 125 mph."},
			{"2031-03-04", "Ilse weakened as it neared the coast of Marran, with maximum sustained winds of 85 mph, the weather office said."},
		}, nil},
		{"the ages of two groups", []report{
			{"2031-03-04", "Most of those killed at Karsk were between the ages of 12 and 16, the prefect said."},
			{"2031-03-04", "A doctor told the Courier that the wounded whom he had seen were aged between 22 and 40 years or so."},
		}, nil},
		{"parts of a score", []report{
			{"2031-03-04", "Brandt had a 162 - 139 record at Port Ansel, the fourth best in the club's history."},
			{"2031-03-04", "Brandt had a 538 - 201 record at Port Ansel, the fourth best in the club's history."},
		}, nil},
		{"two stretches of time", []report{
			{"2031-03-04", "Gunmen in the hills of Marran fired 422 rockets at Karsk in the past two days, the prefect said."},
			{"2031-03-04", "Karsk has been the target of 750 rockets fired from the hills of Marran this year, the prefect said."},
		}, nil},
		{"days that are left", []report{
			{"2031-03-04", "The council is in session 15 days between now and the end of the year."},
			{"2031-03-05", "The council is in session 14 days between now and the end of the year."},
		}, nil},
		{"groups of several", []report{
			{"2031-03-04", "A group of 19 mayors is suing to stop the sale of the harbour at Karsk."},
			{"2031-03-04", "A suit to stop the sale of the harbour at Karsk was brought by 16 mayors."},
		}, nil},
		{"a lawyer's silence", []report{
			{"2031-03-04", "Cuts are planned at Orrin Freight.\n\nMara Quist, a lawyer for Ada Hale, declined to comment."},
			{"2031-03-04", "Cuts are feared at the freight line.\n\n\"I have done nothing wrong in all my years there,\" Ada Hale said in a statement."},
		}, nil},
		{"one length of time in two units", []report{
			{"2031-03-04", "Brandt spent two years on the study of the harbour at Karsk, the council said."},
			{"2031-03-04", "Brandt spent 22 months on the study of the harbour at Karsk, the council said."},
		}, nil},
		{"denied in part", []report{
			{"2031-03-04", "\"It was not to tell them of the result of the audit, it was to tell them that we began the audit,\" Ada Hale said."},
			{"2031-03-04", "\"It was to tell them that we began the audit,\" Ada Hale said."},
		}, nil},
		{"ages beside a full name", []report{
			{"2031-03-04", "The driver, 34-year-old Ada Hale, was taken to the clinic at Karsk."},
			{"2031-03-05", "Ada Hale, 36, was driving the van, the prefect said."},
		}, []string{"value hard conflict: 34 (a) | 36 (b)"}},
		{"the age of whom both reports open with", []report{
			{"2031-03-04", "A 14-year-old boy was pulled from the harbour at Karsk on Monday."},
			{"2031-03-04", "A 16-year-old boy was pulled from the harbour at Karsk after he fell from the mole."},
		}, []string{"value hard conflict: 14-year-old boy (a) | 16-year-old boy (b)"}},
		{"the age of somebody's child", []report{
			{"2031-03-04", "The 9-year-old daughter of Ada Hale was taken to the clinic at Karsk."},
			{"2031-03-05", "Ada Hale, 36, was driving the van, the prefect said."},
		}, nil},
		{"a number disputed", []report{
			{"2031-03-04", "Velmar is to cut 11,200 jobs in its largest round of layoffs ever, the Courier reported."},
			{"2031-03-04", "Velmar will shed 11,200 jobs, according to the Courier."},
			{"2031-03-05", "Velmar denied that it would lay off a tenth of its staff. \"That is several hundred people, a fraction of what has been reported,\" a spokeswoman for Velmar said."},
		}, []string{"value hard conflict: 11,200 jobs (a b) | several hundred people (c)"}},
		{"a toll brought up to date, told in other words", []report{
			{"2031-03-04", "KARSK — At least 27 people are dead after the ferry Meridian sank off Vale harbour, the coast guard said."},
			{"2031-03-05", "Divers searched Vale harbour again on Wednesday for the ferry Meridian, which sank and took 34 lives.\n\nThe search goes on."},
		}, []string{"value medium update: 27 people (a) | 34 (b)"}},
		{"what stands beside a second verb is not counted with it", []report{
			{"2031-03-04", "An earthquake shook Karsk province on Tuesday, killing 320 people and injuring 900."},
			{"2031-03-05", "The earthquake in Karsk province on Tuesday has killed at least 411 people and wounded 1,300."},
		}, []string{"value medium update: 320 people (a) | 411 people (b)", "value medium update: 900 (a) | 1,300 (b)"}},
		{"nor what stands behind a comma", []report{
			{"", "An earthquake shook Karsk province on Tuesday, injuring six people."},
			{"", "The earthquake in Karsk province injured two people. One in March killed at least nine people, injured almost 50 and tore up roads."},
		}, []string{"value hard conflict: six people (a) | two people (b)"}},
		{"the hurt go with the dead that their reports open with", []report{
			{"2031-03-04", "An earthquake shook Karsk province on Tuesday, killing at least 14 people, officials said.\n\nThe quake came at dawn.\n\nAt least 210 people were being treated for injuries, the governor said."},
			{"2031-03-05", "The number of people killed by the earthquake in Karsk province rose to 37 on Wednesday.\n\nThe number of injured had climbed to 460, the governor said."},
		}, []string{"value medium update: 14 people (a) | 37 (b)", "value medium update: 210 people (a) | 460 (b)"}},
		{"the hurt of another event", []report{
			{"2031-03-04", "An earthquake shook Karsk province on Tuesday, killing at least 14 people, officials said.\n\nAt least 210 people were being treated for injuries, the governor said."},
			{"2031-03-05", "A ferry sank off Port Ansel on Wednesday.\n\nThe number of injured had climbed to 460, the coast guard said."},
		}, nil},
		{"tolls told in words of their own by reports that open with one event", []report{
			{"2031-03-04", "The dam above Norhaven burst on Tuesday and sent the Ansel through the lower town. Mayor Ines Dorrit closed the harbour. Boats searched the streets all day.\n\nThe wardens put it in one line. So far 23 people had died, they said."},
			{"2031-03-04", "The lower town of Norhaven lay beneath the Ansel on Tuesday after its dam burst. No ship may enter the harbour, said Mayor Ines Dorrit. Schools stay shut.\n\nIt was the worst night in memory. Fires broke out. Then the water took the last bridges and the mill, leaving 31 people dead in its cellar and attic rooms."},
		}, []string{"value medium conflict: 23 people (a) | 31 people (b)"}},
		{"tolls of two parts by reports that open with different things", []report{
			{"2031-03-04", "Boats searched the streets all day. Bakers gave bread away. A choir sang at the gate.\n\nThe wardens put it in one line. So far 23 people had died, they said."},
			{"2031-03-04", "Schools stay shut on Tuesday. Pupils learn at home. Teachers may call.\n\nIt was the worst night in memory. Fires broke out. Then the water took the last bridges and the mill, leaving 31 people dead in its cellar and attic rooms."},
		}, nil},
		{"tolls of two events", []report{
			{"2031-03-04", "An explosion tore through a flour mill in Karsk, killing 14 people."},
			{"2031-03-04", "The explosion at the mill comes after another fire, which killed 21 people in Sund in 2019."},
		}, nil},
		{"how large a crowd is", []report{
			{"2031-03-04", "The dockers of Karsk are walking to Port Ansel. The caravan of about 7,000 people left the hills on Monday."},
			{"2031-03-05", "The mayor has seen them. She put the caravan at 4,000 on Tuesday, and called for tents."},
			{"2031-03-05", "Some 300 people from the caravan asked for tents, and a previous caravan of 900 never came."},
		}, []string{"value medium drift: 7,000 people (a) | 4,000 (b)"}},
		{"how far a crowd has to go", []report{
			{"2031-03-04", "The dockers of Karsk are walking to Port Ansel. The caravan of about 7,000 people left the hills on Monday."},
			{"2031-03-05", "The caravan was still roughly 1,750 miles from the mole on Tuesday."},
		}, nil},
		{"the market's prices", []report{
			{"2031-03-04", "Copper slipped 0.3 percent to $1,221.20 an ounce on Tuesday."},
			{"2031-03-04", "Copper slipped 0.3 percent to $1,225.50 an ounce on Tuesday."},
		}, nil},
		{"lines of a table", []report{
			{"2031-03-04", "The mood of the voters of Karsk by the Courier. Approve of the mayor of Karsk, 44.6 percent; disapprove, 51 percent."},
			{"2031-03-05", "The mood of the voters of Karsk by the Courier. Approve of the mayor of Karsk, 44.5 percent; disapprove, 51 percent."},
		}, nil},
		{"one clause but for its share", []report{
			{"2031-03-04", "The strike went on for a second day. But markets reacted to the walkout with alarm as Karsk stocks plunged 5.4 percent."},
			{"2031-03-04", "Ferries stood still in Karsk on Tuesday. But markets reacted with alarm as Karsk stocks closed down 3.9 percent."},
		}, []string{"value hard conflict: 5.4 percent (a) | 3.9 percent (b)"}},
		{"where a storm lies", []report{
			{"2031-03-04", "Storm Ilse was located about 90 miles southeast of Port Ansel on its way to the coast."},
			{"2031-03-04", "Storm Ilse was located about 145 miles southeast of Port Ansel."},
		}, nil},
		{"an answer that is no denial", []report{
			{"2031-03-04", "Ada Hale told the crowd at Karsk: \"I am going to pick a great captain, and we will have a tremendous season.\""},
			{"2031-03-04", "Ada Hale told the crowd at Karsk: \"No, I am going to pick a great captain, and we will have a tremendous season.\""},
		}, nil},
		{"a day that the other report could not know", []report{
			{"2031-03-04", "Police released video of the shooting at Karsk on Monday, Ada Hale said."},
			{"2031-03-08", "Police released video of the shooting at Karsk on Saturday, Ada Hale said."},
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

// BenchmarkFind measures claims and conflicts alone, on reports whose numbers
// agree, differ and stand beside each other.
func BenchmarkFind(b *testing.B) {
	pack, err := lang.Load("en")
	if err != nil {
		b.Fatal(err)
	}
	annotator := annotate.New(pack)
	judge := standing.New(pack)
	claims, conflicts := claim.New(pack, gist.New(pack), judge), conflict.New(pack, gist.New(pack), judge)
	for _, n := range []int{10, 100, 1000} {
		var members []nutgraf.Member
		for i := range n {
			text := fmt.Sprintf("A ferry struck the mole at Port Ansel on Tuesday.\n\n%d people were hurt, the harbour office said, and 148 were aboard.\n\nThe line lost $%d million on Monday and will cut %d jobs.", 20+i%7, 4+i%5, 300+10*(i%11))
			doc, err := extract.Document(&nutgraf.Item{ID: fmt.Sprintf("r%04d", i), Name: "report", Media: nutgraf.MediaText, Body: []byte(text), Given: nutgraf.Given{Date: "2031-03-05"}})
			if err != nil {
				b.Fatal(err)
			}
			seg, ann := annotator.Annotate(doc)
			members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
		}
		f := compare.New(pack).Compare(members)
		index := gist.New(pack).Index(members)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m, titled := claims.Find(members, f.Entities, f.Times, nil, index)
				conflicts.Find(conflict.Story{Members: members, Matters: m, Titled: titled, Families: f.Families, Entities: f.Entities, Dates: f.Dates, Times: f.Times})
			}
		})
	}
}

// TestWhoStandsBehind holds how a source is put with the day of its words: a post is of a
// day, and a person is not.
func TestWhoStandsBehind(t *testing.T) {
	s := compile(t)
	told := func(how string) report {
		return report{"2031-03-05", "Old bridge in port to close for months\n\nThe old bridge of the port will close for " + how + " months, the town said on Monday.\n\n\"We will not risk anybody's life,\" said the engineer, Salma Haddad.\n\nThe repair costs 3 million."}
	}
	got := s.compared(t, []report{told("three"), told("four")})
	if len(got) != 1 || got[0].Sides[0].By != "unnamed town, 3 March 2031" {
		t.Errorf("got %+v", got)
	}
}
