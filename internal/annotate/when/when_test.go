package when

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/calendar"
)

// found is what the tests compare: the words, the value, the days, the anchor.
type seen struct{ Text, Value, Days, Anchor string }

func look(t *testing.T, text, published string) []seen {
	t.Helper()
	f, split := newFinder(t)
	doc := article(text, published)
	times, _ := f.Find(doc, split.Split(doc))
	var out []seen
	for _, w := range times {
		days := ""
		if w.From != nutgraf.NoDay {
			days = w.From.String() + "/" + w.To.String()
		}
		out = append(out, seen{w.Span.Of(text), w.Value, days, string(w.Anchor)})
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text, published string
		want                  []seen
	}{
		{"tense decides the side", "The board met on Friday. It will vote on Friday.", "2020-05-05", []seen{
			{"Friday", "2020-05-01", "2020-05-01/2020-05-01", "publication"},
			{"Friday", "2020-05-08", "2020-05-08/2020-05-08", "publication"},
		}},
		{"without a page date nothing relative is resolved", "The film opened on April 24, two weeks ago.", "", []seen{
			{"April 24", "XXXX-04-24", "", ""}, {"two weeks ago", "P-2W", "", ""},
		}},
		{"a stretch that ends at publication", "It was seen over the past week and a half.", "2020-05-05", []seen{
			{"the past week and a half", "P1.5W", "2020-04-24/2020-05-05", "publication"},
		}},
		{"a stretch that begins there", "It is to run over the next four weeks.", "2020-05-05", []seen{
			{"the next four weeks", "P4W", "2020-05-05/2020-06-02", "publication"},
		}},
		{"the time of speaking anchors a quotation", "\"We began two days ago,\" Okafor said on Monday.", "2020-05-06", []seen{
			{"two days ago", "2020-05-02", "2020-05-02/2020-05-02", "speech"},
			{"Monday", "2020-05-04", "2020-05-04/2020-05-04", "publication"},
		}},
		{"a quotation of unknown time stays open", "\"We began two days ago,\" Okafor said.", "2020-05-06", []seen{
			{"two days ago", "P-2D", "", ""},
		}},
		{"a time leans on the one before", "The ship sank on 3 March 1998. The next day divers found it.", "2020-05-06", []seen{
			{"3 March 1998", "1998-03-03", "1998-03-03/1998-03-03", ""},
			{"The next day", "1998-03-04", "1998-03-04/1998-03-04", "text"},
		}},
		{"days of a list share their month and its year", "The band played here on Oct. 9, 11 and 12, 1981, and sold 3, 5 and 7 songs.", "2019-05-06", []seen{
			{"Oct. 9", "1981-10-09", "1981-10-09/1981-10-09", ""},
			{"11", "1981-10-11", "1981-10-11/1981-10-11", ""},
			{"12, 1981", "1981-10-12", "1981-10-12/1981-10-12", ""},
		}},
		{"a number that counts ends the list", "She came on May 3, 12 men and 7 boats behind her.", "2019-05-06", []seen{
			{"May 3", "2019-05-03", "2019-05-03/2019-05-03", "publication"},
		}},
		{"the quarter of a match is none of the year", "The side scored twice in the first quarter and led until the first half was over.", "2019-05-06", nil},
		{"a feast of another year", "He spent Memorial Day of 1986 in Vale.", "2019-05-06", []seen{
			{"Memorial Day of 1986", "1986-05-26", "1986-05-26/1986-05-26", ""},
		}},
		{"two days of one month", "The fair runs May 8-10, 2019.", "2019-05-06", []seen{
			{"May 8", "2019-05-08", "2019-05-08/2019-05-08", ""},
			{"10, 2019", "2019-05-10", "2019-05-10/2019-05-10", ""},
		}},
		{"one year for both ends", "It ran from November to April 2019.", "2020-05-06", []seen{
			{"November", "2018-11", "2018-11-01/2018-11-30", ""}, {"April 2019", "2019-04", "2019-04-01/2019-04-30", ""},
		}},
		{"what is no time", "The 14-year-old paid $1999 for part No. 2016, and 1500 people may march; pic.example.com/W1CT2o.", "2020-05-06", nil},
		{"last Monday, told on a Tuesday", "She met him last Monday and last Friday.", "2020-05-05", []seen{
			{"last Monday", "2020-04-27", "2020-04-27/2020-04-27", "publication"}, {"last Friday", "2020-05-01", "2020-05-01/2020-05-01", "publication"},
		}},
		{"last Tuesday, told on a Thursday, may be either", "She met him last Tuesday night.", "2020-05-07", []seen{{"last Tuesday night", "XXXX-WXX-2TNI", "", ""}}},
		{"the weekday behind the page's date stays open, and what leans on it", "They met on Wednesday and left later in the day. They had met on Tuesday.", "2020-05-05", []seen{
			{"Wednesday", "XXXX-WXX-3", "", ""}, {"later in the day", "P+0D", "", ""}, {"Tuesday", "2020-05-05", "2020-05-05/2020-05-05", "publication"},
		}},
		{"what is told later has been", "They met on Monday. Four days later they left.", "2020-05-04", []seen{
			{"Monday", "2020-05-04", "2020-05-04/2020-05-04", "publication"}, {"Four days later", "P+4D", "", ""},
		}},
		{"from now, and what a stretch holds", "In two weeks the fair will open. It is the worst harvest in two weeks, could be shut in a month, fell by half in two weeks and will show four plays in five days. A thief may be tried within a year.", "2020-05-05", []seen{
			{"two weeks", "2020-W21", "2020-05-18/2020-05-24", "publication"},
			{"two weeks", "P2W", "", ""},
			{"a month", "P1M", "", ""},
			{"two weeks", "P2W", "", ""},
			{"five days", "P5D", "", ""},
			{"a year", "P1Y", "", ""},
		}},
		{"within so long of now", "The court will rule within three days.", "2020-05-05", []seen{{"three days", "P3D", "2020-05-05/2020-05-08", "publication"}}},
		{"a plan of old", "She planned to sign the order in January, but did not.", "2020-03-03", []seen{{"January", "2020-01", "2020-01-01/2020-01-31", "publication"}}},
		{"a plan to come", "The court hoped to open the mill in June.", "2020-03-03", []seen{{"June", "2020-06", "2020-06-01/2020-06-30", "publication"}}},
		{"what was added to a page, and what a verb tells beside its day", "The two sides agreed on July 29 to meet. A diver was killed on October 20 when the pier fell.", "2020-07-24", []seen{
			{"July 29", "2020-07-29", "2020-07-29/2020-07-29", "publication"}, {"October 20", "2019-10-20", "2019-10-20/2019-10-20", "publication"},
		}},
		{"another 11 September", "The mill burned on Sept. 11, 2012. The Sept. 11 attack shocked Ansel as the Sept. 11 attacks had.", "2013-02-24", []seen{
			{"Sept. 11, 2012", "2012-09-11", "2012-09-11/2012-09-11", ""}, {"Sept. 11", "2012-09-11", "2012-09-11/2012-09-11", ""}, {"Sept. 11", "2001-09-11", "2001-09-11/2001-09-11", ""},
		}},
		{"the day of the report is that of its words", "The mill burned on Monday, and crowds came. \"It is a sad sight today,\" said Okafor.", "2020-05-05", []seen{
			{"Monday", "2020-05-04", "2020-05-04/2020-05-04", "publication"}, {"today", "2020-05-04", "2020-05-04/2020-05-04", "speech"},
		}},
		{"words of another time, and a programme", "The mill burned on Monday. In 2009, Okafor said of it: \"It is safe today.\" She told \"This Morning\" of the \"Today\" show.", "2020-05-05", []seen{
			{"Monday", "2020-05-04", "2020-05-04/2020-05-04", "publication"}, {"2009", "2009", "2009-01-01/2009-12-31", ""}, {"today", "P+0D", "", ""},
		}},
		{"two days of one report", "The mill burned on Sunday. It was sold on Monday. A crowd came to look. It was large. It was loud. \"It is a sad sight today,\" said Okafor.", "2020-05-05", []seen{
			{"Sunday", "2020-05-03", "2020-05-03/2020-05-03", "publication"}, {"Monday", "2020-05-04", "2020-05-04/2020-05-04", "publication"}, {"today", "P+0D", "", ""},
		}},
		{"last April, told in May", "She left last April.", "2020-05-05", []seen{{"last April", "2019-04", "2019-04-01/2019-04-30", "publication"}}},
		{"a race, a row of courts, an unnamed day", "She ran it in 2:01:39. The 4th, 7th and 9th circuits agree with the 17th and 18th districts. One day she may one day be mayor.", "2020-05-05", []seen{
			{"one day", "FUTURE_REF", "", ""},
		}},
		{"a day before those it befell", "The grief of May 3 victims is told. In May 7 victims were found.", "2020-05-05", []seen{
			{"May 3", "2020-05-03", "2020-05-03/2020-05-03", "publication"}, {"May", "2020-05", "2020-05-01/2020-05-31", "publication"},
		}},
		{"this past decade, the past fiscal year", "Sales fell this past decade and rose in the past fiscal year.", "2020-05-05", []seen{
			{"this past decade", "P10Y", "2010-05-05/2020-05-05", "publication"}, {"the past fiscal year", "2019", "", "publication"},
		}},
		{"a page's stamp", "7 years ago", "2020-05-05", nil},
		{"ages and idioms", "People in their 50s, 60s and early 70s came on the last day, and the future of the mill is a second, smaller worry.", "2020-05-06", nil},
		{"names and lengths of clips", "LISTEN 3:13 SHARE. The Daily Ledger and Parish Now hope to print it one day, according to May.", "2020-05-06", nil},
		{"a poll is told of before it is held", "If the November election was a test, the June agreement was another.", "2020-09-06", []seen{
			{"November", "2020-11", "2020-11-01/2020-11-30", "publication"}, {"June", "2020-06", "2020-06-01/2020-06-30", "publication"},
		}},
		{"a weekday that owns is near", "Polls show Thursday's race is close before Friday's debate.", "2020-05-06", []seen{
			{"Thursday", "2020-05-07", "2020-05-07/2020-05-07", "publication"}, {"Friday", "2020-05-08", "2020-05-08/2020-05-08", "publication"},
		}},
		{"a year before a colon", "He wrote in 2006: \"It rained.\" The code is in 2006:15.", "2020-05-06", []seen{
			{"2006", "2006", "2006-01-01/2006-12-31", ""},
		}},
		{"a time of day that is printed with spaces", "The shots fell at 3 p. m. on Monday. The bell rang at 06 : 30 BST. The side lost by 3 : 10 there.", "2020-05-06", []seen{
			{"3 p. m. on Monday", "2020-05-04T15:00", "2020-05-04/2020-05-04", "publication"}, {"06 : 30 BST", "2020-05-04T06:30", "2020-05-04/2020-05-04", "text"},
		}},
		{"a time of day has the day behind it", "The blast came at 10:35 a.m. (0735 GMT) Friday.", "2020-05-06", []seen{
			{"10:35 a.m.", "2020-05-01T10:35", "2020-05-01/2020-05-01", "publication"}, {"0735 GMT", "2020-05-01T07:35Z", "2020-05-01/2020-05-01", "publication"}, {"Friday", "2020-05-01", "2020-05-01/2020-05-01", "publication"},
		}},
		{"what leans on an untold day stays open", "It rang the next day and was sold that year.", "2020-05-06", []seen{
			{"the next day", "P+1D", "", ""}, {"that year", "P+0Y", "", ""},
		}},
		{"an odd year's Election Day is far off", "She will lead until Election Day.", "2019-06-06", []seen{
			{"Election Day", "2020-11-03", "2020-11-03/2020-11-03", "publication"},
		}},
		{"a weekday tells the year of its date", "The mill burned on Friday, Sept. 14.", "2013-05-10", []seen{
			{"Friday, Sept. 14", "2012-09-14", "2012-09-14/2012-09-14", "publication"},
		}},
		{"over a stretch, and over a length", "A loan over two years was paid after over two weeks.", "2020-05-06", []seen{
			{"two years", "P2Y", "", ""}, {"over two weeks", "P2W", "", ""},
		}},
		{"this weekend, told on the Monday after", "The envoys left the summit this weekend.", "2018-06-11", []seen{
			{"this weekend", "2018-W23-WE", "2018-06-09/2018-06-10", "publication"},
		}},
		{"before something else", "They met two weeks before the vote and the day before the mill burned.", "2020-05-06", []seen{
			{"two weeks", "P2W", "", ""},
		}},
		{"before what was told", "It rang on 3 May 2019. The mill had burned the day before, and the barn the night before.", "2020-05-06", []seen{
			{"3 May 2019", "2019-05-03", "2019-05-03/2019-05-03", ""},
			{"the day before", "2019-05-02", "2019-05-02/2019-05-02", "text"},
			{"the night before", "2019-05-01TNI", "2019-05-01/2019-05-01", "text"},
		}},
		{"what was told later is not to come", "It shut in 2019. Forty years later the mayor wept.", "2020-05-06", []seen{
			{"2019", "2019", "2019-01-01/2019-12-31", ""}, {"Forty years later", "P+40Y", "", ""},
		}},
		{"what is told to come may come", "It shut in 2019. Three years later it will open.", "2020-05-06", []seen{
			{"2019", "2019", "2019-01-01/2019-12-31", ""}, {"Three years later", "2022", "2022-01-01/2022-12-31", "text"},
		}},
		{"a range runs on", "It was shut from November to February, and Saturday through Monday.", "2020-04-28", []seen{
			{"November", "2019-11", "2019-11-01/2019-11-30", "publication"},
			{"February", "2020-02", "2020-02-01/2020-02-29", "publication"},
			{"Saturday", "2020-04-25", "2020-04-25/2020-04-25", "publication"},
			{"Monday", "2020-04-27", "2020-04-27/2020-04-27", "publication"},
		}},
		{"a range still running", "The road was shut between Saturday and Thursday.", "2020-04-28", []seen{
			{"Saturday", "2020-04-25", "2020-04-25/2020-04-25", "publication"}, {"Thursday", "2020-04-30", "2020-04-30/2020-04-30", "publication"},
		}},
		{"an end may lie on either side", "They raised a million through March, and the vote was put off until July.", "2020-05-06", []seen{
			{"March", "2020-03", "2020-03-01/2020-03-31", "publication"}, {"July", "2020-07", "2020-07-01/2020-07-31", "publication"},
		}},
		{"what does not tell a plan", "They decided to drop it in April, to punish them for the March 4 raid on Mar-a-Lago.", "2020-08-26", []seen{
			{"April", "2020-04", "2020-04-01/2020-04-30", "publication"}, {"March 4", "2020-03-04", "2020-03-04/2020-03-04", "publication"},
		}},
		{"what has not happened yet", "It won't open until December, with a crowd left before Election Day.", "2020-10-24", []seen{
			{"December", "2020-12", "2020-12-01/2020-12-31", "publication"}, {"Election Day", "2020-11-03", "2020-11-03/2020-11-03", "publication"},
		}},
		{"a plan of old lies near", "They were due to meet on March 2. She was due to sing Thursday.", "2020-05-06", []seen{
			{"March 2", "2020-03-02", "2020-03-02/2020-03-02", "publication"}, {"Thursday", "2020-05-07", "2020-05-07/2020-05-07", "publication"},
		}},
		{"a court's number", "On Friday, the 10th Harbour Court closed it.", "2020-05-05", []seen{
			{"Friday", "2020-05-01", "2020-05-01/2020-05-01", "publication"},
		}},
		{"from a day on", "The bank is splitting its staff from Monday and sending ten to Vale.", "2020-05-05", []seen{
			{"Monday", "2020-05-11", "2020-05-11/2020-05-11", "publication"},
		}},
		{"as recently as", "They will, she said as recently as Friday, close it.", "2020-05-05", []seen{
			{"recently", "PAST_REF", "", ""}, {"Friday", "2020-05-01", "2020-05-01/2020-05-01", "publication"},
		}},
		{"degrees and decades", "Temperatures rose into the 80s. He sang in the 80s, said Mill Today.", "2020-05-05", []seen{
			{"the 80s", "198", "1980-01-01/1989-12-31", ""},
		}},
		{"come January", "The barn was sold and stands empty come January.", "2020-05-06", []seen{
			{"January", "2021-01", "2021-01-01/2021-01-31", "publication"},
		}},
		{"a weekday means one day in one article", "Okafor will testify on Thursday. With so many in town for the hearing on Thursday, Ansel holds its breath.", "2020-05-05", []seen{
			{"Thursday", "2020-05-07", "2020-05-07/2020-05-07", "publication"}, {"Thursday", "2020-05-07", "2020-05-07/2020-05-07", "publication"},
		}},
		{"what was asked is not a plan of next week", "She was fired last Friday. The clerk told us that he was asked to leave on Friday.", "2020-05-05", []seen{
			{"last Friday", "2020-05-01", "2020-05-01/2020-05-01", "publication"}, {"Friday", "2020-05-01", "2020-05-01/2020-05-01", "publication"},
		}},
		{"the day of a poll", "She rolled on towards the Nov. 3 election; many who voted in the November election before were there.", "2020-05-05", []seen{
			{"Nov. 3", "2020-11-03", "2020-11-03/2020-11-03", "publication"}, {"November", "2019-11", "2019-11-01/2019-11-30", "publication"},
		}},
		{"names that hold a day", "She told Sunday Morning Voices and The Tonight Hour of her second-place finish, the past voting habits and the March accession.", "2020-05-05", []seen{
			{"March", "2020-03", "2020-03-01/2020-03-31", "publication"},
		}},
		{"a stretch of somebody else's", "She wrote of Ansel's last two years in office, and of '16.", "2020-05-05", []seen{
			{"last two years", "P2Y", "", ""}, {"'16", "2016", "2016-01-01/2016-12-31", ""},
		}},
		{"a whole year is the one told of", "It lost 3 million in the fourth quarter of 2018 and 9 million for the entire year.", "2020-05-05", []seen{
			{"the fourth quarter of 2018", "2018-Q4", "2018-10-01/2018-12-31", ""}, {"the entire year", "2018", "2018-01-01/2018-12-31", "text"},
		}},
		{"quarters of a year and of a whole", "Sales fell over the past two quarters and for three quarters, though three quarters of the boats were sold.", "2020-05-05", []seen{
			{"the past two quarters", "P2Q", "2019-11-04/2020-05-05", "publication"}, {"three quarters", "P3Q", "", ""},
		}},
		{"days of one month", "The fair was held from 18 to 20 April 2019 and won 2-1 5 May.", "2020-05-06", []seen{
			{"18", "2019-04-18", "2019-04-18/2019-04-18", ""},
			{"20 April 2019", "2019-04-20", "2019-04-20/2019-04-20", ""},
			{"5 May", "2020-05-05", "2020-05-05/2020-05-05", "publication"},
		}},
		{"a year that both share", "Boats came in the late spring and early summer last year, and in March and April of last year.", "2020-05-05", []seen{
			{"the late spring", "2019-SP", "2019-03-01/2019-05-31", "publication"},
			{"early summer last year", "2019-SU", "2019-06-01/2019-08-31", "publication"},
			{"March", "2019-03", "2019-03-01/2019-03-31", "publication"},
			{"April of last year", "2019-04", "2019-04-01/2019-04-30", "publication"},
		}},
		{"an end that was reached", "They sat over the bill until midnight Thursday. It was told on Thursday.", "2020-05-08", []seen{
			{"midnight Thursday", "2020-05-07T24:00", "2020-05-07/2020-05-07", "publication"}, {"Thursday", "2020-05-07", "2020-05-07/2020-05-07", "publication"},
		}},
		{"years of two figures", "Stamped 4/24/19 by the clerk of unit 4/24/19/7.", "2020-05-08", []seen{
			{"4/24/19", "2019-04-24", "2019-04-24/2019-04-24", ""},
		}},
		{"a list runs on", "Her rounds in May and June lined up by Ansel are long, and she cites a January ruling.", "2020-05-05", []seen{
			{"May", "2020-05", "2020-05-01/2020-05-31", "publication"},
			{"June", "2020-06", "2020-06-01/2020-06-30", "publication"},
			{"January", "2020-01", "2020-01-01/2020-01-31", "publication"},
		}},
		{"what was done yesterday was not to be done next week", "The council pressed her to drop her bid Monday.", "2020-05-05", []seen{
			{"Monday", "2020-05-04", "2020-05-04/2020-05-04", "publication"},
		}},
		{"a photograph's month", "The mayor at a hearing in August. (Meridian photo: Ada Obi)", "2020-05-05", []seen{
			{"August", "2019-08", "2019-08-01/2019-08-31", "publication"},
		}},
		{"a caption's day", "FILE - In this May 22, 2018 photo the mill stands.", "2020-05-06", []seen{
			{"May 22, 2018", "2018-05-22", "2018-05-22/2018-05-22", ""},
		}},
		{"a poll that a month owns", "They prepare to be heard for the November election. The timing of November's general election pleased them.", "2020-06-06", []seen{
			{"November", "2020-11", "2020-11-01/2020-11-30", "publication"}, {"November", "2020-11", "2020-11-01/2020-11-30", "publication"},
		}},
		{"an April reference keeps its year", "A week after its April 24 debut they met.", "2020-05-05", []seen{
			{"A week", "P1W", "", ""}, {"April 24", "2020-04-24", "2020-04-24/2020-04-24", "publication"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, look(t, c.text, c.published)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}

func TestDoubt(t *testing.T) {
	f, split := newFinder(t)
	for _, c := range []struct {
		text, published string
		want            bool
	}{
		{"The bridge was opened on 24 April and proved a success.", "2020-01-01", true},
		{"The bridge was opened on April 24, 2020, and proved a success.", "2020-02-03", true},
		{"The bridge will be opened on April 24, 2020.", "2020-02-03", false},
		{"The bridge was opened on Friday, April 24.", "2020-04-27", false},
		{"The bridge was opened on Friday, April 24.", "2019-04-27", true},
		{"The bridge was first opened in 1931.", "2020-01-01", false},
		{"The bridge was opened on December 30.", "2020-01-01", false},
		{"The bridge was opened in May.", "2020-01-01", true},
		{"The bridge was opened in May.", "2020-11-07", false},
		{"The bridge was opened in December.", "2020-01-01", false},
		{"The bridge was opened on March 18.", "2020-03-01", true},
		{"The bridge will be opened on March 18.", "2020-03-01", false},
		{"The bridge was opened in May 2021.", "2020-11-07", true},
		{"The bridge is to be opened by 2030, the mayor said.", "2020-11-07", false},
		{"The bridge was opened on Friday, Sept. 14.", "2013-05-10", false},
		{"PORT ANSEL, Nov 3 (Meridian) - The bridge shut.", "2020-08-07", true},
		{"PORT ANSEL, Nov 3 (Meridian) - The bridge shut.", "2020-11-04", false},
		{"The bridge was opened on Friday.", "1970-01-01", true},
		{"The bridge was opened on Friday.", "1969-12-31", true},
		{"The bridge was opened in October 1969.", "1970-01-01", false},
		{"The bridge was opened on Friday.", "1970-01-02", false},
	} {
		doc := article(c.text, c.published)
		times, p := f.Find(doc, split.Split(doc))
		if p.Doubted != c.want || p.Doubted && p.Why == "" {
			t.Errorf("%s on %s: doubted %v (%s), want %v", c.text, c.published, p.Doubted, p.Why, c.want)
		}
		for _, w := range times {
			if p.Doubted && w.Anchor == nutgraf.AnchorPublication {
				t.Errorf("%s: %q leans on a doubted date", c.text, w.Span.Of(c.text))
			}
		}
	}
}

func check(t interface{ Fatalf(string, ...any) }, f *Finder, doc *nutgraf.Document, seg *nutgraf.Segments) {
	times, _ := f.Find(doc, seg)
	at := 0
	for _, w := range times {
		if w.Span.Start < at || w.Span.End <= w.Span.Start || w.Span.End > len(doc.Text) {
			t.Fatalf("span %v after %d in %q", w.Span, at, doc.Text)
		}
		if utf8.ValidString(doc.Text) && !utf8.ValidString(w.Span.Of(doc.Text)) {
			t.Fatalf("span %v cuts a character of %q", w.Span, doc.Text)
		}
		if w.From != nutgraf.NoDay && (w.From > w.To || !w.Resolved) || !w.Resolved && w.Value != w.Form {
			t.Fatalf("%+v in %q", w, doc.Text)
		}
		at = w.Span.End
	}
}

func TestSpansAreValid(t *testing.T) {
	f, split := newFinder(t)
	words := []string{
		"the", "last", "three", "weeks", "ago", "Monday", "May", "5", ",", "2019", "'s", "“", "”", "\"", "12:30", "p.m.", "early", "-",
		"and", "a", "half", "of", "next", "year", "1990s", "’90s", "Q3", "第", "é", "\u200d", "\n\n", "will", "said", "first", "quarter", "Easter", "2020-05-05", "5/6/2019",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(t, "words") {
			text += w + rapid.SampledFrom([]string{" ", "", " "}).Draw(t, "gap")
		}
		doc := article(text, rapid.SampledFrom([]string{"", "2020-05-05", "2020-01-01"}).Draw(t, "date"))
		check(t, f, doc, split.Split(doc))
	})
}

// TestAnchoredAnew: a story that settles a date can resolve what the report left
// open, by form and side.
func TestAnchoredAnew(t *testing.T) {
	f, split := newFinder(t)
	doc := article("The film opened on April 24 and Okafor spoke on Monday.", "")
	times, _ := f.Find(doc, split.Split(doc))
	want := []string{"2020-04-24", "2020-05-04"}
	for i, w := range times {
		_, _, value, ok := calendar.Resolve(w.Form, w.Toward, nutgraf.DayDate(2020, 5, 5))
		if !ok || value != want[i] {
			t.Errorf("%s anew = %q, want %q", w.Form, value, want[i])
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"on Monday, May 5, 2020 at 10 p.m. EST", "the first nine months of 1999", "a year ago \"last week\"", "’90s 5/6/2019 2020-01-01T", "\xff\xfe 3 weeks"} {
		f.Add(s, "2020-05-05")
	}
	finder, split := newFinder(f)
	f.Fuzz(func(t *testing.T, text, date string) {
		doc := article(text, date)
		check(t, finder, doc, split.Split(doc))
	})
}

func TestYearBeforeALastDash(t *testing.T) {
	f, split := newFinder(t)
	for _, text := range []string{"The mill has stood idle since the autumn of 2016 –", "It opened in 2016-", "Mill workers in 1996-97"} {
		doc := article(text, "2020-05-05")
		if times, _ := f.Find(doc, split.Split(doc)); len(times) == 0 {
			t.Errorf("%q: no time found", text)
		}
	}
}

// TestCaptionIsNoDateLine: a day told before the first paragraph, as a caption
// does, is not the day on which the report was filed.
func TestCaptionIsNoDateLine(t *testing.T) {
	f, split := newFinder(t)
	caption, text := "The mill, seen on May 22, 2019.", "The mill has shut."
	doc := &nutgraf.Document{ID: "t", Lang: "en", Text: caption + "\n\n" + text, Published: nutgraf.Published{Value: "2020-05-19"}}
	doc.Blocks = []nutgraf.Block{
		{Kind: nutgraf.Caption, Span: nutgraf.Span{Start: 0, End: len(caption)}},
		{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: len(caption) + 2, End: len(doc.Text)}},
	}
	if _, p := f.Find(doc, split.Split(doc)); p.Doubted {
		t.Errorf("doubted: %s", p.Why)
	}
}
