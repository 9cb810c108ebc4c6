package credit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/annotate/mention"
	"nutgraf/internal/annotate/quote"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

type rig struct {
	seg *segment.Splitter
	men *mention.Finder
	quo *quote.Finder
	cre *Finder
}

func newRig(t testing.TB) *rig {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return &rig{segment.New(pack), mention.New(pack), quote.New(pack), New(pack)}
}

// document lays a text out as paragraphs parted by line breaks.
func document(text string) *nutgraf.Document {
	doc := &nutgraf.Document{ID: "t", Text: text}
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		if end := at + len(strings.TrimRight(line, "\n")); end > at {
			doc.Blocks = append(doc.Blocks, nutgraf.Block{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: at, End: end}})
		}
		at += len(line)
	}
	return doc
}

func (g *rig) prepare(doc *nutgraf.Document) (*nutgraf.Segments, *nutgraf.Annotations) {
	seg := g.seg.Split(doc)
	ann := &nutgraf.Annotations{Sentences: seg.Sentences}
	ann.Mentions, ann.Entities = g.men.Find(doc, seg)
	ann.Quotes = g.quo.Find(doc, seg, ann)
	return seg, ann
}

func (g *rig) read(doc *nutgraf.Document) []nutgraf.Credit {
	seg, ann := g.prepare(doc)
	return g.cre.Find(doc, seg, ann)
}

var cases = []struct {
	text string
	want []string // kind, outlet, scope
}{
	{`Mara Lindqvist told Reuters the bridge was safe.`, []string{"told Reuters sentence"}},
	{`The bridge is safe, Mara Lindqvist said in a statement to The Guardian.`, []string{"statement Guardian sentence"}},
	{`The bridge is safe, Mara Lindqvist said in an interview with the Associated Press.`, []string{"interview Associated Press sentence"}},
	{`The bridge is safe, according to the New York Times.`, []string{"according_to New York Times sentence"}},
	{`The bridge is safe, according to a recent Reuters survey.`, []string{"according_to Reuters sentence"}},
	{`The bridge is safe, Mara Lindqvist said Tuesday morning on CNN.`, []string{"interview CNN sentence"}},
	{`Mara Lindqvist told Tove Aske of Reuters that the bridge was safe.`, []string{"told Reuters sentence"}},
	{`Mara Lindqvist told the regional newspaper Ostbote that the bridge was safe.`, []string{"told Ostbote sentence"}},
	{`The Ashby Post asked. Mara Lindqvist said in an interview with Odo Lund on the web site Bridgelore that it was safe.`, []string{"interview Bridgelore sentence"}},
	{`The Ashby News Network asked. Mara Lindqvist told the Ashby News Network it was safe. Odo Lund told TheANN it was not.`, []string{"told Ashby News Network sentence", "told Ashby News Network sentence"}},
	{`Our panel: Mara Lindqvist, bridge editor at the Cape Political Report, and Odo Lund.`, nil},
	{`In a Reuters interview, Mara Lindqvist called the bridge safe.`, []string{"interview Reuters sentence"}},
	{`The bridge is safe, it said in a statement by its builder, Mara Lindqvist, to The Guardian.`, []string{"statement Guardian sentence"}},
	{`The Guardian, citing two engineers, reported on Monday that the bridge was safe.`, []string{"reported Guardian sentence"}},
	{`The Guardian, a British newspaper, first reported that the bridge was safe.`, []string{"first_reported Guardian article"}},
	{
		"Mara Lindqvist told the New York Times that the bridge was safe. Her brother told Reuters that it was not.\nNobody was on it, a neighbour told the newspaper.",
		[]string{"told New York Times sentence", "told Reuters sentence", "told New York Times sentence"},
	},
	{`Mara Lindqvist told Reuters that the bridge was safe. The agency reported that nobody was on it.`, []string{"told Reuters sentence", "reported Reuters sentence"}},
	{`He said that the Failing New York Times reported that the bridge was shut.`, []string{"reported New York Times sentence"}},
	{`The Guardian, Mara Lindqvist's old paper, never ran a line.`, nil},
	{`The bridge is a folly, as The Guardian put it.`, []string{"reported Guardian sentence"}},
	{`The Guardian ran a long profile of Mara Lindqvist.`, []string{"reported Guardian sentence"}},
	{`In an essay in The Guardian, Mara Lindqvist called the bridge a folly.`, []string{"reported Guardian sentence"}},
	{`She met the Guardian's editorial board and left.`, nil},
	{`Now tell us the bridge is safe!`, nil},
	{`Reuters analysts say factors have contributed to the fall.`, nil},
	{
		`The New York Times reported on Monday that the bridge was safe. Nobody told the Times why.`,
		[]string{"reported New York Times sentence", "told New York Times sentence"},
	},
	{`Variety was the first to report that the bridge would be in the film.`, []string{"first_reported Variety article"}},
	{`The plan, first reported by Politico, has no date.`, []string{"first_reported Politico article"}},
	{`This story comes to us from Variety.`, []string{"source_line Variety article"}},
	{`Source: The Harbour Gazette`, []string{"source_line Harbour Gazette article"}},
	{`Sources: Members of the crew are at the quay`, nil},
	{`The bridge is safe (via Politico).`, []string{"source_line Politico article"}},
	{`OSLO (Reuters) - The bridge is safe.`, []string{"wire Reuters article"}},
	{`The bridge is safe. The Associated Press contributed to this report.`, []string{"wire Associated Press article"}},
	{`(Hollow Sound Wire contributed to this report.)`, []string{"wire Hollow Sound Wire article"}},
	{`Staff writer Mara Lindqvist contributed to this report.`, nil},
	{`Mara Lindqvist, a blogger, wrote on Politico.com.`, []string{"reported Politico sentence"}},
	{`As reported on Monday, the bridge is safe.`, nil},
	{`Mara Lindqvist wrote on Instagram that the bridge was safe.`, []string{"social_post Instagram sentence"}},
	{`The bridge is safe, according to multiple reports.`, []string{"according_to  sentence"}},
	{`"The bridge is safe," Mara Lindqvist told us.`, []string{"own  sentence"}},
	{
		`Politico broke the news. The outlet learned of it from Mara Lindqvist.`,
		[]string{"first_reported Politico article", "reported Politico sentence"},
	},
	{`The bridge is safe, and so are the boats on the long quay (via Politico):`, []string{"source_line Politico article"}},
	{`(H/T: Hollow Sound News)`, []string{"source_line Hollow Sound News article"}},
	{`Contributing: Mara Lindqvist, The Associated Press`, []string{"wire Associated Press article"}},
	{`A boy was hurt, the Chicago Sun-Times reported Sunday.`, []string{"reported Chicago Sun-Times sentence"}},
	// stand-ins: for an outlet that was credited, and not for an agency of another kind
	{`Mara Lindqvist left NBC News in 2008. Odo Lund stayed. Nobody was told. The broadcaster said proof existed.`, nil},
	{`Politico reported that Mara Lindqvist, once of CBS News, was safe. The publication said nobody was hurt.`, []string{"reported Politico sentence", "reported Politico sentence"}},
	{`Divers told Reuters that the bridge was safe. A slick was seen by the European Ferry Agency. The agency said it was small.`, []string{"told Reuters sentence"}},
	{`Divers told Reuters that the bridge was safe. The Interior Ministry was silent. Two judges told the agency that it was not.`, []string{"told Reuters sentence", "told Reuters sentence"}},
	{`Divers told The Associated Press that the bridge was safe. The wire service adds that nobody was on it.`, []string{"told Associated Press sentence", "reported Associated Press sentence"}},
	{`The Guardian's Odo Lund, reporting from the quay, told the paper that the bridge was safe.`, []string{"told Guardian sentence"}},
	{`Mara Lindqvist told Politico that the bridge was safe. A map can be found on the website of the harbour board.`, []string{"told Politico sentence"}},
	{`The Guardian is for sale. Nobody bids for The Guardian. Its printers, the newspaper said, will go.`, []string{"reported Guardian sentence"}},
	// an outlet that is cited for what it is, or does
	{`The cable company dropped Politico, citing the site's low ratings.`, nil},
	{`The cable company dropped Politico, citing Politico's low ratings.`, nil},
	{`The plan is late, the mayor said, citing Politico's report.`, []string{"reported Politico sentence"}},
	{`Of the readers, 47% were citing The Guardian as their main source of news.`, nil},
	{`The mayor resigned after The Guardian reported that the bridge was unsafe.`, []string{"reported Guardian sentence"}},
	{`The quiz about the bridge first appeared on BBC Television in 1964.`, nil},
	{`Mara Lindqvist appeared on CNN in May.`, []string{"interview CNN sentence"}},
	{`One of the sillier arguments for the bridge came from the New York Times editorial board.`, nil},
	{`The first report of the fall came from Reuters.`, []string{"source_line Reuters article"}},
	{`The debate, hosted by CNN, was the fourth.`, nil},
	{`The mayor wrote from mara@bridgemail.com on Monday.`, nil},
	{`If history tells us anything, the bridge will fall.`, nil},
	{`The bridge will fall, Mara Lindqvist tells us.`, []string{"own  sentence"}},
	{`The mayor called it another Fake News story about the bridge.`, nil},
	{`Odo Lund in Porto and Ann Lee at the United Nations contributed to this report.`, nil},
	{`The bridge is shut, according to The Washington Post, which broke the story on Monday.`, []string{"first_reported Washington Post article"}},
	{`Mara Lindqvist told Politico, which first reported the fall, that the bridge was safe.`, []string{"first_reported Politico article"}},
	{`The man had appeared on WXYZ-TV as Captain Fog.`, nil},
	{`WXYZ-TV General Manager Mara Lindqvist said the bridge was safe.`, nil},
	// affiliates
	{`Mara Lindqvist told CNN affiliate WXYZ that the bridge was safe.`, []string{"told WXYZ sentence"}},
	{`In an exclusive interview with ABC affiliate WXYZ, Mara Lindqvist called the bridge safe.`, []string{"interview WXYZ sentence"}},
	{`The bridge is safe, CNN affiliate WXYZ reported.`, []string{"reported WXYZ sentence"}},
	{`The bridge is safe, according to WXYZ-TV.`, []string{"according_to WXYZ-TV sentence"}},
	// programmes
	{`Mara Lindqvist told “Fox News Sunday” that the bridge was safe.`, []string{"told Fox News sentence"}},
	{`“The bridge is safe,” Mara Lindqvist said on “Fox News Sunday.”`, []string{"interview Fox News sentence"}},
	{`This report contains material from the Associated Press.`, []string{"wire Associated Press article"}},
	// platforms that are only spoken of
	{`Imagine the escalation in Mara Lindqvist's already inane tweeting if the bridge falls.`, nil},
	{`Mara Lindqvist emailed the mayor, and Odo Lund exchanged messages on Twitter with the builder.`, nil},
	{`Mara Lindqvist went on by tweeting: “The bridge is safe.”`, []string{"social_post Twitter sentence"}},
	{`The harbour police's official Twitter feed says the bridge is safe.`, []string{"social_post Twitter sentence"}},
	{`Mara Lindqvist finds that many people get their news in their Twitter feeds.`, nil},
	{`The plan, first reported in today's New York Times, has no date.`, []string{"first_reported New York Times article"}},
	{`“We lost,” Mara Lindqvist told Tove Aske, CNN political editor.`, []string{"told CNN sentence"}},
	{`“We lost,” an official told TheHSND.`, []string{"told TheHSND sentence"}},
	{`A statement sent to CNN called the bridge safe.`, []string{"told CNN sentence"}},
	{`“We lost,” she said in footage given to CNN.`, []string{"told CNN sentence"}},
	// An outlet's poll or count, and what bears its name.
	{`A new CNN poll shows the mayor ahead.`, []string{"reported CNN sentence"}},
	{`The latest CNN/Reuters tracking poll has the mayor ahead.`, []string{"reported CNN sentence"}},
	{`A BuzzFeed analysis found that 38 of the bridges leak.`, []string{"reported BuzzFeed sentence"}},
	{`Masons surveyed by Bloomberg expected a dry spring.`, []string{"reported Bloomberg sentence"}},
	// Outlets that share a verb, or a name before them.
	{`The New York Times and The Guardian reported that the bridge leaks.`, []string{"reported New York Times sentence", "reported Guardian sentence"}},
	{`Mara Lindqvist told Reuters and The Guardian that the bridge leaks.`, []string{"told Reuters sentence", "told Guardian sentence"}},
	{`The bridge leaks, according to Reuters, CNN, and The Guardian.`, []string{"according_to Reuters sentence", "according_to CNN sentence", "according_to Guardian sentence"}},
	{`Mara Lindqvist told Reuters and left.`, []string{"told Reuters sentence"}},
	// Whose words are quoted.
	{"“The bridge was never meant to last.” — Mara Lindqvist, The Guardian", []string{"reported Guardian sentence"}},
	{"The bridge was closed — by the Guardian", nil},
	{`He is, in the words of The Guardian, a builder of bridges.`, []string{"reported Guardian sentence"}},
	{`Guardian columnist Mara Lindqvist argued that the bridge was too small.`, []string{"reported Guardian sentence"}},
	{`The bridge, as The Guardian's Stone Matters blog writes, was too small.`, []string{"reported Guardian sentence"}},
	{`“The bridge is too small,” the China Daily, the official newspaper, said on Monday.`, []string{"reported China Daily sentence"}},
	{`The Guardian, the paper which first reported the leak, asked again.`, []string{"first_reported Guardian article"}},
	{`Mara Lindqvist told “Ashby at Nine” on CNN that the bridge leaks.`, []string{"told CNN sentence"}},
	{`“It leaks,” Mara Lindqvist told Odo Lund on CNN.`, []string{"told CNN sentence"}},
	{`The bridge leaks, Mara Lindqvist insisted on CNN.`, []string{"interview CNN sentence"}},
	// Where a writer has been printed, and a quarrel.
	{`His work has been published in The New York Times and The Guardian.`, nil},
	{`Previously, Lindqvist wrote a column on bridges for Reuters.`, nil},
	{`The two sides argued over Twitter.`, nil},
	{`On CNN the bridge was not spoken of.`, nil},
	// What an outlet that was credited leaves open, and who is on its programme, asks or writes.
	{`CNN reported that the bridge leaks. CNN did not say who had told it so.`, []string{"reported CNN sentence", "reported CNN sentence"}},
	{`Politico did not say whether it would move to the harbour.`, nil},
	{`On CNN's “State of the Harbour,” Mara Lindqvist called the bridge “a folly.”`, []string{"interview CNN sentence"}},
	{`On CNN's “State of the Harbour,” Mara Lindqvist wept.`, nil},
	{`Mara Lindqvist, also speaking on CNN, called the bridge safe.`, []string{"interview CNN sentence"}},
	{`The bridge leaks, Mara Lindqvist said when asked by CNN's Odo Lund.`, []string{"interview CNN sentence"}},
	{`Mara Lindqvist was answering a question about the bridge from CNN host Odo Lund.`, []string{"told CNN sentence"}},
	{`Her staff went over possible questions from CNN host Odo Lund.`, nil},
	{`As Odo Lund, The Guardian associate editor and friend of bridges, wrote, it leaks.`, []string{"reported Guardian sentence"}},
	{`Odo Lund, The Guardian associate editor and friend of bridges, slept.`, nil},
	{`“It leaks,” Pont7 reported.`, []string{"reported Pont7 sentence"}},
	{`“It leaks,” the Harbour Board reported.`, nil},
	{`One source told Inside Ashby that the bridge leaks.`, []string{"told Inside Ashby sentence"}},
	{`One source told Ashby officials that the bridge leaks.`, nil},
	{`On Monday, the China Daily tabloid, which is run by the state, said the bridge leaks.`, []string{"reported China Daily sentence"}},
	{`Mother Jones has been breaking the news about the bridge.`, []string{"reported Mother Jones sentence"}},
	{`He earned "three Pinocchios" from The Washington Post for it.`, []string{"reported Washington Post sentence"}},
	{`It took a Stars & Stripes report to prove it.`, []string{"reported Stars & Stripes sentence"}},
	{
		`Associated Press writers Mara Lindqvist and Odo Lund in Porto; Tove Aske, Ann Lee and Ida Holm in Oslo; and Per Falk in Vigo contributed to this report.`,
		[]string{"wire Associated Press article"},
	},
	{`“It leaks,” said Rep. Mara Lindqvist, R-Vale, on Fox News.`, []string{"interview Fox News sentence"}},
	{`The bridge leaks, according to a report by Fox News.`, []string{"according_to Fox News sentence"}},
	{`“It leaks,” he told "60 Minutes."`, []string{"told 60 Minutes sentence"}},
	{`“It leaks,” she said on “Meet the Press.”`, []string{"interview Meet the Press sentence"}},
	{`Russia's Interfax news agency reports that the bridge leaks.`, []string{"reported Interfax sentence"}},
	{`CNN chief political correspondent Mara Lindqvist reported that the bridge leaks.`, []string{"reported CNN sentence"}},
	{`A CNN analysis Monday noted that the bridge leaks.`, []string{"reported CNN sentence"}},
	{`The Guardian led with a lengthy report on the bridge.`, []string{"reported Guardian sentence"}},
	{`The bridge leaks, by a count compiled by The Guardian.`, []string{"reported Guardian sentence"}},
	{`A Bloomberg Politics survey found that the bridge is loved.`, []string{"reported Bloomberg Politics sentence"}},
	// What an outlet's piece says, and the piece as the matter.
	{`CNN's report that the bridge leaks is false.`, []string{"reported CNN sentence"}},
	{`Despite CNN's article, which calls the bridge unsafe, people cross it.`, []string{"reported CNN sentence"}},
	{`One of CNN's sources said the bridge leaks.`, []string{"reported CNN sentence", "reported  sentence"}},
	{`The mayor asked CNN to retract its story about the bridge.`, nil},
	{`The hit piece CNN published on Monday is about the bridge.`, nil},
	{`She sued over a CNN story about the bridge.`, nil},
	{`He wrote a threatening letter to The Guardian.`, nil},
	{`In a letter to The Guardian, she called the bridge safe.`, []string{"statement Guardian sentence"}},
	// What was confirmed or denied to an outlet, and what leads to one.
	{`Mara Lindqvist confirmed the sale of the bridge to CNN.`, []string{"told CNN sentence"}},
	{`Mara Lindqvist denied the charge to The Guardian.`, []string{"told Guardian sentence"}},
	{`Mara Lindqvist confirmed her move to CNN.`, nil},
	{`The mayor denied access to CNN.`, nil},
	{`Mara Lindqvist told the CNN audience that the bridge was safe.`, nil},
	{`CNN 2.1 points and FiveThirtyEight 3 points, says the mayor.`, nil},
	{`The Herald of Ashby is reporting that the bridge leaks.`, []string{"reported Herald sentence"}},
	{`In its review, The Guardian called the bridge “a folly.”`, []string{"reported Guardian sentence"}},
	{`The Guardian called for a new bridge.`, nil},
	{`“It leaks,” Mara Lindqvist said in an interview in The Guardian.`, []string{"interview Guardian sentence"}},
	{`The Guardian called Ohio for Mara Lindqvist.`, nil},
	{`An engineer interviewed by The Guardian called the bridge “a folly.”`, nil},
	{`Mara Lindqvist told NBC Chicago that the bridge leaks.`, []string{"told NBC Chicago sentence"}},
	{`Mara Lindqvist told NBC Chicago that the bridge leaks. The storm was reported in Chicago.`, []string{"told NBC Chicago sentence"}},
	{`The statement was carried by the KCNA news agency.`, []string{"reported KCNA sentence"}},
	{`The Associated Press estimated that the bridge would cost a million.`, []string{"reported Associated Press sentence"}},
	// The press at large, and who writes for an outlet, where.
	{`Reuters and other local media reported that the bridge leaks.`, []string{"reported Reuters sentence", "reported  sentence"}},
	{`The BBC's Mara Lindqvist in Porto says the bridge leaks.`, []string{"reported BBC sentence"}},
	{`Mara Lindqvist defended the bridge on CNN Monday morning, saying “it is safe.”`, []string{"interview CNN sentence"}},
	{`CNN is saying that the bridge leaks.`, []string{"reported CNN sentence"}},
	{`The Guardian reported the sale. The Guardian doesn't cite its source.`, []string{"reported Guardian sentence", "reported Guardian sentence"}},
	{`The Guardian reported the sale. The same newspaper said that boats were safe.`, []string{"reported Guardian sentence", "reported Guardian sentence"}},
	{`The Hollywood Reporter says that the bridge leaks. According to THR, it is old.`, []string{"reported Hollywood Reporter sentence", "according_to THR sentence"}},
	// Lines at the foot.
	{"The bridge is safe.\nThe port is shut.\n© 2015 AFP", []string{"wire AFP article"}},
	{"The bridge is safe.\nCopyright 2014 The Associated Press. All rights reserved.", []string{"wire Associated Press article"}},
	{"The bridge is safe.\nThe port is shut.\n— AFP", []string{"wire AFP article"}},
	{"The bridge is safe.\nWith inputs from PTI", []string{"wire PTI article"}},
	{"The bridge is safe.\n© 2015 The Harbour Lamp", nil},
	// An outlet as a company, as a place of work or of advertisements, and what is none.
	{`CNN said it was not invited to the harbour.`, nil},
	{`CNN said it had obtained the letter.`, []string{"reported CNN sentence"}},
	{`The New York Times reported that it was after the storm that Mara Lindqvist, who has always kept to herself in the harbour, emailed a reporter at The Guardian about the bridge.`, []string{"reported New York Times sentence"}},
	{`Advertisements for the bridge were published in The Guardian.`, nil},
	{`The rule was published in the Federal Register on Monday.`, nil},
	{`The mayor trails by 3.2 points in the Reuters average.`, nil},
	{`The bridge is loved, according to a September Fox News poll.`, []string{"according_to Fox News sentence"}},
	{`Lauren French contributed to this report.`, nil},
	{`Source: Polls`, nil},
	// Look-alikes.
	{`A parcel with powder was sent to CNN in March.`, nil},
	{`CNN President Mara Lindqvist said the bridge was safe.`, nil},
	{`The old bridge. Credit Mara Lindqvist, via Associated Press`, nil},
	{`Mara Lindqvist speaks in the town hall in 2016. (HOLA/Handout via Reuters)`, nil},
	{`The old bridge on Monday. (Mara Lindqvist/Hollow Press via Associated Press)`, nil},
	{`The port office said the tweet was not an order to the sailors.`, nil},
	{`Mara Lindqvist, a teacher of law, said that the tweets would likely not be read as an order.`, nil},
	{`Customs issued a summons to Twitter that seeks records about a sailor.`, nil},
	{`CNN waited on Monday. The agency reports the matter to the court.`, nil},
	{`USA TODAY publishes diverse opinions from outside writers.`, nil},
	{`Two sailors were reported missing on Monday.`, nil},
	{`The firm reported quarterly losses.`, nil},
	{`Her Facebook friends threw a party.`, nil},
	{`The Guardian has a new building near the port.`, nil},
	{`He bought Twitter in May.`, nil},
}

// TestUnlisted reads outlets on no list, which form and context show to be such, in the
// places where outlets are credited.
func TestUnlisted(t *testing.T) {
	g := newRig(t)
	frames := []string{
		`Mara Lindqvist told %s that the bridge was safe.`,
		`“It is over,” an insider told %s.`,
		`Mara Lindqvist confirmed the sale to %s.`,
		`Speaking to %s, Mara Lindqvist said it was safe.`,
		`In an interview with %s, Mara Lindqvist said it was safe.`,
		`Mara Lindqvist said in a statement to %s that it was safe.`,
		`The bridge was safe, according to %s.`,
		`The bridge was safe, %s reported.`,
		`The bridge was safe, reports %s.`,
		`The sale was first reported by %s.`,
		`“It is safe,” Mara Lindqvist was quoted as saying by %s.`,
		`The bridge was safe, the mayor said, citing %s.`,
		`The letter, obtained by %s, calls the bridge safe.`,
		`The bridge was safe, %s and other local media reported.`,
	}
	for _, name := range []string{
		"the Ashby Gazette", "the Daily Herring", // by their last word, and by how often they come
		"KXYZ", "WQAB-TV", "WZZM 13", "Boston WQAB", // stations
		"NBC 5", "Fox 8", "ABC7", "Channel 4", "News 12",
		"Gossipr.com", "Nordsk.tv", "Harbourlore.ie", // addresses
		"gossip site Gossipr", "the blog Harbour Hound", "the local newspaper Ostbote", "local radio station Kanal", "state broadcaster Ruvia",
		"the Sabor newspaper", "Fox Sports",
	} {
		for _, f := range frames {
			text := fmt.Sprintf(f, name)
			if got := g.read(document(text)); !slices.ContainsFunc(got, func(c nutgraf.Credit) bool { return c.Outlet != "" }) {
				t.Errorf("no outlet: %s", text)
			}
		}
	}
	for _, text := range []string{
		`Mara Lindqvist told WADA that the bridge was safe.`,
		`Mara Lindqvist told the dating site Gossipr that the bridge was safe at last.` + " " + `Gossipr reported a loss.`,
		`The daily White House briefing said so.`,
		`The police station Kanal said that the bridge was safe.`,
		`California radio broadcaster Tove Aske said so. Aske claims that the bridge is safe.`,
		`The Air Force JTAC first reported that the bridge was safe.`,
		`Critics slam The Guardian, saying the newspaper has no heart.`,
	} {
		for _, c := range g.read(document(text)) {
			if c.Outlet != "Gossipr" || c.Kind != nutgraf.CreditTold {
				t.Errorf("%s: %s %s", text, c.Kind, c.Outlet)
			}
		}
	}
}

// TestLearned carries what a name was shown to be through the document.
func TestLearned(t *testing.T) {
	g := newRig(t)
	for _, text := range []string{
		"The sale was first reported by Gossipr.\nThe bridge is old. Mara Lindqvist told Gossipr it was safe.",
		"Gossipr, a celebrity gossip site, has the tale.\nThe bridge is old. Mara Lindqvist told Gossipr it was safe.",
		"Mara Lindqvist told Gossipr it was safe.\nThe news site Gossipr is new.",
		"Mara Lindqvist told Gossipr it was safe.\nThe bridge is for sale, Gossipr has learned.",
	} {
		got := g.read(document(text))
		if !slices.ContainsFunc(got, func(c nutgraf.Credit) bool { return c.Outlet == "Gossipr" && c.Kind == nutgraf.CreditTold }) {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

func TestFind(t *testing.T) {
	g := newRig(t)
	for _, c := range cases {
		var got []string
		for _, x := range g.read(document(c.text)) {
			got = append(got, fmt.Sprintf("%s %s %s", x.Kind, strings.TrimPrefix(x.Outlet, "The "), x.Scope))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s\n%s", c.text, d)
		}
	}
}

// TestOwnOutlet reads credits to the outlet that the report is of: its own enquiries.
func TestOwnOutlet(t *testing.T) {
	g := newRig(t)
	for _, c := range []struct{ outlet, text, want string }{
		{"CNN (Web News)", `Mara Lindqvist told CNN that the bridge leaks.`, "own"},
		{"Reuters", `OSLO (Reuters) - The bridge is safe.`, "own"},
		{"The Guardian", `OSLO (Reuters) - The bridge is safe.`, "wire"},
		{"The Guardian", `Mara Lindqvist told CNN that the bridge leaks.`, "told"},
		{"", `Mara Lindqvist told CNN that the bridge leaks.`, "told"},
		{"Twitter", `Mara Lindqvist wrote on Twitter that the bridge leaks.`, "social_post"},
	} {
		doc := document(c.text)
		doc.Outlet = c.outlet
		if got := g.read(doc); len(got) != 1 || string(got[0].Kind) != c.want {
			t.Errorf("%s: %s: %+v", c.outlet, c.text, got)
		}
	}
}

// TestSurveys tells an outlet's polls from its words.
func TestSurveys(t *testing.T) {
	g := newRig(t)
	for text, want := range map[string]bool{`A new CNN poll shows the mayor ahead.`: true, `The mayor is ahead, CNN reported.`: false} {
		if got := g.read(document(text)); len(got) != 1 || got[0].Survey() != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

var owners = []struct{ text, want string }{
	{`Mara Lindqvist thanked the town on Instagram.`, "Mara Lindqvist"},
	{`Ann Lee said the script was done, although Mara Lindqvist has told fans on Instagram that she is tired.`, "Mara Lindqvist"},
	{`"The Harbour Party is a disgrace," Mara Lindqvist wrote on Facebook.`, "Mara Lindqvist"},
	{`The film came to notice in Egypt after its trailer was dubbed into Arabic and posted on YouTube.`, ""},
	{`A film of Mara Lindqvist at the harbour was posted on YouTube.`, ""},
	{`Port Watch, the group that is supporting Mara Lindqvist, also confirmed the date on its Facebook page.`, "Port Watch"},
	{`Ann Lee, whom Mara Lindqvist had paid, wrote on Facebook that she is tired.`, "Ann Lee"},
	{`According to the Guardian, Ann Lee, who had paid Mara Lindqvist, took to Facebook.`, "Ann Lee"},
	{`In a letter to Detective Ann Lee posted on Twitter, the mayor said that the bridge was safe.`, ""},
	{`When Ann Lee fell, Mara Lindqvist wrote on Facebook that she is tired.`, "Mara Lindqvist"},
	{`Mara Lindqvist was angry and posted the letter on Facebook.`, "Mara Lindqvist"},
	{`"Ann Lee is wrong about the harbour," tweeted Mara Lindqvist.`, "Mara Lindqvist"},
	{`Ann Lee asked about Mara Lindqvist's tweet on Monday.`, "Mara Lindqvist"},
	{`After a meeting with Ann Lee, Mara Lindqvist took to Twitter to thank her.`, "Mara Lindqvist"},
	{`"Ann Lee is wrong about the harbour," a neighbour wrote on Facebook.`, ""},
}

func TestOwner(t *testing.T) {
	g := newRig(t)
	for _, c := range owners {
		var got []string
		for _, x := range g.read(document(c.text)) {
			if x.Kind == nutgraf.CreditSocialPost {
				got = append(got, x.Owner)
			}
		}
		if d := cmp.Diff([]string{c.want}, got); d != "" {
			t.Errorf("%s\n%s", c.text, d)
		}
	}
}

func TestTwoNamesOfOneStemStayApart(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"ET spoke with Mara Lindqvist in May. This news comes from ET Online.", []string{"ET", "ET Online"}},
		{"ET reported that the film opens in June. ET Online said May. Mara Lindqvist told ET that it was so.", []string{"ET", "ET Online", "ET"}},
		{"ET Online reported that the film opens in June. ET said May.", []string{"ET Online", "ET"}},
		{"Entertainment Tonight (ET) reported that the film opens in June. Mara Lindqvist told ET that it was so.", []string{"Entertainment Tonight", "Entertainment Tonight"}},
	} {
		var got []string
		for _, x := range newRig(t).read(document(c.text)) {
			got = append(got, x.Outlet)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s\n%s", c.text, d)
		}
	}
}

func check(t interface{ Fatalf(string, ...any) }, text string, cs []nutgraf.Credit) {
	for _, c := range cs {
		for _, s := range []nutgraf.Span{c.Span, c.OutletSpan} {
			if s.Start < 0 || s.End > len(text) || s.Start > s.End || s.End < len(text) && !utf8.RuneStart(text[s.End]) || s.Start < len(text) && !utf8.RuneStart(text[s.Start]) {
				t.Fatalf("bad span %v of %d", s, len(text))
			}
		}
	}
}

func TestSpansHold(t *testing.T) {
	g := newRig(t)
	words := []string{"told", "Reuters", "The New York Times", "the paper", "reported", "by", "(", ")", "—", "via", "Source", ":", ".", "\n", "first", "to", "report", "tweeted", "on Instagram", "Mara Lindqvist", "é", "with", "an interview", "files", "from", "this", "newspaper", "comes", "according", "multiple", "reports", "'s", "\""}
	rapid.Check(t, func(t *rapid.T) {
		doc := document(strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(t, "words"), " "))
		first := g.read(doc)
		check(t, doc.Text, first)
		if d := cmp.Diff(first, g.read(doc)); d != "" {
			t.Fatalf("two readings differ: %s", d)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	g := newRig(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("stages may assume valid UTF-8")
		}
		check(t, text, g.read(document(text)))
	})
}

// TestHostile reads long texts of nothing but outlets, platforms or stand-ins:
// the time must not grow with the square of the text.
func TestHostile(t *testing.T) {
	g := newRig(t)
	for _, unit := range []string{"Reuters ", "told Reuters, ", "the paper ", "tweeted ", "Reuters reported the paper said. ", "source: ", "files from ", "told us "} {
		ds, dl := timed(g, strings.Repeat(unit, 10_000/len(unit))), timed(g, strings.Repeat(unit, 80_000/len(unit)))
		if dl > 40*ds+50*time.Millisecond {
			t.Errorf("%q: %v for 10 kB, %v for 80 kB", unit, ds, dl)
		}
	}
}

func timed(g *rig, text string) time.Duration {
	doc := document(text)
	seg, ann := g.prepare(doc)
	best := time.Hour // of three runs: the machine may be busy with other things
	for range 3 {
		start := time.Now()
		g.cre.Find(doc, seg, ann)
		best = min(best, time.Since(start))
	}
	return best
}

func BenchmarkFind(b *testing.B) {
	g := newRig(b)
	var s strings.Builder
	for s.Len() < 3000 {
		for _, c := range cases {
			s.WriteString(c.text + "\n")
		}
	}
	doc := document(s.String()[:3000])
	seg, ann := g.prepare(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		g.cre.Find(doc, seg, ann)
	}
}
