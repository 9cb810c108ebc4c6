package extract

import (
	"fmt"

	"nutgraf"
)

// label names the kind of every block; the empty kind is left out of the text.
func (v *view) label() []nutgraf.BlockKind {
	kinds := make([]nutgraf.BlockKind, len(v.blocks))
	for i := range v.blocks {
		if v.facts[i].p > 0.5 {
			kinds[i] = v.bodyKind(i)
		}
	}
	if v.title >= 0 {
		kinds[v.title] = nutgraf.Headline
	}
	return kinds
}

func (v *view) bodyKind(i int) nutgraf.BlockKind {
	b := &v.blocks[i]
	switch {
	case v.nodes[b.box].tag.heading():
		return nutgraf.Subhead
	case b.within.has(tagBlockquote):
		return nutgraf.Quoted
	case b.within.has(tagLI) || v.nodes[b.box].tag == tagTD || v.nodes[b.box].tag == tagDD || v.nodes[b.box].tag == tagDT:
		return nutgraf.List
	}
	return nutgraf.Paragraph
}

// refuse says why a page is not an article, or nil.
func (v *view) refuse(kinds []nutgraf.BlockKind) error {
	words := int32(0)
	for i, k := range kinds {
		if k.Body() {
			words += v.blocks[i].m.words
		}
	}
	if words == 0 {
		return fmt.Errorf("no text of an article in it: %w", nutgraf.ErrNotArticle)
	}
	return nil
}
