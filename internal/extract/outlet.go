package extract

import (
	_ "embed"
	"math/bits"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// outlet is the name that the page gives its outlet. Some pages write their
// title there, with the name behind it or without. A name that is only a label
// ("valegazette") or in letters that the page is not in gives way to one that is
// written out.
func (v *view) outlet() string {
	title := letters(v.settleTitle())
	name := ""
	for _, next := range [...]string{v.head.meta("og:site_name"), v.state.publisher, v.state.site, v.head.meta("application-name"), v.signed} {
		rest, found := strings.CutPrefix(letters(next), title)
		switch {
		case next == "" || title != "" && found && rest == "":
			continue
		case title != "" && found && len(title) >= minOutletTitle:
			i := strings.LastIndexAny(next, "|–—-")
			if i <= 0 {
				continue
			}
			next = strings.Trim(next[i:], " |–—-")
		}
		if name == "" || writtenOut(next, name) || latin(title) && latin(next) && !latin(name) {
			name = next
		}
	}
	return name
}

// writtenOut reports whether name is what a label without capitals stands for.
func writtenOut(name, label string) bool {
	bare := letters(label)
	return label == bare && strings.ContainsFunc(name, unicode.IsUpper) && (strings.HasPrefix(letters(name), bare) || spells(name, bare))
}

// latin reports whether text has letters of the Latin script.
func latin(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

// minOutletTitle is the letters from which the outlet's name holds the page's title.
const minOutletTitle = 12

//go:embed lists/hosts.txt
var hostFile string

// hostNames holds the names of lists/hosts.txt by host; "-" is no outlet's.
var hostNames = func() map[string]string {
	names := map[string]string{}
	for _, line := range entries(hostFile) {
		host, name, _ := strings.Cut(line, "\t")
		names[host] = name
	}
	return names
}()

// hostOutlet names the outlet that an address is of: by the name that its host
// goes by, or by the host itself where it is not known; "" for archives and
// other hosts that hold the pages of others.
func hostOutlet(address string) string {
	host, _ := hostOf(strings.ToLower(address))
	for at := host; strings.Contains(at, "."); _, at, _ = strings.Cut(at, ".") {
		if name, known := hostNames[at]; known {
			return strings.TrimPrefix(name, "-")
		}
	}
	if _, err := netip.ParseAddr(host); err == nil || !strings.Contains(host, ".") {
		return ""
	}
	first, rest, _ := strings.Cut(host, ".")
	if slices.Contains([]string{"www1", "www2", "m", "mobile", "amp"}, first) && strings.Contains(rest, ".") {
		return rest
	}
	return host
}

// hostOf is the host of an address, without www; short leaves out its last label.
func hostOf(address string) (host, short string) {
	u, err := url.Parse(address)
	if err != nil {
		return "", ""
	}
	host = strings.TrimPrefix(u.Hostname(), "www.")
	if i := strings.LastIndexByte(host, '.'); i > 0 {
		return host, host[:i]
	}
	return host, host
}

// signedBy returns the part of a title, before or behind the headline, that
// spells the host of an address, or "": the name of the outlet.
func signedBy(title, address string) string {
	parts := titleParts(title)
	if name, _, cut := strings.Cut(title, ": "); cut {
		parts = append(parts, name)
	}
	host, short := hostOf(address)
	for _, label := range append(strings.Split(short, "."), host) {
		for _, part := range parts {
			if spells(part, letters(label)) {
				return strings.Trim(part, " |–—-/")
			}
		}
	}
	return ""
}

// spells reports whether a name, or the beginnings of its words in their order,
// two of them at least, is the label of a host: "The Vale Gazette" spells
// valegazette and vgazette. Words of three letters or less may be left out.
func spells(name, label string) bool {
	if len(label) < minLabel || len(label) > maxLabel || len(name) > maxName {
		return false
	}
	if letters(name) == label {
		return true
	}
	read := [3]uint64{1} // places in the label up to which no word, one, or more have been read
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		next := [3]uint64{}
		if utf8.RuneCountInString(word) <= 3 {
			next = read
		}
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			word = strings.ToLower(word)
			for used, places := range read {
				for ; places != 0; places &= places - 1 {
					at := bits.TrailingZeros64(places)
					for n := 1; n <= len(word) && strings.HasPrefix(label[at:], word[:n]); n++ {
						next[min(used+1, 2)] |= 1 << (at + n)
					}
				}
			}
		}
		read = next
	}
	return read[2]>>len(label) == 1
}

const (
	minLabel = 3  // letters of the shortest label of a host that a name can spell
	maxLabel = 63 // and of the longest
	maxName  = 80 // bytes of the longest name of an outlet
)
