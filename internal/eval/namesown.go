package eval

import (
	_ "embed"
	"fmt"
	"strings"
)

// The persons, organizations and places of the beginnings of 60 articles from the
// press of many countries, marked by hand before any output was seen: drawn by hash from
// the pages, the stories and the stream. Positions are code points of the article's
// text in the file named; an article before a name does not count to it, nor do titles.
// "neutral" is what may be called a name or not (peoples, parties' members, brands).
// Those of the split "kept" are not to be read by who writes rules.
//
//go:embed testdata/names_own.jsonl
var namesFile []byte

type ownNames struct {
	File, ID, Split string
	Until           int
	Names           []struct {
		Start, End int
		Type, Who  string
	}
}

// OwnNames reads the project's own labelled names of one split with the articles'
// texts.
func OwnNames(d Data, p *Program, split string) ([]NameDoc, error) {
	rows, err := lines[ownNames]("names_own.jsonl", namesFile)
	if err != nil {
		return nil, err
	}
	files := map[string]map[string]string{}
	var out []NameDoc
	for _, x := range rows {
		if x.Split != split {
			continue
		}
		if files[x.File] == nil {
			if files[x.File], err = textsOf(d, p, x.File); err != nil {
				return nil, err
			}
		}
		text, ok := files[x.File][x.ID]
		if !ok {
			return nil, fmt.Errorf("names_own.jsonl: no article %s in %s", x.ID, x.File)
		}
		doc := NameDoc{ID: x.File + "/" + x.ID, Text: text, Limit: x.Until}
		for _, n := range x.Names {
			g := NameGold{n.Start, n.End, n.Type, n.Who}
			switch n.Type {
			case "neutral":
				doc.Neutral = append(doc.Neutral, g)
				continue
			case "person":
				doc.People = append(doc.People, g)
			}
			doc.Gold = append(doc.Gold, g)
		}
		out = append(out, doc)
	}
	return out, nil
}

// textsOf reads the texts of a file's articles by their ids.
func textsOf(d Data, p *Program, file string) (map[string]string, error) {
	rows, err := p.articles(d)
	if !strings.Contains(file, "stream") {
		rows, err = Rows[storyRow](d, file)
	}
	out := map[string]string{}
	for _, x := range rows {
		out[x.ID] = x.Text
	}
	return out, err
}

// bareNames leaves of predictions the names alone, without the article before them.
func bareNames(pred Predictions) Predictions {
	out := Predictions{}
	for id, a := range pred {
		b, text := *a, []rune(a.Text)
		b.Mentions = nil
		for _, m := range a.Mentions {
			if m.Kind != "name" {
				continue
			}
			if w := string(text[m.Start:m.End]); len(w) > 4 && strings.EqualFold(w[:4], "the ") {
				m.Start += 4
			}
			b.Mentions = append(b.Mentions, m)
		}
		out[id] = &b
	}
	return out
}

// ownNames scores the names that the project has marked itself.
func (r *run) ownNames() {
	for _, split := range []string{"seen", "kept"} {
		docs, err := OwnNames(r.data, r.prog, split)
		if err != nil {
			r.err = err
			return
		}
		r.nameRows(fmt.Sprintf("own annotations, %s (%d)", split, len(docs)), docs, bareNames(r.prog.Annotate(nameInputs(docs))), newsTypes, true)
	}
}
