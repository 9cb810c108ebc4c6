package mention

import (
	"unicode"
	"unicode/utf8"
)

// doubled reports whether the word at token i stands in [start, i) already, so
// that a second name begins there, as where the words of a link ran into a name:
// "Ann Brisk Brisk", "Ann Brisk Ann Mae Brisk". Two words alone are one name,
// unless the word is somebody's whom all know by it.
func (r *reader) doubled(start, i int) bool {
	if i == start || !r.shows(i, upper|word) || !r.shows(i-1, upper|word) || r.shows(i-1, caps) || r.is(i, particle|orgEnd|placeEnd) {
		return false
	}
	if i == start+1 {
		return r.of(i) == r.of(start) && r.is(i, figure) && !r.is(i, place|city|org|outlet)
	}
	for j := start; j < i; j++ {
		if r.shows(j, upper|word) && r.of(j) == r.of(i) && len(r.of(j)) > 2 {
			return !r.twice(start, j, i)
		}
	}
	return false
}

// twice reports whether a name in which the word at token j comes again at token i
// is one: the mark of a line that father and son bear ("Nik Omar Nik Salim"), or a
// given name that the father's father had ("Omar Salim Omar").
func (r *reader) twice(start, j, i int) bool {
	if j != start || i != start+2 {
		return false
	}
	if r.shows(i+1, upper|word) {
		return r.is(i, lineage)
	}
	return r.is(i, given) && r.is(start+1, given) && !r.is(start+1, surname|figure)
}

// nicknamedBehind reports whether the name of three words at tokens [from, i]
// has as its last word the first of somebody's full name with a nickname in
// brackets, which a page put behind the short one: "Bill Brisk William (Bill)".
func (r *reader) nicknamedBehind(from, i, end int) bool {
	return i == from+2 && i+1 == end && r.is(from, given) && r.is(i, given) && r.at(end, '(') && r.of(min(end+1, len(r.keys)-1)) == r.of(from)
}

// minGlued is the least length, in bytes, of a word that may be glued to the one
// behind it.
const minGlued = 4

// runTogether finds, in the run [from, end), a name that is followed by its full
// form glued to what stands behind that ("Ann Brisk Ann Mae BriskFerry"), as the
// words of a link are. It returns the end of the name and where the run goes on;
// 0 and 0 when there is none.
func (r *reader) runTogether(from, end int) (name, rest int) {
	for i := from + 1; i < end; i++ {
		w := r.of(i)
		for at, c := range w {
			if at < minGlued || !unicode.IsUpper(c) {
				continue
			}
			if last, _ := utf8.DecodeLastRuneInString(w[:at]); !unicode.IsLower(last) {
				continue
			}
			for j := from; j < i; j++ {
				if r.shows(j, upper|word) && r.of(j) == w[:at] {
					return j + 1, i + 1
				}
			}
		}
	}
	return 0, 0
}
