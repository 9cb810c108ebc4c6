package quote

import "testing"

// Only a time beside the attribution dates what was said.
func TestWhenItWasSaid(t *testing.T) {
	g := newRig(t)
	for _, c := range []struct{ text, when string }{
		{`Mara Lindqvist on Monday said the bridge was late.`, "Monday"},
		{`On Monday, Mara Lindqvist said the bridge was late.`, "Monday"},
		{`"It is late," Mara Lindqvist said in a hall on Monday.`, "Monday"},
		{`"It is late," said Mara Lindqvist on Monday.`, "Monday"},
		{`In her June 2015 speech, Mara Lindqvist said the bridge was late.`, "June 2015"},
		{`They ruffled feathers: Just last month, Mara Lindqvist said that the bridge was late.`, "last month"},
		{`Mara Lindqvist addressed it in a tweet on Monday, saying the bridge was late.`, "Monday"},
		{`"It is late," said Mara Lindqvist, who came to the port in 1990.`, ""},
		{`"It is late," Mara Lindqvist said of the bridge, which opened in 1996.`, ""},
		{`The 2016 winner, Mara Lindqvist, said the bridge was late.`, ""},
		{`Mara Lindqvist, until last year a teacher, said the bridge was late.`, ""},
		{`Mara Lindqvist, the keeper of the port in 2010, said the bridge was late.`, ""},
		{`Mara Lindqvist, speaking in the hall on Monday, said the bridge was late.`, "Monday"},
		{`As for 2016, Mara Lindqvist said the bridge was late.`, ""},
		{`Mara Lindqvist, head of 21st Century Fox, said the bridge was late.`, ""},
		{`The bridge was late, according to current officials of the port.`, ""},
		{`In 1993, the bridge was late, according to Mara Lindqvist.`, ""},
		{`Mara Lindqvist said the bridge would open on Monday.`, ""},
	} {
		doc := document(c.text)
		seg := g.seg.Split(doc)
		qs, got := g.read(doc), ""
		times, _ := g.when.Find(doc, seg)
		if len(qs) != 1 {
			t.Errorf("%s: %d quotations", c.text, len(qs))
			continue
		}
		if w := qs[0].When; w >= 0 {
			got = times[w].Span.Of(c.text)
		}
		if got != c.when {
			t.Errorf("%s: %q, want %q", c.text, got, c.when)
		}
	}
}
