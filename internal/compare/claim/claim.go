// Package claim lays the statements of a story's reports side by side: each
// quantity, superlative and date becomes a frame (what it is about, its value,
// status, period, who stands behind it), and the frames of one matter are
// gathered over the reports. It says which frames speak of one matter and which
// of them say the same; whether a difference is worth showing is for package
// conflict.
package claim

import (
	"slices"
	"sort"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
	"nutgraf/internal/twin"
)

// Finder finds the matters of a story. It is safe for concurrent use.
type Finder struct {
	gist       *gist.Reader
	breaks     map[string]bool
	generic    map[string]bool
	people     map[string]bool // keys of words for people, peoples among them
	scope      map[string]bool
	verbs      map[string]bool
	records    map[string]bool
	breakers   map[string]bool
	unsure     map[string]bool
	saying     map[string]bool
	measured   map[string]bool
	befall     map[string]bool
	past       map[string]bool
	hanging    map[string]bool
	common     map[string]bool // keys of words that stand in every kind of news
	pronouns   map[string]bool
	labels     map[string]bool
	polls      map[string]bool
	asked      map[string]bool
	foreseen   map[string]bool
	tallies    map[string]bool
	pictured   map[string]bool
	happenings map[string]bool
	groups     map[string]bool // names of groups of several
	negations  map[string]bool
	risen      map[string]bool
	hospital   string          // the key of the word
	attackers  map[string]bool // keys of words for those who kill
	bearings   map[string]bool
	untrue     map[string]bool            // words by which a clause says that something is not so
	eventful   map[string]map[string]bool // words of events, by kind
	deedsOf    map[string][]int           // keys of ways to tell a deed → the rows they stand in
	lightDeeds map[string]bool            // forms of verbs that do not tell what was done
	singling   map[string]bool            // words by which a claim says that there is no other
	function   map[string]bool            // words without matter of their own
	papers     map[string]string          // words for a paper → the first that can name the same
	judge      *standing.Judge
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack, g *gist.Reader, judge *standing.Judge) *Finder {
	tallies := g.Keys(pack.List("tallies"))
	delete(tallies, "")
	people := map[string]bool{}
	for _, row := range slices.Concat(pack.Rows("quote_people"), pack.Rows("nationalities")) {
		people[g.Key(row[0])] = true
	}
	delete(people, "")
	deedsOf := map[string][]int{}
	for n, row := range pack.List("deed_words") {
		for w := range strings.FieldsSeq(row) {
			if k := g.Key(w); k != "" && !slices.Contains(deedsOf[k], n) {
				deedsOf[k] = append(deedsOf[k], n)
			}
		}
	}
	eventful := map[string]map[string]bool{}
	for _, row := range pack.Rows("event_words") {
		eventful[row[0]] = map[string]bool{}
		for w := range strings.FieldsSeq(row[1]) {
			eventful[row[0]][w] = true
		}
	}
	return &Finder{
		deedsOf: deedsOf, eventful: eventful,
		people: people, lightDeeds: pack.Set("light_deeds"), function: pack.Set("function_words"), singling: pack.Set("singling_words"), papers: pack.Alike("papers"), untrue: pack.Class("falsities", "word"),
		common: g.Keys(pack.List("common_words")), tallies: tallies, attackers: g.Keys(pack.List("attackers")), negations: pack.Class("turns", "negation"),
		hospital: g.Key("hospital"), foreseen: pack.Set("planned_words"), risen: pack.Set("risen_verbs"), pronouns: pack.Set("personal_pronouns"), labels: pack.Set("numbered_things"),
		polls:    pack.Set("polls"),
		asked:    pack.Set("polled"),
		pictured: pack.Set("pictures"), happenings: pack.Set("happenings"),
		groups: pack.Set("groups"), hanging: pack.Set("hanging_words"), judge: judge,
		gist: g, breaks: pack.Set("clause_breaks"), generic: pack.Set("generic_heads"),
		scope: pack.Set("scope_words"), verbs: pack.Set("finite_verbs"), records: pack.Set("record_words"),
		breakers: pack.Set("record_verbs"), unsure: pack.Set("unsure_words"), saying: pack.Set("saying_verbs"),
		bearings: pack.Set("bearings"), measured: pack.Set("measured_things"), befall: pack.Set("befalling"), past: pack.Set("past_verbs"),
	}
}

// Find returns the matters of the story, those most reports speak of first, and those
// of which a headline gives another number than the report's own text. times are the
// reports' times as the story anchors them; entities those of the story; twins the
// sentences that two reports tell in much the same words; index their content words.
func (f *Finder) Find(members []nutgraf.Member, entities []nutgraf.StoryEntity, times [][]nutgraf.When, twins []twin.Pair, index *gist.Index) (all, titled []nutgraf.Matter) {
	frames := f.frames(members, entities, times, index)
	titled = f.titled(frames, members)
	w, stated := weighFrames(frames), statedBy(frames)
	out := f.twinned(f.matters(frames, w, stated, entities), frames, members, twins)
	out = f.parallel(out, frames, w, stated, entities)
	sort.SliceStable(out, func(i, j int) bool { return reportsOf(out[i]) > reportsOf(out[j]) })
	return out, titled
}
