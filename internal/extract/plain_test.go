package extract

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

// blocksOf renders a document's blocks as "kind: words" lines.
func blocksOf(doc *nutgraf.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		out = append(out, string(b.Kind)+": "+b.Span.Of(doc.Text))
	}
	return out
}

func TestPlainBlocks(t *testing.T) {
	tests := []struct {
		name, text, title string
		want              []string
	}{
		{"date prefix and headline", " date 2031-04-02 'Lantern' Wins Harbour Prize\n\nThe ferry opened on Tuesday and drew a crowd.\n", "", []string{
			"dateline: date 2031-04-02", "headline: 'Lantern' Wins Harbour Prize", "paragraph: The ferry opened on Tuesday and drew a crowd.",
		}},
		{"flattened page head", " date 2031-01-01 NEWS Ferry plan in the works Newsdesk Share with :\n\n\n\nA ferry is planned.\n", "", []string{
			"dateline: date 2031-01-01", "promo: NEWS", "headline: Ferry plan in the works", "byline: Newsdesk", "promo: Share with :", "paragraph: A ferry is planned.",
		}},
		{"headline and byline paragraphs", "Council Votes for New Ferry\n\nBy Mara Quill and Tom Adeyo\n\nThe council voted on Monday.\n\nThere was no debate.", "", []string{
			"headline: Council Votes for New Ferry", "byline: By Mara Quill and Tom Adeyo", "paragraph: The council voted on Monday.", "paragraph: There was no debate.",
		}},
		{"no headline", "The council voted on Monday.\n\nThere was no debate.", "", []string{
			"paragraph: The council voted on Monday.", "paragraph: There was no debate.",
		}},
		{"given title", "Council votes for ferry.\n\nThe council voted.", "Council Votes For Ferry", []string{
			"headline: Council votes for ferry.", "paragraph: The council voted.",
		}},
		{"furniture", "The council voted on Monday.\nRELATED: Ferry Prices Rise\n\nView this post on Instagram\n\nA post shared by Mara Quill (@maraq) on\n\nWhat comes next\n\nThe ferry will sail in May, the council said in the evening.\n\n• one boat\n\nThe end came late.\n\nMara Quill", "", []string{
			"paragraph: The council voted on Monday.", "related: RELATED: Ferry Prices Rise", "embed: View this post on Instagram",
			"embed: A post shared by Mara Quill (@maraq) on", "subhead: What comes next",
			"paragraph: The ferry will sail in May, the council said in the evening.", "list: • one boat", "paragraph: The end came late.", "byline: Mara Quill",
		}},
		{"typographic marks", "The council voted on Monday.\n\nEditor’s note: an earlier text named the wrong isle.\n\nDon’t miss: ferry prices\n\nThe ferry sails in May.", "", []string{
			"paragraph: The council voted on Monday.", "correction: Editor’s note: an earlier text named the wrong isle.", "related: Don’t miss: ferry prices", "paragraph: The ferry sails in May.",
		}},
		{"lines over an article", "Mara Quill\n\nVALE TODAY\n\nNEWS ANALYSIS:\n\nThe ferry sails in May.\n\n___\n\nNo more was said.", "Ferry to sail", []string{
			"byline: Mara Quill", "promo: VALE TODAY", "promo: NEWS ANALYSIS:", "paragraph: The ferry sails in May.", "promo: ___", "paragraph: No more was said.",
		}},
		{"short paragraphs", "It sails.\n\n“We sail,” she said.\n\nThe ferry sails in May.", "Ferry to sail", []string{
			"paragraph: It sails.", "paragraph: “We sail,” she said.", "paragraph: The ferry sails in May.",
		}},
		{"picture in brackets", "Passengers wait on the quay of Skellan. (Mara Quill/Reuters)\n\nThe ferry sails in May. It is late (by a year).", "Ferry to sail", []string{
			"caption: Passengers wait on the quay of Skellan. (Mara Quill/Reuters)", "paragraph: The ferry sails in May. It is late (by a year).",
		}},
		{"a gallery", "The ferry sails in May.\n\nJUST WATCHED Ferry on trial Replay MUST WATCH Ferry on trial 01:12\n\nPhotos: The new ferry – She leaves the yard on March 3. Hide Caption 1 of 2 Photos: The new ferry – She lies at Skellan. Hide Caption 2 of 2\n\nNo more was said.", "Ferry to sail", []string{
			"paragraph: The ferry sails in May.", "promo: JUST WATCHED Ferry on trial Replay MUST WATCH Ferry on trial 01:12",
			"caption: Photos: The new ferry – She leaves the yard on March 3. Hide Caption 1 of 2 Photos: The new ferry – She lies at Skellan. Hide Caption 2 of 2", "paragraph: No more was said.",
		}},
		{"a letter in full", "The council voted on Monday.\n\nHere is the full text of the mayor's letter:\n\nDear council, the ferry sails in May.\n\nRead more: ferries of Vale", "Ferry to sail", []string{
			"paragraph: The council voted on Monday.", "paragraph: Here is the full text of the mayor's letter:", "quote: Dear council, the ferry sails in May.", "related: Read more: ferries of Vale",
		}},
		{"points before an article", "Story highlights Council votes for a ferry\n\nShe is to sail in May, the council says\n\nVale (MNA) The council voted on Monday for a ferry.\n\nUpdate at 9:05 a.m. ET. The Mayor Speaks:\n\nThere was no debate.\n\nThe isles that wait for a ferry Read more", "Ferry to sail", []string{
			"promo: Story highlights", "list: Council votes for a ferry", "list: She is to sail in May, the council says", "paragraph: Vale (MNA) The council voted on Monday for a ferry.",
			"subhead: Update at 9:05 a.m. ET. The Mayor Speaks:", "paragraph: There was no debate.", "related: The isles that wait for a ferry Read more",
		}},
		{"hard-wrapped", "The council of the old harbour town voted late on Monday for a\nnew ferry, which will sail twice a day between the two islands and\ncarry cars as well as people on foot and their animals, it was\nannounced.\n\nThere was no debate on it at all in the chamber that evening, a\nclerk wrote.", "", []string{
			"paragraph: The council of the old harbour town voted late on Monday for a\nnew ferry, which will sail twice a day between the two islands and\ncarry cars as well as people on foot and their animals, it was\nannounced.",
			"paragraph: There was no debate on it at all in the chamber that evening, a\nclerk wrote.",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Document(&nutgraf.Item{ID: "x", Name: "x.txt", Media: nutgraf.MediaText, Body: []byte(tt.text), Given: nutgraf.Given{Title: tt.title}})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Text != tt.text {
				t.Errorf("text changed: %q", doc.Text)
			}
			if diff := cmp.Diff(tt.want, blocksOf(doc)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFurnitureLines(t *testing.T) {
	for _, row := range entries(lineFile) {
		name, words, _ := strings.Cut(row, "\t")
		words = strings.Replace(words, "…", "Somebody ", 1)
		doc, err := Document(&nutgraf.Item{Media: nutgraf.MediaText, Body: []byte("The council voted on Monday.\n\n" + words + " some others\n\nThe ferry will sail in May.")})
		if err != nil {
			t.Fatal(err)
		}
		want := nutgraf.BlockKind("")
		for _, k := range furnitureKinds {
			if k.name == name {
				want = k.kind
			}
		}
		if len(doc.Blocks) != 3 || doc.Blocks[1].Kind != want {
			t.Errorf("%s: %q", row, blocksOf(doc))
		}
	}
	for _, line := range []string{"Advertisements fell by a third in May, the paper said.", "Reporting by the Vale Gazette led to the vote.", "A photo by night showed the quay."} {
		if k := furnitureKind(line); k != "" {
			t.Errorf("%s: %s", line, k)
		}
	}
}

// TestStrayFirstLines takes for no headline what a page has besides its article.
func TestStrayFirstLines(t *testing.T) {
	const body = "The harbour ferry ran aground off Saltmere on Tuesday, and nobody was hurt. Its keeper, Odo Lund, said that the lamp on the mole had been dark since Sunday, and that he had told the port's board of it twice.\n\nThe board met in the evening. It had nothing to say of the lamp, and put off its word on the ferry until the divers have seen the hull."
	for line, want := range map[string]string{
		"Ferry off Saltmere runs aground":      "Ferry off Saltmere runs aground",
		"Share by email":                       "",
		"6 years ago":                          "",
		"Mara Vance":                           "",
		"(Mara Vance/Meridian)":                "",
		"HARBOUR TODAY":                        "",
		"Share by email\n\nFerry runs aground": "Ferry runs aground",
		"Mara Vance\n\nFerry runs aground":     "Ferry runs aground",
	} {
		doc, err := Document(&nutgraf.Item{ID: "x", Name: "x.txt", Media: nutgraf.MediaText, Body: []byte(line + "\n\n" + body)})
		if err != nil || doc.Title != want {
			t.Errorf("%q: %q, %v", line, doc.Title, err)
		}
	}
}

func TestPlainDates(t *testing.T) {
	tests := []struct {
		text, given, want string
		source            nutgraf.DateSource
	}{
		{"date 2031-04-02 Ferry sails\n\nIt did.", "", "2031-04-02", nutgraf.DateText},
		{"Ferry sails\n\nApril 2, 2031\n\nIt did.", "", "2031-04-02", nutgraf.DateText},
		{"Ferry sails\n\nWednesday, 2 April 2031\n\nIt did.", "", "2031-04-02", nutgraf.DateText},
		{"Ferry sails.", "2031-04-02T08:30:00+02:00", "2031-04-02T08:30:00+02:00", nutgraf.DateGiven},
		{"Ferry sails.", "20310402", "2031-04-02", nutgraf.DateGiven},
		{"April 2, 2031, was the day on which the ferry sailed.", "", "", ""},
		{"Ferry sails.", "the day before yesterday", "", ""},
	}
	for _, tt := range tests {
		doc, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Body: []byte(tt.text), Given: nutgraf.Given{Date: tt.given}})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Published.Value != tt.want || doc.Published.Source != tt.source {
			t.Errorf("%q, given %q: got %+v", tt.text, tt.given, doc.Published)
		}
	}
}

func TestPlainDateOfTheAddress(t *testing.T) {
	for _, tt := range []struct {
		given, want string
		doubted     bool
	}{
		{"", "2031-04-02", false},
		{"2031-04-01", "2031-04-01", false},
		{"2031-01-01", "2031-01-01", true},
		{"2031-04-20", "2031-04-20", false},
	} {
		doc, err := Document(&nutgraf.Item{
			Name: "x", URL: "https://harbour.example/2031/04/02/ferry", Media: nutgraf.MediaText, Body: []byte("Ferry sails."),
			Given: nutgraf.Given{Date: tt.given},
		})
		if err != nil || doc.Published.Value != tt.want || doc.Published.Doubted != tt.doubted {
			t.Errorf("given %q: got %+v, %v", tt.given, doc.Published, err)
		}
	}
}

func TestPlainFutureDateIsDoubted(t *testing.T) {
	doc, err := Document(&nutgraf.Item{
		Name: "x", Media: nutgraf.MediaText, Body: []byte("Ferry sails."),
		Given: nutgraf.Given{Date: "2031-04-02"}, Captured: time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil || !doc.Published.Doubted || doc.Published.Day() != nutgraf.NoDay {
		t.Errorf("got %+v, %v", doc.Published, err)
	}
}

func TestPlainRefusals(t *testing.T) {
	tests := []struct {
		name string
		body string
		kind error
	}{
		{"empty", "", nutgraf.ErrEmpty},
		{"blank", " \n\t\r\n", nutgraf.ErrEmpty},
		{"binary", "\x7fELF\x00\x01\x02", nutgraf.ErrFormat},
		{"control characters", strings.Repeat("\x01\x02a", 50), nutgraf.ErrFormat},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Body: []byte(tt.body)})
			if !errors.Is(err, tt.kind) {
				t.Errorf("got %v, want %v", err, tt.kind)
			}
		})
	}
}

func TestPlainTitleOnly(t *testing.T) {
	doc, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Given: nutgraf.Given{Title: "Ferry sails"}})
	if err != nil || doc.Title != "Ferry sails" || len(doc.Notes) != 1 {
		t.Errorf("got %+v, %v", doc, err)
	}
}

func TestPlainCharsets(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"windows-1252", "The caf\xe9 opened, \x93at last\x94, she said.", "The café opened, “at last”, she said."},
		{"damaged UTF-8", "Café Noé – broke\xff here", "Café Noé – broke\uFFFD here"},
		{"utf-16", "\xff\xfeH\x00i\x00", "Hi"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Body: []byte(tt.body)})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Text != tt.want || len(doc.Notes) == 0 {
				t.Errorf("got %q with notes %v", doc.Text, doc.Notes)
			}
		})
	}
}

func TestHostileTexts(t *testing.T) {
	for name, s := range map[string]string{
		"labels":   strings.Repeat("ab\n", 1000000),
		"bylines":  strings.Repeat("By Mara Quill and Tom Adeyo\n", 200000),
		"dates":    strings.Repeat("2 April 2031\n", 300000),
		"brackets": strings.Repeat("(photo ", 500000) + strings.Repeat(")", 500000),
		"one line": strings.Repeat("Ferry sails - ", 400000),
		"breaks":   strings.Repeat("\n\n", 2000000),
		"bullets":  strings.Repeat("• ", 1000000),
		"embeds":   strings.Repeat("pic.twitter.com/a (@b)\n", 200000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			Document(&nutgraf.Item{Name: "x", URL: "https://a.example/1", Media: nutgraf.MediaText, Body: []byte(s)})
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v for %d bytes", took, len(s))
			}
		})
	}
}

func FuzzPlain(f *testing.F) {
	f.Add([]byte("date 2031-01-01 NEWS Ferry plan Share with :\n\nBy A B\n\nIt sails."))
	f.Add([]byte("\xff\xfeH\x00"))
	f.Fuzz(func(t *testing.T, body []byte) {
		doc, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Body: body})
		if err != nil {
			return
		}
		end := 0
		for _, b := range doc.Blocks {
			if b.Span.Start < end || b.Span.End > len(doc.Text) || b.Span.IsZero() {
				t.Fatalf("block %v after %d in text of %d", b, end, len(doc.Text))
			}
			end = b.Span.End
		}
	})
}

func TestOtherFilesAreNamed(t *testing.T) {
	for body, want := range map[string]string{
		"%PDF-1.4\nThe quay is closed.":            "a PDF, not text",
		"%PDF-1.4\n\x00":                           "a PDF, not text",
		"7z\xbc\xaf\x27\x1c\x00\x04":               "a 7z archive, not text",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00": "a document of an office program, not text",
		"\x7fELF\x00\x01\x02":                      "binary, not text",
	} {
		_, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Body: []byte(body)})
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%q: %v", body, err)
		}
	}
	if _, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Body: []byte("BZh is how the packer marks its files.\n\nIt has done so since 1996.")}); err != nil {
		t.Errorf("a text that begins like an archive: %v", err)
	}
}

// Control characters in what is given beside an article are no part of it.
func TestGivenIsPrintable(t *testing.T) {
	doc, err := Document(&nutgraf.Item{Name: "x", Media: nutgraf.MediaText, Body: []byte("The ferry sank."), Given: nutgraf.Given{Title: "Ferry\x00 \x07sinks", Outlet: "Quay\tPost\n"}})
	if err != nil || doc.Title != "Ferry sinks" || doc.Outlet != "Quay Post" {
		t.Errorf("%q of %q, %v", doc.Title, doc.Outlet, err)
	}
}
