package extract

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed lists/stopwords.txt
var stopwordFile string

// languages holds the codes of lists/stopwords.txt, and for the hash of each
// word the languages that have it, as a set of indices.
type languages struct {
	codes []string
	words map[uint32]uint64
}

var languageTable = func() languages {
	t := languages{words: map[uint32]uint64{}}
	for i, line := range entries(stopwordFile) {
		code, list, _ := strings.Cut(line, "\t")
		t.codes = append(t.codes, code)
		for w := range strings.FieldsSeq(list) {
			var h words
			if h.reset([]byte(w)); h.next() {
				t.words[h.hash] |= 1 << i
			}
		}
	}
	return t
}()

// maxLanguageText bounds the text from which a language is told.
const maxLanguageText = 3000

// guessLanguage tells the language of a text by its script and its small
// words. sure is false when the text is too short or too mixed.
func guessLanguage(text string) (code string, sure bool) {
	if len(text) > maxLanguageText {
		text = strings.ToValidUTF8(text[:maxLanguageText], "")
	}
	if code := scriptLanguage(text); code != "" {
		return code, true
	}
	hits := make([]float32, len(languageTable.codes))
	total := 0
	var w words
	for w.reset([]byte(text)); w.next(); {
		total++
		set := languageTable.words[w.hash]
		n := float32(0)
		for s := set; s != 0; s &= s - 1 {
			n++
		}
		for i := range hits {
			if set>>i&1 != 0 {
				hits[i] += 1 / (0.5 + n/2)
			}
		}
	}
	best, second := 0, -1
	for i := range hits {
		if hits[i] > hits[best] {
			best = i
		}
	}
	for i := range hits {
		if i != best && (second < 0 || hits[i] > hits[second]) {
			second = i
		}
	}
	if total == 0 || hits[best] == 0 {
		return "", false
	}
	return languageTable.codes[best], total >= 25 && hits[best] > 0.08*float32(total) && hits[best] > 1.35*hits[second]
}

// scriptLanguage names the language of a text whose script belongs to one.
func scriptLanguage(text string) string {
	var han, kana, hangul, arabic, hebrew, thai, devanagari, letters, persian int
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r < 0x370 {
			if unicode.IsLetter(r) {
				letters++
			}
			continue
		}
		letters++
		switch {
		case r >= 0x3040 && r <= 0x30ff:
			kana++
		case r >= 0x4e00 && r <= 0x9fff:
			han++
		case r >= 0xac00 && r <= 0xd7a3:
			hangul++
		case r >= 0x600 && r <= 0x6ff:
			arabic++
			if r == 'پ' || r == 'چ' || r == 'گ' || r == 'ی' {
				persian++
			}
		case r >= 0x590 && r <= 0x5ff:
			hebrew++
		case r >= 0xe00 && r <= 0xe7f:
			thai++
		case r >= 0x900 && r <= 0x97f:
			devanagari++
		}
	}
	most := func(n int) bool { return letters > 20 && n*10 > letters*4 }
	switch {
	case most(kana+han) && kana*20 > han:
		return "ja"
	case most(han):
		return "zh"
	case most(hangul):
		return "ko"
	case most(arabic) && persian*20 > arabic:
		return "fa"
	case most(arabic):
		return "ar"
	case most(hebrew):
		return "he"
	case most(thai):
		return "th"
	case most(devanagari):
		return "hi"
	}
	return ""
}

// language settles the article's language: what the page declares, unless its
// text says clearly otherwise.
func (v *view) language(body string) string {
	declared := languageCode(first(v.head.lang, v.state.language, v.head.meta("content-language", "og:locale", "dc.language", "language")))
	found, sure := guessLanguage(body)
	switch {
	case declared == "":
		if sure {
			return found
		}
		return ""
	case !sure || found == declared || near(found, declared):
		return declared
	case !known(declared) && found != "" && scriptLanguage(body) == "":
		return declared
	}
	return found
}

// languageCode is the language of a tag such as "en-GB" or "pt_BR".
func languageCode(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_, ;"); i >= 0 {
		tag = tag[:i]
	}
	switch tag {
	case "nb", "nn":
		return "no"
	case "iw":
		return "he"
	case "in":
		return "id"
	case "english":
		return "en"
	case "german", "deutsch":
		return "de"
	case "jp":
		return "ja"
	}
	if len(tag) != 2 || tag[0] < 'a' || tag[0] > 'z' || tag[1] < 'a' || tag[1] > 'z' {
		return ""
	}
	return tag
}

// near reports whether small words alone cannot part two languages.
func near(a, b string) bool {
	for _, g := range []string{"no da", "id ms", "hr sr bs", "cs sk", "es ca gl", "pt gl", "nl af", "de lb", "zh ja", "ru uk bg sr"} {
		if strings.Contains(g, a) && strings.Contains(g, b) {
			return true
		}
	}
	return false
}

// known reports whether the detector knows a language.
func known(code string) bool {
	for _, c := range languageTable.codes {
		if c == code {
			return true
		}
	}
	return false
}

// detectLanguage names the language of a text, or "" when it cannot tell.
func detectLanguage(text string) string {
	if code, sure := guessLanguage(text); sure {
		return code
	}
	return ""
}
