package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
)

// voice is the label in capitals that opens a turn of a transcript inside
// quotation marks or a quoted block: "ANN LEE, MAYOR: …".
type voice struct {
	span    nutgraf.Span // without marks and colon
	words   int          // where what is said begins
	speaker int          // entity, or -1
	para    int
	first   bool // nothing but marks stands before it in its paragraph
}

// maxLabel bounds a label with its title, in bytes.
const maxLabel = 120

// findVoices finds the labels of transcripts. Where none of them names a person
// whom the document knows, capitals before a colon are no speakers.
func (r *reader) findVoices() {
	known := false
	for n := range r.paras {
		p := &r.paras[n]
		if k := p.kind; k != nutgraf.Quoted && k != nutgraf.Paragraph && k != nutgraf.Embed {
			continue
		}
		v, ok := r.labelAt(p.span.Start, p.span)
		if !ok {
			continue
		}
		v.para, v.first = n, true
		for ok {
			r.voices = append(r.voices, v)
			known = known || v.speaker >= 0
			v, ok = r.nextLabel(v, p.span)
		}
	}
	if !known {
		r.voices = r.voices[:0]
		return
	}
	r.dropBare()
	r.carryVoices()
}

// dropBare leaves out the labels of plain paragraphs unless the document is set
// as a dialogue: three or more of them, and a speaker who returns.
func (r *reader) dropBare() {
	bare := func(v voice) bool { return r.paras[v.para].kind != nutgraf.Quoted && !r.opensMarked(v.para) }
	n, again, seen := 0, false, map[int]bool{}
	for _, v := range r.voices {
		if bare(v) && v.speaker >= 0 {
			n, again = n+1, again || seen[v.speaker]
			seen[v.speaker] = true
		}
	}
	if n < 3 || !again {
		r.voices = slices.DeleteFunc(r.voices, bare)
	}
}

// carryVoices gives every labelled paragraph its voice, and the voice on to the
// quoted paragraphs below it, up to the next label.
func (r *reader) carryVoices() {
	for k, v := range r.voices {
		r.paras[v.para].voice = k + 1 // of several, the last goes on
	}
	for n := 1; n < len(r.paras); n++ {
		p, before := &r.paras[n], &r.paras[n-1]
		if p.voice == 0 && before.voice > 0 && p.kind == before.kind && (p.kind == nutgraf.Quoted || r.opensMarked(n)) {
			p.voice = before.voice
		}
	}
}

// opensMarked reports whether paragraph n begins with a marked piece.
func (r *reader) opensMarked(n int) bool {
	p := &r.paras[n]
	return p.items[1] > p.items[0] && r.items[p.items[0]].piece >= 0
}

// labelled reports whether paragraph n begins with a label.
func (r *reader) labelled(n int) bool {
	k, ok := slices.BinarySearchFunc(r.voices, n, func(v voice, n int) int { return v.para - n })
	return ok && r.voices[k].first
}

// labelAt reads a label at offset a, behind opening marks.
func (r *reader) labelAt(a int, in nutgraf.Span) (voice, bool) {
	rest := strings.TrimLeft(r.text[a:in.End], "\"“”«„'‘’> \u00a0")
	a = in.End - len(rest)
	end := strings.IndexByte(rest[:min(len(rest), maxLabel)], ':')
	if end < 2 || !capitals(rest[:end]) {
		return voice{}, false
	}
	words := strings.TrimLeft(rest[end+1:], " \u00a0")
	if len(words) == len(rest)-end-1 || strings.IndexFunc(words, unicode.IsLetter) < 0 {
		return voice{}, false
	}
	span := nutgraf.Span{Start: a, End: a + end}
	return voice{span: span, words: in.End - len(words), speaker: r.labelSpeaker(span)}, true
}

// nextLabel returns the next label of a known person behind a sentence's end in
// the same paragraph.
func (r *reader) nextLabel(v voice, in nutgraf.Span) (voice, bool) {
	for at := v.words; ; {
		k := strings.IndexAny(r.text[at:in.End], ".?!…—-")
		if k < 0 {
			return voice{}, false
		}
		_, size := utf8.DecodeRuneInString(r.text[at+k:])
		at += k + size
		if next, ok := r.labelAt(at, in); ok && next.span.Start > at && next.speaker >= 0 {
			next.para = v.para
			return next, true
		}
	}
}

// capitals reports whether a label is set in capitals: names, titles, marks.
func capitals(s string) bool {
	letters := 0
	for i, c := range s {
		switch {
		case unicode.IsUpper(c):
			letters++
		case unicode.IsLetter(c):
			if c != 'c' || i == 0 || s[i-1] != 'M' {
				return false // but "McKAY"
			}
		case !unicode.IsDigit(c) && !strings.ContainsRune(" .,-–'’()&/\u00a0", c):
			return false
		}
	}
	return letters > 1
}

// labelSpeaker resolves the name that ends a label, or its part before the
// title, to a person of the document, or -1.
func (r *reader) labelSpeaker(at nutgraf.Span) int {
	name := at.Of(r.text)
	if k := strings.IndexAny(name, ",("); k > 0 {
		name = name[:k]
	}
	words := strings.Fields(fold.String(strings.TrimSpace(name)))
	if len(words) == 0 {
		return -1
	}
	for k := 0; k+1 < len(words); k++ {
		if e := r.personCalled(strings.Join(words[k:], " ")); e >= 0 {
			return e
		}
	}
	if e := r.personAt(nutgraf.Span{Start: at.Start, End: at.Start + len(name)}); e >= 0 {
		return e
	}
	return r.bySurname(words[len(words)-1])
}

// personCalled returns the person of that full name, or -1.
func (r *reader) personCalled(name string) int {
	for e := range min(len(r.ann.Entities), maxFamily) {
		if n := &r.ann.Entities[e]; n.Type == nutgraf.Person && fold.String(n.Name) == name {
			return e
		}
	}
	return -1
}

// personAt returns the person whose mention by name ends the stretch, or -1.
func (r *reader) personAt(s nutgraf.Span) int {
	found := -1
	for m := r.mentions.first(s.Start); m < len(r.mentions.all) && r.mentions.all[m].Span.Start < s.End; m++ {
		x := &r.mentions.all[m]
		if x.Kind == nutgraf.ByName && x.Entity >= 0 && x.Entity < len(r.ann.Entities) && r.ann.Entities[x.Entity].Type == nutgraf.Person && x.Span.End >= s.End {
			found = x.Entity
		}
	}
	return found
}

// bySurname returns the one person of that surname, or -1.
func (r *reader) bySurname(word string) int {
	found := -1
	for e := range min(len(r.ann.Entities), maxFamily) {
		n := &r.ann.Entities[e]
		if _, last, ok := lastWord(n.Name); n.Type != nutgraf.Person || !ok || fold.String(last) != word {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// giveVoices gives the quotations of transcripts their voices and cuts the
// labels off what was said, and one turn from the next.
func (r *reader) giveVoices() {
	if len(r.voices) == 0 {
		return
	}
	for i := range len(r.quotes) {
		r.cutTurns(i)
		q, g := &r.quotes[i], &r.froms[i]
		if p := &r.paras[g.para0]; g.voice == 0 && g.use < 0 && p.voice > 0 && !r.labelled(g.para0) && g.first == p.items[0] && q.Kind == nutgraf.Direct {
			g.voice, g.carried = p.voice, true
		}
	}
}

// cutTurns cuts quotation i at the labels inside it.
func (r *reader) cutTurns(i int) {
	parts := r.quotes[i].Parts
	from, end := parts[0].Start, parts[len(parts)-1].End
	k, _ := slices.BinarySearchFunc(r.voices, from, func(v voice, at int) int { return v.span.Start - at })
	for ; k < len(r.voices) && r.voices[k].span.Start < end; k++ {
		q, v := &r.quotes[i], &r.voices[k]
		at := slices.IndexFunc(q.Parts, func(p nutgraf.Span) bool { return p.Contains(v.span) && v.words < p.End })
		if at < 0 {
			continue
		}
		if v.first && at == 0 {
			q.Parts[0].Start, q.Span.Start = v.words, v.words
			r.froms[i].voice = k + 1
			continue
		}
		turn, g := *q, r.froms[i]
		turn.Parts = slices.Clone(q.Parts[at:])
		turn.Parts[0].Start, turn.Span.Start, g.voice = v.words, v.words, k+1
		q.Parts = q.Parts[:at+1]
		q.Parts[at].End = q.Parts[at].Start + len(strings.TrimSpace(r.text[q.Parts[at].Start:v.span.Start]))
		q.Span.End = q.Parts[at].End
		r.quotes, r.froms = append(r.quotes, turn), append(r.froms, g)
		i = len(r.quotes) - 1
	}
}

// mutters reports whether a turn tells nothing by itself: a word or two that answer no
// question ("Yeah.", "Right."), or a few that another breaks off ("And so—").
func (r *reader) mutters(q *nutgraf.Quote, g *grounds) bool {
	const whole, broken = 2, 5
	if g.voice == 0 || g.carried || r.paras[g.para0].kind == nutgraf.Quoted {
		return false
	}
	said := strings.TrimRight(q.Span.Of(r.text), "\"”’' \u00a0")
	n := len(strings.Fields(said))
	if strings.HasSuffix(said, "—") || strings.HasSuffix(said, "--") {
		return n <= broken
	}
	before := strings.TrimRight(r.text[:r.voices[g.voice-1].span.Start], " \n\u00a0\"“”")
	return n <= whole && !strings.HasSuffix(before, "?")
}

// byVoice settles a quotation on the label of its turn.
func (r *reader) byVoice(q *nutgraf.Quote, g *grounds) {
	v := &r.voices[g.voice-1]
	q.Source, q.How, q.Modality, q.Confidence = v.span, nutgraf.HowCue, "say", 0.9
	q.Cue = nutgraf.Span{}
	if g.carried {
		q.How, q.Confidence = nutgraf.HowPosition, 0.7
	}
	if v.speaker >= 0 {
		r.speak(q, v.speaker)
	}
}
