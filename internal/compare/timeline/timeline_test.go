package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/compare/timeline"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// report is an article as it comes in.
type report struct{ id, date, text string }

func anchored(t testing.TB, all ...report) (timeline.Anchored, []nutgraf.TimelineEntry) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	annotator := annotate.New(pack)
	var members []nutgraf.Member
	for _, r := range all {
		doc, err := extract.Document(&nutgraf.Item{ID: r.id, Media: nutgraf.MediaText, Body: []byte(r.text), Given: nutgraf.Given{Date: r.date, Source: "given"}})
		if err != nil {
			t.Fatal(err)
		}
		doc.ID = r.id
		seg, ann := annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
	}
	clock := timeline.New(pack, standing.New(pack))
	a := clock.Anchor(members)
	return a, clock.Lanes(a)
}

var (
	dated = report{"a", "2023-03-14", "The ferry Corrin Maid was launched on March 11 in Saltmere.\n\n" +
		"The harbour board said on Monday that the Corrin Maid would make her first crossing at Easter."}
	undated = report{"b", "", "The Corrin Maid, the new ferry, was launched on 11 March before a thin crowd.\n\n" +
		"Her first crossing will come at Easter, the harbour board announced on Monday."}
	wrong = report{"c", "2022-01-01", "The Corrin Maid was launched on 11 March, and the town came to look.\n\nShe carries 400 people."}
	since = report{"d", "", "It is just over a week since the launch of the Corrin Maid, and the town still talks of nothing else.\n\nThe bar stayed open."}
)

func TestRanges(t *testing.T) {
	a, _ := anchored(t, dated, undated, wrong, since)
	var got []string
	for _, d := range a.Dates {
		got = append(got, d.Basis)
	}
	want := []string{
		"14 Mar 2023; nothing in it speaks against",
		"no date on it; by its content 13-17 Mar 2023",
		"dated 1 Jan 2022: does not fit; by its content not before 11 Mar 2023",
		"no date on it; by its content about 19-23 Mar 2023",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var kinds []string
	for _, w := range a.Warnings {
		kinds = append(kinds, w.Doc+" "+string(w.Kind))
	}
	if diff := cmp.Diff([]string{"b no_date", "c implausible_date", "d no_date"}, kinds); diff != "" {
		t.Error(diff)
	}
}

// TestTextLaterThanItsDate reads pages that were added to after the day they bear.
func TestTextLaterThanItsDate(t *testing.T) {
	for _, x := range []struct {
		name, text, basis string
		warned            bool
		days              string // of its events
	}{
		{"a day told as past", "The ferry sank off Saltmere on Monday.\n\nDivers found the wheel on Friday, March 17.\n\nThe board met on Wednesday.", "dated 14 Mar 2023; its text tells of 17 Mar 2023", true, "2023-03-13 2023-03-17"},
		{"the stamp of a post", "The ferry sank off Saltmere on Monday.\n\nShe went down like a bell. — Mara Quill (@maraq) March 15, 2023", "dated 14 Mar 2023; its text tells of 15 Mar 2023", true, "2023-03-13"},
		{"a day ahead", "The ferry will sail from Saltmere on March 17.\n\nThe board heard of the plan on Monday.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-13 2023-03-17"},
		{"the weekday after", "The ferry sank off Saltmere on Monday.\n\nDivers found the wheel on Wednesday.", "14 Mar 2023; its \"Wednesday\" may be the day after", false, "2023-03-13"},
		{"the last of its name", "The ferry sank off Saltmere last Wednesday.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-08"},
		{"what leans on another day", "The board heard of the wheel on Monday.\n\nFour days later, the captain was fired.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-13"},
		{"the day of saying something", "The board told the Herald on Monday.\n\nThe ferry sank off Saltmere on Friday.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a feast that says of what kind", "The ferry sank off Saltmere on Friday.\n\nThe list of the freight of the ferry named Christmas lights.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a feast that is a thing", "The ferry sank off Saltmere on Friday.\n\nAn attack on Easter is seen by the town as one on all of Saltmere.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a month that is over", "The ferry sank off Saltmere on Friday.\n\nThe captain of the ferry is from Vale, coming to Saltmere in April.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a month to come", "The ferry sank off Saltmere on Friday.\n\nThe board of Saltmere will meet on the ferry in April.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10 2023-04-01"},
		{"a letter of a day", "The ferry sank off Saltmere on Friday.\n\nMara Quill said that she wrote alone her two-page March 8 letter to the board of the ferry.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a ruling of a day", "The ferry sank off Saltmere on Friday.\n\nMara Quill praised the ruling last Wednesday that the ferry must sail.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"nobody knows whose", "The ferry sank off Saltmere on Friday.\n\nRain fell. Bread was dear. Boats came in. The keeper had left on Wednesday, March 8.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"what a value is measured from", "The ferry sank off Saltmere on Friday.\n\nThe ferry's shares in Saltmere were down a fifth from their record high on March 8.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a meeting of two days", "The ferry sank off Saltmere on Friday.\n\nThe town of Saltmere bets that the board will sell the ferry at its March 17-18 meeting.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"of what kind a thing is", "The ferry sank off Saltmere on Friday.\n\nThe loss of the ferry sparked overnight protests in Saltmere.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"where it was said", "The ferry sank off Saltmere on Friday.\n\nMara Quill of the ferry wrote in a letter sent Monday.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"nobody knows whose behind a phrase", "The ferry sank off Saltmere on Friday.\n\nRain fell. Bread was dear. Boats came in. In a word to all of Saltmere on Monday, the keeper denied it.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"nobody knows whose before it", "The ferry sank off Saltmere on Friday.\n\nRain fell. Bread was dear. Boats came in. After the appeal failed, Mara Quill left Saltmere on Monday.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"that week's", "The ferry sank off Saltmere on Friday.\n\nThe ferry was sold to Saltmere. At the end of that week, on March 2, the board of Saltmere painted the ferry.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"the same as before", "The ferry sank off Saltmere on Friday.\n\nA second ferry of Saltmere had struck the same rock on Wednesday, March 8.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"if it comes to that", "The ferry sank off Saltmere on Friday.\n\nThe board of Saltmere will, if the town agrees, sell the ferry on March 20.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a clause on what came before it", "The ferry sank off Saltmere on Friday.\n\nAll of Saltmere gathered and honoured the late Mara Quill, who left the ferry on Thursday, March 9.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a clause on a place", "The ferry sank off Saltmere on Friday.\n\nA pilot of the mole where nine wrecks were raised on Thursday, March 9 has said that Saltmere is poor.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"of the year before", "The ferry sank off Saltmere on Friday.\n\nThe police of Saltmere saw Mara Quill of the ferry last year, first on March 2 and then in May.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"set for a day to come", "The ferry sank off Saltmere on Friday.\n\nThe board of Saltmere set the hearing on the ferry for January 12.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"these days", "The ferry sank off Saltmere on Friday.\n\nThe ferry of Saltmere today is about more than coal.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"so long since it", "The ferry sank off Saltmere on Friday.\n\nIn all, since the wreck of the ferry of Saltmere on Wednesday, March 8, nine have left.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"told after another thing", "The ferry sank off Saltmere on Friday.\n\nMara Quill told Saltmere of the ferry after the list was printed Wednesday, March 8.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"of a time amid a month", "The ferry sank off Saltmere on Friday.\n\nMara Quill of Saltmere sent the pilots of the ferry word of the mid-February fair.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"so many days later", "The ferry sank off Saltmere on Friday.\n\nMara Quill of Saltmere had left the ferry on Wednesday, March 8. Four days later the board of Saltmere sold the ferry.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-08 2023-03-10"},
		{"whatever comes of it", "The ferry sank off Saltmere on Friday.\n\nWhatever the ferry of Saltmere brings on Wednesday, March 8, it will not bring coal.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a link", "The ferry sank off Saltmere on Friday.\n\nWrecks off Saltmere are up, says the board of the ferry (Jan. 31)", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"some of them", "The ferry sank off Saltmere on Friday.\n\nSome 30 of them were at the quay of Saltmere on Wednesday, March 8.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a remark's day", "The ferry sank off Saltmere on Friday.\n\nThe board of Saltmere also dismissed Mara Quill's remark on Wednesday, March 8 that the ferry was old.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"no verb but a noun", "The ferry sank off Saltmere on Friday.\n\nMara Quill's angry comments on the ferry of Saltmere on Wednesday, March 8.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"within marks", "The ferry sank off Saltmere on Friday.\n\nMara Quill of the ferry sent the board of Saltmere a letter on the subject “RE: Wednesday, March 8 at the mole.”", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"the fair of a year", "The ferry sank off Saltmere on Friday.\n\nThe 2023 fair opens on Thursday with the ferry of Saltmere.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10 2023-03-16"},
		{"a day after it", "The ferry sank off Saltmere on Friday.\n\nA day after Mara Quill left the ferry of Saltmere on Wednesday, March 8, the board sold it.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"others", "The ferry sank off Saltmere on Friday.\n\nOther pilots left the ferry of Saltmere on Wednesday, March 8.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a clause on who it was", "The ferry sank off Saltmere on Friday.\n\nMara Quill, a pilot who left the ferry on Thursday, said that it was old.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-10"},
		{"a main clause behind another", "Mara Quill, who built the ferry before she left Saltmere, died on Monday.", "14 Mar 2023; nothing in it speaks against", false, "2023-03-13"},
	} {
		t.Run(x.name, func(t *testing.T) {
			a, lanes := anchored(t, report{"a", "2023-03-14", x.text})
			if a.Dates[0].Basis != x.basis {
				t.Errorf("basis %q, want %q", a.Dates[0].Basis, x.basis)
			}
			if warned := len(a.Warnings) == 1 && a.Warnings[0].Kind == nutgraf.LaterText; warned != x.warned || a.Dates[0].Firm == x.warned {
				t.Errorf("warnings %+v, firm %v", a.Warnings, a.Dates[0].Firm)
			}
			var days []string
			for _, e := range lanes {
				if e.Lane == nutgraf.LaneEvent {
					days = append(days, e.From.String())
				}
			}
			if got := strings.Join(days, " "); got != x.days {
				t.Errorf("events on %q, want %q", got, x.days)
			}
		})
	}
}

// TestDayOfAnotherYear gives a day without a year that of the report that tells it.
func TestDayOfAnotherYear(t *testing.T) {
	trial := report{"a", "2023-03-14", "The pilot of the Corrin Maid wrecked the ferry off Saltmere on March 6.\n\nOdo Lund was found guilty on Monday."}
	for text, want := range map[string]string{
		"Odo Lund wrecked the Corrin Maid off the mole of Saltmere on March 6, 2022.": "2022-03-06",
		"The baker of Vale shut on March 6, 2022.":                                    "2023-03-06",
		"The old ferry Corrin Maid sank off Saltmere on March 6, 2023.":               "2023-03-06",
	} {
		a, _ := anchored(t, trial, report{"b", "2023-03-14", text})
		if got := a.Times[0][0].Value; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestBoundsOfUndated reads reports without a date, whose texts bound when they can have
// been published only by what they tell as past, near to the time of their story.
func TestBoundsOfUndated(t *testing.T) {
	for _, x := range []struct {
		name string
		all  []report
		want string
	}{
		{"what has been", []report{{"a", "", "The ferry burned off Saltmere on May 3, 2031."}}, "no date on it; by its content not before 3 May 2031"},
		{"what is to come", []report{{"a", "", "The board announced that Odo Lund will steer the ferry, decked with lamps on Sunday, June 1, 2031."}}, "no date on it"},
		{"the day of a thing", []report{{"a", "", "The board staked out a June 3, 2031 opening day for the ferry."}}, "no date on it"},
		{"when somebody was born", []report{{"a", "", "Odo Lund was born on April 2, 1953, in Saltmere. He left the ferry in 2018."}}, "no date on it"},
		{"when another's was told of", []report{{"a", "", "Odo Lund was born on April 2, 1953, in Saltmere."}, {"b", "", "Odo Lund died in his boat. He left the ferry in 2018."}}, "no date on it"},
		{"a length before the day", []report{{"a", "", "Odo Lund had married two weeks before the crash."}, {"b", "", "The ferry crashed into the mole on May 3, 2031."}}, "no date on it"},
		{"a length since the day", []report{{"a", "", "It is two weeks since the crash, and the town talks of little else."}, {"b", "", "The ferry crashed into the mole on May 3, 2031."}}, "no date on it; by its content about 16-22 May 2031"},
	} {
		a, _ := anchored(t, x.all...)
		if got := a.Dates[0].Basis; got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}

// TestYearsOfUndated gives days and months of reports without a date the year of what
// the story tells of, not that of old days nor of those that lie on the other side.
func TestYearsOfUndated(t *testing.T) {
	const burned = "The police searched the mill of Odo Lund on Nov. 18."
	for text, want := range map[string]string{
		"Odo Lund bought the mill of Saltmere on November 12, 2031.":                                                     "2031-11-18",
		"Odo Lund was born near the mill of Saltmere on November 21, 1985.\n\nHe has owned and run it alone since 2019.": "XXXX-11-18",
	} {
		a, _ := anchored(t, report{"a", "", burned}, report{"b", "", text})
		if got := a.Times[0][0].Value; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	a, _ := anchored(t, report{"a", "", "A sailor was put off the ferry on Christmas Eve."}, report{"b", "", "He shouted at the crew.\n\n— Odo Lund (@odolund) December 25, 2031"})
	if got := a.Times[0][0].Value; got != "2031-12-24" {
		t.Errorf("the year of a post beside it: %s", got)
	}
	a, _ = anchored(t, report{"a", "", "The board plans to publish its word on the ferry on 7 March."}, report{"b", "", "The ferry sank off Saltmere on 8 March 2031."})
	if got := a.Times[0][0].Value; got != "XXXX-03-07" {
		t.Errorf("what is to come lies before what has been: %s", got)
	}
}

func TestRefusedDatesOrderNothing(t *testing.T) {
	a, lanes := anchored(t, dated, undated, wrong)
	if a.Dates[2].From == nutgraf.DayDate(2022, 1, 1) || a.Dates[2].Firm {
		t.Errorf("the refused date still stands: %+v", a.Dates[2])
	}
	for i, e := range lanes {
		if e.Refused && i+1 < len(lanes) && !lanes[i+1].Refused {
			t.Errorf("a refused date stands at %d of %d", i, len(lanes))
		}
		if !e.Refused && e.From < nutgraf.DayDate(2023, 1, 1) {
			t.Errorf("%v: %s", e.From, e.Text)
		}
	}
}

func TestEventsMerge(t *testing.T) {
	_, lanes := anchored(t, dated, undated)
	var got []string
	for _, e := range lanes {
		var docs []string
		for _, c := range e.Evidence {
			docs = append(docs, c.Doc)
		}
		got = append(got, e.From.String()+" "+string(e.Lane)+" "+strings.Join(docs, ","))
	}
	want := []string{"2023-03-11 event a,b", "2023-03-13 event a,b", "2023-03-13 publication b", "2023-03-14 publication "}
	for _, w := range want[:2] {
		if !contains(got, w) {
			t.Errorf("%q is not in %q", w, got)
		}
	}
}

// A row cites the reports whose words on that day have something to do with its own:
// two things that a third report's clause ties together are not one.
func TestRowsCiteTheirOwn(t *testing.T) {
	_, lanes := anchored(t,
		report{"a", "2023-03-14", "The harbour board closed the mole on Monday."},
		report{"b", "2023-03-14", "They met at the mole and danced in Vestby on Monday."},
		report{"c", "2023-03-14", "And he danced in Vestby on Monday."})
	for _, e := range lanes {
		if e.Lane == nutgraf.LaneEvent && strings.HasPrefix(e.Text, "The harbour board closed the mole") && slices.ContainsFunc(e.Evidence, func(c nutgraf.Cite) bool { return c.Doc == "c" }) {
			t.Errorf("%q cites c", e.Text)
		}
	}
}

func contains(all []string, s string) bool {
	for _, x := range all {
		if x == s {
			return true
		}
	}
	return false
}

func TestNothingToGoBy(t *testing.T) {
	a, lanes := anchored(t, since, report{"e", "", "Nothing happened in Saltmere."})
	for _, d := range a.Dates {
		if d.From != nutgraf.NoDay || d.To != nutgraf.NoDay || d.Firm {
			t.Errorf("a date out of nothing: %+v", d)
		}
	}
	if len(lanes) != 0 {
		t.Errorf("a timeline out of nothing: %+v", lanes)
	}
}

func TestOneReport(t *testing.T) {
	a, _ := anchored(t, dated)
	if !a.Dates[0].Firm || len(a.Warnings) != 0 {
		t.Errorf("%+v %+v", a.Dates[0], a.Warnings)
	}
}

// A date line, and a line that is little but a date, date the report and not
// what it tells.
func TestDateLinesAreNoEvents(t *testing.T) {
	_, lanes := anchored(t,
		report{"a", "2031-03-04", "PORT ANSEL, March 4 (Meridian) - The ferry Corrin Maid struck the mole at Port Ansel on Monday evening.\n\nPosted: Tuesday, March 4, 2031\n\nThe mole at Port Ansel was built on 2 May 2019 by convicts."},
	)
	events := 0
	for _, e := range lanes {
		if e.Lane != nutgraf.LaneEvent {
			continue
		}
		events++
		if strings.Contains(e.Text, "Meridian") || strings.Contains(e.Text, "Posted") {
			t.Errorf("%s is given as an event: %q", e.From, e.Text)
		}
	}
	if events == 0 {
		t.Error("no events")
	}
}

// A row of the timeline stands on its own: no signature, no name of a court, no
// day that is a name, and no more rows than a reader can take in.
func TestFewPlainRows(t *testing.T) {
	text := "The harbour board of Port Ansel met on Monday and closed the mole.\n\n" +
		"The ruling of the 9th was upheld by the court of Port Ansel.\n\n" +
		"The town will vote on Super Tuesday, the board of the harbour said.\n\n" +
		"which on Sunday struck the mole at Port Ansel in a fog.\n\n"
	for i := range 20 {
		text += fmt.Sprintf("The ferry number %d left Port Ansel for good on March %d after a dispute.\n\n", i, 1+i)
	}
	_, lanes := anchored(t, report{"a", "2023-03-14", text})
	n := 0
	for _, e := range lanes {
		if e.Lane != nutgraf.LaneEvent {
			continue
		}
		n++
		for _, bad := range []string{"9th", "Super", "which on"} {
			if strings.Contains(e.Text, bad) {
				t.Errorf("row %q", e.Text)
			}
		}
	}
	if n == 0 || n > 8 {
		t.Errorf("%d rows", n)
	}
}

// A report that was brought up to date after the day on its page says "Friday" of
// a day that the other puts a week later.
func TestWeekdayAWeekOff(t *testing.T) {
	_, lane := anchored(t,
		report{"a", "2023-03-16", "The Corrin Maid ran onto the mole of Saltmere on Friday with 400 people on board."},
		report{"b", "2023-03-18", "With 400 people on board the Corrin Maid ran onto the mole of Saltmere on Friday."})
	var got []string
	for _, e := range lane {
		if e.Lane == nutgraf.LaneEvent {
			got = append(got, fmt.Sprint(e.From, len(e.Evidence)))
		}
	}
	if diff := cmp.Diff([]string{"2023-03-17 2"}, got); diff != "" {
		t.Error(diff)
	}
}

// A weekday that is the one after the report's date stays open, unless it says
// that it is the last such day.
func TestWeekdayAfterTheDate(t *testing.T) {
	for text, want := range map[string]int{
		"The Corrin Maid ran onto the mole of Saltmere on Friday with 400 people on board.":      0,
		"The Corrin Maid ran onto the mole of Saltmere last Friday with 400 people on board.":    1,
		"The Corrin Maid ran onto the mole of Saltmere on Saturday with 400 people on board.":    1,
		"The Corrin Maid ran onto the mole of Saltmere early Friday with 400 people on board.":   0,
		"The Corrin Maid ran onto the mole of Saltmere on Wednesday with 400 people on board.":   1,
		"The Corrin Maid ran onto the mole of Saltmere on March 10 with 400 people on board.":    1,
		"The Corrin Maid will run onto the mole of Saltmere on Friday with 400 people on board.": 1,
	} {
		_, lane := anchored(t, report{"a", "2023-03-16", text})
		events := 0
		for _, e := range lane {
			if e.Lane == nutgraf.LaneEvent {
				events++
			}
		}
		if events != want {
			t.Errorf("%q: %d events, want %d", text, events, want)
		}
	}
}

// A day that is a limit, a part of a name, or told of in passing makes no event.
func TestDaysInPassing(t *testing.T) {
	for _, text := range []string{
		"The board must pay for the mole before March 20.",
		"The board is asking for money in a year which ends on March 20.",
		"The board met to talk about its March 20 closing of the mole.",
		"The mole was taken off the list of seven works in the order signed March 10.",
		"Work on the mole began two weeks ago, the board said.",
		"But despite talks on Friday the mole stayed shut.",
		"Even though the board met on Friday the mole stayed shut.",
		"Marrow is in a fight for her office with Election Day near.",
		"On Friday the mole fell on his boat.",
		"The ferry line of Saltmere didn't have any toys or Tuesday morning cartoons to shore up its image.",
		"The harbour of Saltmere is seen through fog on Friday, March 10.\n\nThe harbour of Saltmere is seen through fog on Friday, March 10.",
		"On Friday the mole fell, Marrow told our podcast.",
		"“We closed the mole on Friday,” the board said.",
		"Today, the mole is a museum of ferries.",
		"Today he has few friends on the board.",
		"Hours after the mole fell on Friday",
		"The engineer would be the oldest on the board should she win on Friday.",
		"The mole was named for a clerk who died on 9/11 in New York.",
		"The plan is not far from the promises Marrow made Monday.",
		"Earlier keepers of the mole: Odo Tarn (left) died on Friday and Mara Quill.",
		"How the mole of Saltmere was sold: Friday.",
		"The fair of Saltmere is like one in Vale last Friday.",
		"The mole of Saltmere will open Friday or Saturday.",
		"The board of Saltmere wanted lamps and bells for the mole, which is scheduled to open on Friday.",
		"The board of Saltmere will raise its fees to pay for the mole as early as Friday.",
		"In a letter to the paper Tuesday he called the mole of Saltmere a shame.",
		"The paper then sent a reporter to the mole of Saltmere on Monday.",
		"Originally, that fee of the harbour was raised on March 10.",
		"Ferrymen are angry at a council letter Monday that the mole of Saltmere was sold.",
		"The toll of the flood in Saltmere last Friday has risen to twelve.",
		"Odo Tarn has denied arson after a fire at the mill of Saltmere on Sunday.",
		"The Guardian first told of her letter to Saltmere on Friday.",
		"Opinion: How the mole of Saltmere was sold on Monday.",
	} {
		_, lane := anchored(t, report{"a", "2023-03-16", text})
		for _, e := range lane {
			if e.Lane == nutgraf.LaneEvent {
				t.Errorf("%q makes an event: %s", text, e.Text)
			}
		}
	}
}

// What "today" dates is told of the day, unless it tells how things are.
func TestToday(t *testing.T) {
	for _, text := range []string{"Today the board of Saltmere closed the mole.", "Today, the board is voting on the mole of Saltmere."} {
		_, lane := anchored(t, report{"a", "2023-03-16", text})
		if !slices.ContainsFunc(lane, func(e nutgraf.TimelineEntry) bool { return e.Lane == nutgraf.LaneEvent }) {
			t.Errorf("%q makes no event", text)
		}
	}
}

// A few days that another report, or the sentence itself, names by the day make
// no row of their own, nor do their words name the one that is made.
func TestAFewDaysBesideTheDay(t *testing.T) {
	_, lane := anchored(t,
		report{"a", "2023-03-18", "The Corrin Maid ran onto the mole of Saltmere on Thursday with 400 people on board."},
		report{"b", "2023-03-18", "The Corrin Maid ran onto the mole of Saltmere this week.\n\nThe wreck of Thursday was the second this week."})
	var got []string
	for _, e := range lane {
		if e.Lane == nutgraf.LaneEvent {
			got = append(got, fmt.Sprint(e.From, " ", e.To, " ", e.Text))
		}
	}
	want := []string{"2023-03-16 2023-03-16 The Corrin Maid ran onto the mole of Saltmere on Thursday with 400 people on board"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// "Next Tuesday" is no weekday whose side a tense tells.
func TestNextWeekdayStays(t *testing.T) {
	_, lane := anchored(t,
		report{"a", "2023-03-16", "The council of Saltmere will vote next Tuesday on the old mole and the ferries."},
		report{"b", "2023-03-16", "The council of Saltmere voted on Tuesday on the old mole and the ferries."},
		report{"c", "2023-03-16", "On the old mole and the ferries the council of Saltmere voted on Tuesday."})
	var got []string
	for _, e := range lane {
		if e.Lane == nutgraf.LaneEvent {
			got = append(got, fmt.Sprint(e.From, len(e.Evidence)))
		}
	}
	if diff := cmp.Diff([]string{"2023-03-14 2", "2023-03-21 1"}, got); diff != "" {
		t.Error(diff)
	}
}

// The two ends of a stretch of days make one row, of all its days.
func TestStretches(t *testing.T) {
	for text, want := range map[string]string{
		"The Saltmere boat fair was held on March 3-5 and drew many people.":                       "2023-03-03 2023-03-05",
		"The Saltmere boat fair was held March 3 to March 5 and drew many people.":                 "2023-03-03 2023-03-05",
		"The Saltmere boat fair was held Friday through Sunday and drew many people.":              "2023-03-10 2023-03-12",
		"The Saltmere boat fair was moved from March 3 to March 5 by the council of the old town.": "2023-03-03 2023-03-03",
	} {
		_, lane := anchored(t, report{"a", "2023-03-14", text})
		var got []string
		for _, e := range lane {
			if e.Lane == nutgraf.LaneEvent {
				got = append(got, fmt.Sprint(e.From, " ", e.To))
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A row is named by what happened, not by who foretold it, and ends where a statement
// does.
func TestNamesOfRows(t *testing.T) {
	for _, x := range []struct {
		name string
		all  []report
		want string
	}{
		{"come to pass", []report{
			{"a", "2023-03-12", "The ferry Corrin Maid will sail from Saltmere to Vale on Monday."},
			{"b", "2023-03-14", "The ferry Corrin Maid of the old line sailed from Saltmere to Vale on Monday."},
		}, "The ferry Corrin Maid of the old line sailed from Saltmere to Vale on Monday"},
		{"what came after it", []report{
			{"a", "2023-03-14", "After the sale of the ferry line in February, the board of Saltmere closed the old mole."},
			{"b", "2023-03-14", "The board of Saltmere took the sale of the ferry line and of the old mole in hand in February."},
		}, "The board of Saltmere took the sale of the ferry line and of the old mole in hand in February"},
		{"cut in a name", []report{
			{"a", "2023-03-14", "Mayor Mara Quill on Monday called the nine wrecks off the Saltmere, North Corrin, mole a shame, and asked the board of the harbour to mend the lamps of the old quay before summer."},
		}, "Mayor Mara Quill on Monday called the nine wrecks off the Saltmere, North Corrin, mole a shame, and asked the board of the harbour to mend the lamps of the old quay before summer"},
		{"the opening", []report{
			{"a", "2023-03-14", "Odo Lund raised the wrecks of Saltmere on Monday.\n\nThe mole is old. It needs mending. The board has little money for it.\n\nOne count of the wrecks printed Monday has nine."},
			{"b", "2023-03-14", "The ferrymen had asked for it. The town waited. The board met twice.\n\nOne count of the wrecks printed Monday has nine."},
		}, "Odo Lund raised the wrecks of Saltmere on Monday"},
		{"up to a colon", []report{
			{"a", "2023-03-14", "Divers of the old line raised the nine wrecks of Saltmere at two ends of the mole Monday: at the lamp by the quay of the pilots, and by the old gate of the mill that the board of the harbour had shut."},
		}, "Divers of the old line raised the nine wrecks of Saltmere at two ends of the mole Monday"},
		{"cut before its verb", []report{
			{"a", "2023-03-14", "Monday was the day when Mara Quill and the last master of the old line, Odo Lund of the port of Vale, had for thirty years sent the ferries of Saltmere out to sea with bells and lamps."},
		}, ""},
		{"a month and its day", []report{
			{"a", "2023-03-14", "The ferry Corrin Maid will leave the mole of Saltmere in April."},
			{"b", "2023-03-14", "The last day of the Corrin Maid at Saltmere will be April 28."},
		}, "The last day of the Corrin Maid at Saltmere will be April 28"},
		{"the few days around", []report{
			{"a", "2023-03-14", "Odo Lund told of the wreck of the ferry off Saltmere last week."},
			{"b", "2023-03-14", "It was Friday when Odo Lund wrecked the ferry off Saltmere."},
		}, ""},
		{"the day beside it", []report{
			{"a", "2023-03-14", "The port of Vale counted nine wrecks on Monday, as many as the day before."},
			{"b", "2023-03-14", "The port of Vale had nine wrecks on Monday after it had eight the day before."},
		}, "The port of Vale counted nine wrecks on Monday, as many as the day before"},
		{"who said the words of the opening", []report{
			{"a", "2023-03-14", "Nine of the wrecks off the old mole of Saltmere will be raised from the sea by the end of the year and sold to the port of Vale for their iron, harbour officials said on Monday, as two more of the ferries that had lain there since the storm of January were towed to the yard of Corrin."},
		}, "Nine of the wrecks off the old mole of Saltmere will be raised from the sea by the end of the year and sold to the port of Vale for their iron, harbour officials said on Monday, as two more of the ferries that had lain there since the storm of January were towed to the yard of Corrin"},
		{"said on the day what is to come", []report{
			{"a", "2023-03-14", "The board of Saltmere declared Monday there will be no new lamp on the old mole."},
			{"b", "2023-03-14", "The town slept. The ferries lay still.\n\nOdo Lund of the board of Saltmere ate at the old mole on Monday."},
		}, "The board of Saltmere declared Monday there will be no new lamp on the old mole"},
		{"a day at the end of the opening", []report{
			{"a", "2023-03-14", "Mara Quill, who led the board of the harbour of Saltmere through twenty years of storms, of strikes and of quarrels, resigned Monday over the loss of the ferry.\n\nThe mole is old. It needs mending. The board has little money for it.\n\nQuill ate with the pilots of Saltmere on Monday."},
		}, "Mara Quill, who led the board of the harbour of Saltmere through twenty years of storms, of strikes and of quarrels, resigned Monday over the loss of the ferry"},
		{"behind a clause that opens it", []report{
			{"a", "2023-03-14", "As the pilots of Saltmere count the wrecks, Mara Quill shut the old mole Monday."},
		}, "As the pilots of Saltmere count the wrecks, Mara Quill shut the old mole Monday"},
		{"a participle before the verb", []report{
			{"a", "2023-03-14", "The new ferry line backed by Mara Quill opened Monday with two boats."},
		}, "The new ferry line backed by Mara Quill opened Monday with two boats"},
		{"nothing before the opening", []report{
			{"a", "2023-03-14", "Mara Quill met the pilots of Vale in Saltmere Monday over the ferry between the two towns."},
		}, "Mara Quill met the pilots of Vale in Saltmere Monday over the ferry between the two towns"},
		{"both of two", []report{
			{"a", "2023-03-14", "Both the board of Saltmere and the town of Vale shut their moles Monday."},
		}, "Both the board of Saltmere and the town of Vale shut their moles Monday"},
		{"as what", []report{
			{"a", "2023-03-14", "The board of Saltmere named Odo Lund as its new pilot on Monday."},
		}, "The board of Saltmere named Odo Lund as its new pilot on Monday"},
		{"no verb of its own", []report{
			{"a", "2023-03-14", "Odo Lund, the old pilot charged with wrecking the ferry off Saltmere on Friday, March 10, is held by the police of Vale, who would not tell the paper for how long he would have to stay."},
			{"b", "2023-03-14", "Odo Lund wrecked the ferry off Saltmere on Friday."},
		}, "Odo Lund wrecked the ferry off Saltmere on Friday"},
	} {
		_, lanes := anchored(t, x.all...)
		var got []string
		for _, e := range lanes {
			if e.Lane == nutgraf.LaneEvent {
				got = append(got, e.Text)
			}
		}
		if strings.Join(got, " / ") != x.want {
			t.Errorf("%s: %q", x.name, got)
		}
	}
}
