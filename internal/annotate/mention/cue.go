package mention

import "nutgraf/internal/lang"

// cue is a set of facts about a word around a name that name_cues.txt holds,
// where each class has its example.
type cue uint64

const (
	topical cue = 1 << iota // tells what the text speaks of
	firmCue
	naming
	titling
	making
	realm
	fate
	issue
	holding
	somebody
	staging
	casting
	crafting
	crediting
	starring
	partCue
	acting
	townCue
	district
	trait
	seat
	clauseCue
	format
	crew
	airing
	plotting
	opening
	passing
	verbal
	nominal
	officeCue
	authority
	storm
	quarter
	side
	statute
	prefixCue
	legalForm
	subordinating
	preposition
	auxiliary
	lessening
	ruling
	soleCue
	behindScreen
	subjectPronoun
	medium
	telling
	becoming
	royal
	boss
	trading
	anybody
	participle
	rank
	halves
	firmNoun
	vessel
	serving
	rankCue
	leading
	questioned
	elderCue
	youngerCue
)

var cueNames = map[string]cue{
	"screen":      topical,
	"arts":        topical,
	"court":       topical,
	"chamber":     topical,
	"questioned":  questioned,
	"elder":       elderCue,
	"younger":     youngerCue,
	"ruling":      ruling,
	"sole":        soleCue,
	"billing":     behindScreen,
	"subject":     subjectPronoun,
	"medium":      medium,
	"telling":     telling,
	"becoming":    becoming,
	"royal":       royal,
	"boss":        boss,
	"trading":     trading,
	"anybody":     anybody,
	"participle":  participle,
	"rank":        rank,
	"halves":      halves,
	"firmnoun":    firmNoun,
	"vessel":      vessel,
	"serving":     serving,
	"ranknoun":    rankCue,
	"leading":     leading,
	"firm":        firmCue,
	"naming":      naming,
	"titling":     titling,
	"making":      making,
	"realm":       realm,
	"fate":        fate,
	"issue":       issue,
	"holding":     holding,
	"somebody":    somebody,
	"staging":     staging,
	"casting":     casting,
	"crafting":    crafting,
	"credit":      crediting,
	"starring":    starring,
	"part":        partCue,
	"acting":      acting,
	"town":        townCue,
	"district":    district,
	"trait":       trait,
	"seat":        seat,
	"clause":      clauseCue,
	"format":      format,
	"crew":        crew,
	"airing":      airing,
	"plotting":    plotting,
	"opening":     opening,
	"passing":     passing,
	"verbal":      verbal,
	"nominal":     nominal,
	"office":      officeCue,
	"authority":   authority,
	"storm":       storm,
	"quarter":     quarter,
	"side":        side,
	"statute":     statute,
	"prefix":      prefixCue,
	"legal":       legalForm,
	"subordinate": subordinating,
	"preposition": preposition,
	"auxiliary":   auxiliary,
	"lesser":      lessening,
}

// addCues reads the words around names.
func (x *lexicon) addCues(pack *lang.Pack) {
	for _, row := range pack.Rows("name_cues") {
		switch row[1] {
		case "abstract":
			x.abstract = append(x.abstract, row[0])
		case "screen":
			x.screen = append(x.screen, foldKey(row[0]))
		case "court":
			x.court = append(x.court, foldKey(row[0]))
		case "chamber":
			x.chamber = append(x.chamber, foldKey(row[0]))
		case "arts":
			x.arts = append(x.arts, foldKey(row[0]))
		default:
			x.cues[row[0]] |= cueNames[row[1]]
		}
	}
}

// cue reports whether the word at token i is one of a class around names.
func (r *reader) cue(i int, c cue) bool { return r.lex.cues[r.of(i)]&c != 0 }
