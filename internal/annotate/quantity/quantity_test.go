package quantity

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/annotate/when"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

type finders struct {
	split *segment.Splitter
	when  *when.Finder
	find  *Finder
}

func newFinders(t testing.TB) finders {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	f := finders{segment.New(pack), when.New(pack), New(pack)}
	if f.find.Err() != nil {
		t.Fatal(f.find.Err())
	}
	return f
}

func (f finders) read(text string) ([]nutgraf.Quantity, *nutgraf.Annotations) {
	doc := &nutgraf.Document{
		Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: 0, End: len(text)}}},
		Published: nutgraf.Published{Value: "2020-05-05"},
	}
	seg := f.split.Split(doc)
	ann := &nutgraf.Annotations{Sentences: seg.Sentences}
	ann.Times, ann.Published = f.when.Find(doc, seg)
	return f.find.Find(doc, seg, ann), ann
}

// line writes a quantity for comparison: words, value or bounds, unit, what is
// counted, hedge, status, window.
func line(text string, q nutgraf.Quantity, ann *nutgraf.Annotations) string {
	value := "?"
	switch {
	case !q.Known:
	case q.Low <= -Open:
		value = fmt.Sprintf("..%v", q.High)
	case q.High >= Open:
		value = fmt.Sprintf("%v..", q.Low)
	case q.Low != q.High:
		value = fmt.Sprintf("%v..%v", q.Low, q.High)
	default:
		value = fmt.Sprint(q.Value)
	}
	window := ""
	if q.Window >= 0 {
		window = ann.Times[q.Window].Span.Of(text)
	}
	return strings.Join([]string{q.Span.Of(text), value, q.Unit, q.Counted.Of(text), string(q.Hedge), string(q.Status), window}, "|")
}

func TestFind(t *testing.T) {
	f := newFinders(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{
			"The guards took 12 RK 44 rifles, nine RK-44 guns and two other boats besides the ferry.",
			[]string{"12|12|rifle|RK 44 rifles|exact|achieved|", "nine|9|gun|RK-44 guns|exact|achieved|", "two|2|boat|boats|exact|achieved|"},
		},
		{
			"An approximate 30, 000 people came to the fair.",
			[]string{"30, 000|30000|person|people|approximate|achieved|"},
		},
		{
			"It is projected to be watched by 40 million households over the next four weeks.",
			[]string{"40 million|4e+07|household|households|projected|projected|the next four weeks"},
		},
		{
			"The run, estimated to be viewed in 40 million households over the past week and a half, pleased them.",
			[]string{"40 million|4e+07|household|households|estimated|achieved|the past week and a half"},
		},
		{"The firm sold nearly 14,000 boats in 2019.", []string{"14,000|14000|boat|boats|approximate|achieved|2019"}},
		{"At least 82 were killed.", []string{"82|82..|person|killed|bound|achieved|"}},
		{"They cut up to 700 jobs.", []string{"700|..700|job|jobs|bound|achieved|"}},
		{"Between 25,000 and 30,000 positions go.", []string{"25,000 and 30,000|25000..30000|position|positions|exact|achieved|"}},
		{"It cost A$52.5 million, or US$40.4 million.", []string{"A$52.5 million|5.25e+07|AUD||exact|achieved|", "US$40.4 million|4.04e+07|USD||exact|achieved|"}},
		{"Shares fell six percent.", []string{"six percent|6|percent||exact|achieved|"}},
		{"A 3.5-inch screen weighs 5 kg.", []string{"3.5-inch|3.5|inch|screen|exact|achieved|", "5 kg|5|kilogram||exact|achieved|"}},
		{"His 14 - year - old son slept.", []string{"14 - year - old|14|year|son|exact|achieved|"}},
		{"His 14-year-old son slept.", []string{"14-year-old|14|year|son|exact|achieved|"}},
		{"The vote was 52-35.", []string{"52-35|?|||exact|achieved|"}},
		{"She will write a second script.", []string{"second|2||script|exact|projected|"}},
		{"Sales more than doubled.", []string{"doubled|2..|times||bound|achieved|"}},
		{"It will cost $5 million over two years.", []string{"$5 million|5e+06|USD||exact|projected|two years", "two years|2|year||exact|projected|"}},
		{"Over 37 years, Okafor wrote.", []string{"37 years|37|year||exact|achieved|"}},
		{"He wrote for over 37 years.", []string{"37 years|37..|year||bound|achieved|"}},
		{"Seven of 10 sailors, or seven-in-10, sleep; 53 percent think so.", []string{
			"Seven of 10|0.7||sailors|exact|achieved|", "seven-in-10|0.7|||exact|achieved|", "53 percent|53|percent||exact|achieved|",
		}},
		{"A 60 percent stake went to three Harbour Affairs clerks.", []string{"60 percent|60|percent|stake|exact|achieved|", "three|3|clerk|Harbour Affairs clerks|exact|achieved|"}},
		{"The error is plus or minus 3.5 points.", []string{"3.5|3.5|point|points|exact|achieved|"}},
		{"One aide directly involved spoke.", []string{"One|1|aide|aide|exact|achieved|"}},
		{"At one point a two-faced man met us at ground zero on the 13th, if one wishes; call +1-555-0142.", nil},
		{"Ada Obi, 29; Bo Ray, 31; one clerk wrote.", []string{"29|29|year||exact|achieved|", "31|31|year||exact|achieved|", "one|1|clerk|clerk|exact|achieved|"}},
		{"They made $2 million available of the $6 million raised for a $5 million campaign.", []string{
			"$2 million|2e+06|USD||exact|achieved|", "$6 million|6e+06|USD||exact|achieved|", "$5 million|5e+06|USD|campaign|exact|achieved|",
		}},
		{"Some 14 US states and 11 at-large delegates met; half the crew and nearly 2 of the last eight US winners left.", []string{
			"14|14|state|US states|approximate|achieved|", "11|11|delegate|at-large delegates|exact|achieved|",
			"half|0.5||crew|exact|achieved|", "2|2|winner|US winners|approximate|achieved|", "eight|8|winner|US winners|exact|achieved|",
		}},
		{"In 6-1/2 years, or five-and-a-half hours, the toll was 2,895: a million and a half boats.", []string{
			"6-1/2 years|6.5|year||exact|achieved|", "five-and-a-half hours|5.5|hour||exact|achieved|",
			"2,895|2895|||exact|achieved|6-1/2 years", "a million and a half|1.5e+06|boat|boats|exact|achieved|",
		}},
		{"It rose half of 1 percent, or 0.8 of a percentage point, at a cost of tens of millions of dollars.", []string{
			"half of 1 percent|0.5|percent||exact|achieved|", "0.8 of a percentage point|0.8|percentage point||exact|achieved|",
			"tens of millions of dollars|2e+07..9e+07|USD||approximate|achieved|",
		}},
		{"Those under the age of 18, or aged 16 to 24, left when she was 13, before he turned 62.", []string{
			"18|..18|year||bound|achieved|", "16 to 24|16..24|year||exact|achieved|", "13|13|year||exact|achieved|", "62|62|year||exact|achieved|",
		}},
		{"After a 911 call she saw the film in 4K, step two of Week 13, ran a 5K and kept her 401k under Prop. 8 at 212 E. Mill Street.", nil},
		{"He has 10k followers; a 6-foot, 4-inch man stood on a plot of 40 by 60 feet.", []string{
			"10k|10000|follower|followers|exact|achieved|", "6-foot, 4-inch|6.333333333333333|foot|man|exact|achieved|",
			"40|40|foot||exact|achieved|", "60 feet|60|foot||exact|achieved|",
		}},
		{"It cost Rs. 500 crore, RM4.5 million, R500 million or 50p at 60 km/h.", []string{
			"Rs. 500 crore|5e+09|INR||exact|achieved|", "RM4.5 million|4.5e+06|MYR||exact|achieved|", "R500 million|5e+08|ZAR||exact|achieved|",
			"50p|50|penny||exact|achieved|", "60 km/h|60|kilometer per hour||exact|achieved|",
		}},
		{"One boat sank Sunday: it took a roughly 40 percent share in the planned initial $5 billion funding as 60 years passed.", []string{
			"One|1|boat|boat|exact|achieved|Sunday", "40 percent|40|percent|share|approximate|achieved|",
			"$5 billion|5e+09|USD|funding|exact|achieved|", "60 years|60|year||exact|achieved|",
		}},
		{"One day she may one day be mayor; one day after the vote he left, a year and a half late.", []string{
			"one day|1|day||exact|achieved|", "a year and a half|1.5|year||exact|achieved|",
		}},
		{"H-1B visas, net zero, unit 669 and a brutal one given the news; he will turn 82 next month, at the age of about 12.", []string{
			"82|82|year||exact|projected|", "12|12|year||approximate|projected|",
		}},
		{"The $53 million figure Okafor gave, $20 reportedly paid, 14 years working as a clerk, a 180-day Earth-Mars flight and only one last year.", []string{
			"$53 million|5.3e+07|USD|figure|exact|achieved|", "$20|20|USD||exact|achieved|", "14 years|14|year||claimed|achieved|",
			"180-day|180|day|Earth-Mars flight|exact|achieved|", "one|1|||exact|achieved|last year",
		}},
		{"Unemployment fell to 3.5 from 3.9 percent, or 5pc; they made 210 for 6 in 50 overs and paid 500 pounds.", []string{
			"3.5|3.5|percent||exact|achieved|", "3.9 percent|3.9|percent||exact|achieved|", "5pc|5|percent||exact|achieved|",
			"210|210|||exact|achieved|", "6|6|||exact|achieved|", "50|50|over|overs|exact|achieved|", "500 pounds|500|GBP||exact|achieved|",
		}},
		{"He signed a three-year, $60 million contract; men aged between 22 and 51 took 500 mg twice daily.", []string{
			"three-year|3|year||exact|achieved|", "$60 million|6e+07|USD|contract|exact|achieved|", "22 and 51|22..51|year||exact|achieved|",
			"500 mg|500|milligram||exact|achieved|",
		}},
		{"It came to naught: one doesn't look, on one hand, for a second. Sections 21, 24 and 26 hold; the two find themselves alone with two United States clerks.", []string{
			"two|2|||exact|achieved|", "two|2|clerk|United States clerks|exact|achieved|",
		}},
		{"Two Kilo-class boats, thousands of Chinese-built ferries, one league game remaining, $5 million worth of Chinese goods and a box of 2 pounds and 5.4 ounces.", []string{
			"Two|2|boat|Kilo-class boats|exact|achieved|", "thousands|2000..9000|ferry|Chinese-built ferries|approximate|achieved|",
			"one|1|game|league game|exact|achieved|", "$5 million|5e+06|USD|Chinese goods|exact|achieved|",
			"2 pounds and 5.4 ounces|2.3375|pound-mass||exact|achieved|",
		}},
		{"Permits rose from 40 to 60 and the share jumped from 3.1 to 3.5 percent, but fares cost from 40 to 60 dollars.", []string{
			"40|40|||exact|achieved|", "60|60|||exact|achieved|", "3.1|3.1|percent||exact|achieved|", "3.5 percent|3.5|percent||exact|achieved|",
			"40 to 60 dollars|40..60|USD||exact|achieved|",
		}},
		{"Forty or so men wanted as much as 9p and as high as $40; prices rose fivefold.", []string{
			"Forty|40|man|men|approximate|achieved|", "$40|..40|USD||bound|achieved|", "fivefold|5|times||exact|achieved|",
		}},
		{"Flags flew at half-staff after the zero-day leak.", nil},
		{"They could lose 30 boats.", []string{"30|30|boat|boats|exact|hypothetical|"}},
		{"They did not sell 30 boats.", []string{"30|30|boat|boats|exact|denied|"}},
		{"It is on its way to becoming the biggest-ever launch.", []string{"the biggest-ever launch|?||launch|exact|projected|"}},
		{"About 26% of the firm's workers will go.", []string{"26%|26|percent|workers|approximate|projected|"}},
		{"One in five boats leaked.", []string{"One in five|0.2||boats|exact|achieved|"}},
		{"It sank two in three days.", []string{"two|2|||exact|achieved|three days", "three days|3|day||exact|achieved|"}},
		{"The mast is 6-foot-2.", []string{"6-foot-2|6.166666666666667|foot||exact|achieved|"}},
		{"She stands 5 ft 2 in.", []string{"5 ft 2 in|5.166666666666667|foot||exact|achieved|"}},
		{"It costs three dollars and fifty cents.", []string{"three dollars and fifty cents|3.5|USD||exact|achieved|"}},
		{"It fell to minus ten.", []string{"minus ten|-10|||exact|achieved|"}},
		{"Nights of -5C came.", []string{"-5C|-5|degree Celsius||exact|achieved|"}},
		{"A 7.62mm round hit 20 km2 of heath.", []string{"7.62mm|7.62|millimeter|round hit|exact|achieved|", "20 km2|20|square kilometer|heath|exact|achieved|"}},
		{"It drew 1.8m visitors to a 1.8m tall boat.", []string{"1.8m|1.8e+06|visitor|visitors|exact|achieved|", "1.8m|1.8|meter|tall boat|exact|achieved|"}},
		{"Sales exceeded 150 boats.", []string{"150|150..|boat|boats|bound|achieved|"}},
		{"It holds 30-plus boats, or >90 bags.", []string{"30|30..|boat|boats|bound|achieved|", "90|90..|bag|bags|bound|achieved|"}},
		{"A 130-page ruling helped four congresswomen.", []string{"130|130|page|page|exact|achieved|", "four|4|congresswoman|congresswomen|exact|achieved|"}},
		{"The odds were 3 to 1.", []string{"3 to 1|?|||exact|achieved|"}},
		{"No one at 40 Mill Street or in the 9th Circuit kept test scores.", nil},
		{"Here are two: (1) Call the crew; (2) Cast off.", []string{"two|2|||exact|achieved|"}},
		{"Let them try one last time, twenty-first or not.", []string{"one|1|time|last time|exact|achieved|"}},
		{"She finished third.", []string{"third|3|||exact|achieved|"}},
		{"Two other aides and three more talks helped 40 Ansel women.", []string{"Two|2|aide|aides|exact|achieved|", "three|3|talk|talks|exact|achieved|", "40|40|woman|Ansel women|exact|achieved|"}},
		{"The 56-year-old clerk first won in 2000.", []string{"56-year-old|56|year|clerk|exact|achieved|"}},
		{"The blast wounded more than 100 and killed dozens.", []string{"100|100..|person|wounded|bound|achieved|", "dozens|24..108|person|killed|approximate|achieved|"}},
		{"Of those, 73 percent of young voters and half of the crew think so.", []string{"73 percent|73|percent|young voters|exact|achieved|", "half|0.5||crew|exact|achieved|"}},
		{"Half of born-again sailors went to the Four Anchors for a six-figure fee, unlike COP21.", []string{"Half|0.5||born-again sailors|exact|achieved|"}},
		{"It rose two degrees above the mean after a 14-month long drought.", []string{"two degrees|2|degree||exact|achieved|", "14-month|14|month|drought|exact|achieved|"}},
		{"They are 21 times more likely to sink; in May, 30 boats sank.", []string{"21|21|time|times|exact|achieved|", "30|30|boat|boats|exact|achieved|May"}},
		{"He spoke about one of the largest boat makers in history, with zero acumen.", []string{"the largest boat makers|?||boat makers|exact|achieved|", "zero|0|acumen|acumen|exact|achieved|"}},
		{"On Monday he said that 30 boats sank, though in March, 20 sailed.", []string{"30|30|boat|boats|exact|achieved|", "20|20|||exact|achieved|March"}},
		{"Sales fell 5 percent from 2018 in the spring; he led for five years after a ten-year lull.", []string{
			"5 percent|5|percent||exact|achieved|the spring", "five years|5|year||exact|achieved|", "ten-year|10|year|lull|exact|achieved|",
		}},
		{"One analysis shows the top-two vote, a one-on-one talk on AM 970 and the most up-to-date list.", []string{"One|1|analysis|analysis|exact|achieved|"}},
		{"A 10 percent sales surtax is due; the mayor said Friday that 30 boats sank.", []string{"10 percent|10|percent|sales surtax|exact|achieved|", "30|30|boat|boats|exact|achieved|"}},
		{"It fell short of its goal of 7 million.", []string{"7 million|7e+06|||exact|projected|"}},
		{"A six-month-long drought, and 800 so-called islanders, 9/12 clubs and the storm's worst.", []string{"six-month|6|month|drought|exact|achieved|", "800|800|islander|so-called islanders|exact|achieved|"}},
		{"It does 40 miles per gallon.", []string{"40 miles per gallon|40|mile per gallon||exact|achieved|"}},
		{"Two of the three judges had one filed over one afternoon to zero out the fund.", []string{"Two|2|judge|judges|exact|achieved|", "three|3|judge|judges|exact|achieved|", "one|1|afternoon|afternoon|exact|achieved|"}},
		{"Military projects passed by 20 votes.", []string{"20|20|vote|votes|exact|achieved|"}},
		{"Of them 53 percent of the public feels so now, up from 40 percent in 2007.", []string{"53 percent|53|percent|public|exact|achieved|", "40 percent|40|percent||exact|achieved|2007"}},
		{"One of the men flew a Boeing 737 on Route 66.", nil},
		{"Forty Israelis met 3 rabbis; three Chinese were saved by 12 Chinese firms.", []string{
			"Forty|40|israeli|Israelis|exact|achieved|", "3|3|rabbi|rabbis|exact|achieved|",
			"three|3|chinese|Chinese|exact|achieved|", "12|12|firm|Chinese firms|exact|achieved|",
		}},
		{"It fell by -$5 million to (-8), then hit $2.2T.", []string{"-$5 million|-5e+06|USD||exact|achieved|", "-8|-8|||exact|achieved|", "$2.2T|2.2e+12|USD||exact|achieved|"}},
		{"Some 500-odd homes pump 60,000 barrels before a 20,000-strong crowd of 20-somethings.", []string{
			"500|500|home|homes|approximate|achieved|", "60,000 barrels|60000|barrel||exact|achieved|", "20,000|20000|||exact|achieved|",
		}},
		{"One in every four boats, 6 of every 10 sailors and nearly one out of every two cooks sank.", []string{
			"One in every four|0.25||boats|exact|achieved|", "6 of every 10|0.6||sailors|exact|achieved|", "one out of every two|0.5||cooks|approximate|achieved|",
		}},
		{"She won 48 - 40 percent, then 52-42 percent, by a three-to-one margin.", []string{
			"48|48|percent||exact|achieved|", "40 percent|40|percent||exact|achieved|",
			"52|52|percent||exact|achieved|", "42 percent|42|percent||exact|achieved|", "three-to-one|?|||exact|achieved|",
		}},
		{"It has 8- to 16-meter masts and 235 low- and middle-income households.", []string{
			"8- to 16-meter|8..16|meter|masts|exact|achieved|", "235|235|household|low- and middle-income households|exact|achieved|",
		}},
		{"It took less than roughly $30,000 and more than about 3 cooks.", []string{"$30,000|..30000|USD||bound|achieved|", "3|3..|cook|cooks|bound|achieved|"}},
		{"He is six feet tall, she 5'11\" after a magnitude-7.8 quake.", []string{"six feet|6|foot||exact|achieved|", "5'11\"|5.916666666666667|foot||exact|achieved|", "7.8|7.8|||exact|achieved|"}},
		{"From 30 degrees to 35 degrees Celsius it took half an hour, half a mile and a quarter of an inch.", []string{
			"30 degrees to 35 degrees Celsius|30..35|degree Celsius||exact|achieved|",
			"half an hour|0.5|hour||exact|achieved|", "half a mile|0.5|mile||exact|achieved|", "a quarter of an inch|0.25|inch||exact|achieved|",
		}},
		{"The board would not budge, so the mayor cut $3 million; he may be fined after selling 40 boats, but 12 are back.", []string{
			"$3 million|3e+06|USD||exact|achieved|", "40|40|boat|boats|exact|achieved|", "12|12|||exact|achieved|",
		}},
		{"There are four reasons why Obi, a candidate for the 2016 vote, raised $6 million, with $1 million told in May – then 20 boats since June.", []string{
			"four|4|reason|reasons|exact|achieved|", "$6 million|6e+06|USD||exact|achieved|", "$1 million|1e+06|USD||exact|achieved|May", "20|20|boat|boats|exact|achieved|June",
		}},
		{"The court ruled Thursday, 5-4, on a 12m-high wall and a 3-D film that 7-Eleven shows.", []string{"5-4|?|||exact|achieved|Thursday", "12m|12|meter|high wall|exact|achieved|Thursday"}},
		{"An 18-year-old court pact and a 16-year-old high school girl sank the largest police boat ever in a year or two.", []string{
			"18-year-old|18|year|court pact|exact|achieved|", "16-year-old|16|year|high school girl|exact|achieved|", "the largest police boat ever|?||police boat ever|exact|achieved|a year or two",
		}},
		{"It went back up to 51, one of 10 tales about one useful and able hand.", []string{
			"51|51|||exact|achieved|", "10|10|tale|tales|exact|achieved|", "one|1|hand|useful and able hand|exact|achieved|",
		}},
		{"It makes one wonder about a three-for-one deal on a 9-11 style event with 13 Republican and Democratic sailors and 70 oil and gas fields.", []string{
			"13|13|sailor|Republican and Democratic sailors|exact|achieved|", "70|70|field|oil and gas fields|exact|achieved|",
		}},
		{"As expected, 13 sailors came; they may sail in May, and 40 boats were sold; it took up the three-week plan, perhaps on Sunday.", []string{
			"13|13|sailor|sailors|exact|achieved|", "40|40|boat|boats|exact|achieved|", "three-week|3|week|plan|exact|achieved|",
		}},
		{"He served under three mayors under one roof; he spoke for 13 hours last week; it lies 37 miles south of one sailor dead, as 1 John 4:12 says.", []string{
			"three|3|mayor|mayors|exact|achieved|", "one|1|roof|roof|exact|achieved|", "13 hours|13|hour||exact|achieved|last week",
			"37 miles|37|mile||exact|achieved|", "one|1|sailor|sailor|exact|achieved|",
		}},
		{"The 22-year-old scored 31 points; a stamp rises 3 cents to 49 cents; she ran the 100m in 10.8 seconds; a quarter of them live in Texas.", []string{
			"22-year-old|22|year||exact|achieved|", "31|31|point|points|exact|achieved|", "3 cents|3|cent||exact|achieved|", "49 cents|49|cent||exact|achieved|",
			"100m|100|meter||exact|achieved|10.8 seconds", "10.8 seconds|10.8|second||exact|achieved|", "a quarter|0.25|||exact|achieved|",
		}},
		{"It fell to 6.1 percent, the lowest since 2008; a million people, the largest crowd in years, paid 15 cents less than last month and 8 cents more.", []string{
			"6.1 percent|6.1|percent||exact|achieved|", "a million|1e+06|person|people|exact|achieved|", "15 cents|15|cent||exact|achieved|", "8 cents|8|cent||exact|achieved|",
		}},
		{"What one typically meets in one form or another is in the town's best interest, in Ada's Sixth Harbour District.", nil},
	} {
		qs, ann := f.read(c.text)
		var got []string
		for _, q := range qs {
			got = append(got, line(c.text, q, ann))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

func TestSource(t *testing.T) {
	f := newFinders(t)
	text := "Okafor said 40 boats sank, and 12 were saved, according to Ellery Marine."
	doc := &nutgraf.Document{Text: text}
	seg := f.split.Split(doc)
	at := strings.Index(text, "Ellery")
	ann := &nutgraf.Annotations{
		Entities: []nutgraf.Entity{{Name: "Ada Okafor"}, {Name: "Ellery Marine"}},
		Mentions: []nutgraf.Mention{{Span: nutgraf.Span{Start: 0, End: 6}, Entity: 0}, {Span: nutgraf.Span{Start: at, End: at + 13}, Entity: 1}},
	}
	for _, q := range f.find.Find(doc, seg, ann) {
		if q.By != "Ellery Marine" {
			t.Errorf("%s by %q", q.Span.Of(text), q.By)
		}
	}
}

func check(t interface{ Fatalf(string, ...any) }, f finders, text string) {
	qs, ann := f.read(text)
	at := 0
	for _, q := range qs {
		if q.Span.Start < at || q.Span.End <= q.Span.Start || q.Span.End > len(text) {
			t.Fatalf("span %v after %d in %q", q.Span, at, text)
		}
		for _, s := range []nutgraf.Span{q.Span, q.Counted, q.HedgeSpan, q.StatusSpan, q.BySpan} {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) || utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
				t.Fatalf("span %v in %q", s, text)
			}
		}
		if q.Window >= len(ann.Times) || q.Low > q.High {
			t.Fatalf("%+v in %q", q, text)
		}
		at = q.Span.End
	}
}

func TestSpansAreValid(t *testing.T) {
	f := newFinders(t)
	words := []string{
		"$", "US", "5", "million", "-", "to", "10", "percent", "%", "households", "over", "the", "next", "four", "weeks", "nearly",
		"a", "record", "biggest", "-ever", "one", "of", "half", "°", "C", "''", "1,200", "2/3", "é", "第", "\u200d", "is", "projected", "not", "No.", "1", "year", "old", "minus", "€", "first", "dozens",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(t, "words") {
			text += w + rapid.SampledFrom([]string{" ", "", " "}).Draw(t, "gap")
		}
		check(t, f, text)
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"$5-10 million", "nearly 90 million households", "14-year-old", "52-35", "3.5-inch 15''", "US$ 5 or more", "a record 5", "\xff 5 %"} {
		f.Add(s)
	}
	fs := newFinders(f)
	f.Fuzz(func(t *testing.T, text string) { check(t, fs, text) })
}

func BenchmarkFind(b *testing.B) {
	f := newFinders(b)
	text := strings.Repeat("The harbour board sold 14 berths for $2.5 million, nearly twice what it had asked, and hopes for 30 percent more over the next four weeks. ", 24)
	bench(b, f, text)
}

// BenchmarkHostile shows that time grows with length alone on hostile text.
func BenchmarkHostile(b *testing.B) {
	f := newFinders(b)
	for name, piece := range map[string]string{"digits": "1", "numbers": "1 ", "money": "$1 million to ", "words": "two hundred and ", "most": "the most ", "according": "according to 5 ", "if": "if not 5 "} {
		for _, n := range []int{1 << 14, 1 << 17, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dkB", name, n>>10), func(b *testing.B) { bench(b, f, strings.Repeat(piece, n/len(piece))) })
		}
	}
}

func bench(b *testing.B, f finders, text string) {
	doc := &nutgraf.Document{Text: text}
	seg := f.split.Split(doc)
	ann := &nutgraf.Annotations{}
	ann.Times, _ = f.when.Find(doc, seg)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		f.find.Find(doc, seg, ann)
	}
}
