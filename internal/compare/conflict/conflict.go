// Package conflict finds where the reports of a story differ: in a number, its
// period or its status, in a date, a name, a speaker, in who was first, in
// whether somebody commented. It shows both sides with their words and never
// says which is so. It stays silent where a difference has an innocent reading:
// rounding within a hedge, another scope, a later count, a list that names
// fewer.
package conflict

import (
	"fmt"
	"slices"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
	"nutgraf/internal/twin"
)

// Finder finds the conflicts of a story. It is safe for concurrent use.
type Finder struct {
	governs     map[string]bool
	voting      map[string]bool
	rising      map[string]bool
	past        map[string]bool
	silences    []string
	silentWords []string // one of which stands in every silence
	foretelling map[string]bool
	nearing     map[string]string // a word → what must stand before it, or ""
	reaching    map[string]bool
	telling     map[string]bool // words that name who tells or measured what is told
	press       map[string]bool
	unsure      map[string]bool
	people      map[string]bool // keys of words that count people of any kind
	disputed    []string        // words that set a number against another
	crowd       map[string]bool // names of crowds on the move
	scope       map[string]bool
	fears       map[string]bool // words beside a number of those whom something may have befallen
	countries   map[string]bool
	kin         map[string]bool
	kinRow      map[string]string // words for kin → the first that may mean the same
	byNight     map[string]string // words for a doing by night → the first for the same
	function    map[string]bool
	opens       map[string]opens // which ways of telling a word begins
	stanceTable stanceTable
	hourTable   doingTable
	datedTable  doingTable
	actTable    actTable
	stepTable   steps
	hedgeTable  hedgeTable
	epithetKind map[string]string // what somebody can be called → the first word that can mean the same
	falsities   falsities
	forecasters map[string]bool
	leaning     map[string]bool // behind which a name is not that of whom a sentence tells
	subordinate map[string]bool // of those, the ones behind which a clause of its own stands
	leftOpen    map[string]bool // "if", "could"
	passing     map[string]bool // "also", "now"
	turnList    []turn          // what headlines state and texts take back
	spans       map[string]bool // weeks, months, seasons: what has an end by which something is done
	records     map[string]bool
	quakes      map[string]string // words for earthquakes, and for how strong they are
	claims      map[string]bool   // nouns for what was said to be so

	tallyTable tallyTable
	spellTable spellTable
	properties propertyTable
	doneTable  circumstanceTable
	attackers  []string // words for those who kill
	nameLists  nameLists
	common     map[string]bool   // keys of words that stand in every kind of news
	leadIns    map[string]string // what may stand before a number that is foretold
	negations  map[string]bool
	houseStyle map[string]string // writings, and what they stand for
	fillers    map[string]bool   // that a quotation can lack and say the same
	scales     scales
	wordLists
	judge *standing.Judge
	gist  *gist.Reader
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack, words *gist.Reader, judge *standing.Judge) *Finder {
	people := map[string]bool{"worker": true}
	for _, w := range pack.List("generic_heads") {
		people[w] = true
	}
	f := &Finder{
		doneTable: circumstancesOf(pack), properties: propertiesOf(pack), tallyTable: talliesOf(pack, words), spellTable: spellsOf(pack), stanceTable: stancesOf(pack), actTable: actsOf(pack), stepTable: stepsOf(pack),
		hedgeTable: hedgesOf(pack), epithetKind: pack.Alike("epithets"), falsities: falsitiesOf(pack, words), forecasters: pack.Set("forecasters"), leaning: pack.Class("way_words", "lean"), subordinate: pack.Set("clause_breaks"), leftOpen: pack.Class("way_words", "open"), passing: pack.Class("way_words", "pass"), turnList: turnsOf(pack), spans: pack.Set("time_spans"), claims: pack.Set("claim_nouns"), quakes: pack.Map("quake_words"),
		people: people, common: words.Keys(pack.List("common_words")), attackers: pack.List("attackers"), disputed: pack.List("number_disputes"), crowd: pack.Set("crowds"), scope: pack.Set("scope_words"), fears: pack.Set("feared_words"), countries: pack.Set("countries"), kin: pack.Set("kin"), kinRow: pack.Alike("kin_alike"), byNight: pack.Alike("night_doings"), function: pack.Set("function_words"),
		gist: words, judge: judge, leadIns: pack.Map("number_leads"), negations: pack.Class("turns", "negation"), fillers: pack.Set("filler_words"), houseStyle: pack.Map("house_style"), scales: scalesOf(pack),
		nameLists: nameListsOf(pack), wordLists: wordListsOf(pack),
		governs: pack.Set("modal_verbs"), voting: pack.Set("vote_words"),
		hourTable: hoursOf(pack), datedTable: datedOf(pack),
		rising: pack.Set("rising_counts"), past: pack.Set("past_verbs"), silences: pack.List("silences"), silentWords: coverOf(pack.List("silences")),
		unsure: pack.Set("unsure_words"), foretelling: pack.Set("foretelling_words"), nearing: pack.Map("nearing_words"), reaching: pack.Set("reaching_verbs"), telling: pack.Set("telling_words"), press: pack.Set("press_words"), records: pack.Set("record_words"),
	}
	f.opens = f.opensOf()
	return f
}

// Story is what the conflicts of a story are found in. Dates and Times run
// parallel to Members.
type Story struct {
	Members  []nutgraf.Member
	Matters  []nutgraf.Matter
	Titled   []nutgraf.Matter // of which a headline gives another number than the report's own text
	Families []nutgraf.Family
	Entities []nutgraf.StoryEntity
	Dates    []nutgraf.DateRange
	Times    [][]nutgraf.When
	Twins    []twin.Pair // the sentences that two reports tell in much the same words
	Told     *gist.Index // how much of a statement each report tells; nil where nobody asks

	entityOf [][]int    // for each report, which entity of the story each of its own is
	words    [][]string // and its tokens in lower case
	begins   [][]opens  // and which ways of telling each of them begins
}

// Find returns the conflicts, hard ones first, in a fixed order.
func (f *Finder) Find(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	s.entityOf = entitiesOf(s)
	s.words, s.begins = f.lowered(s.Members)
	for _, m := range s.Matters {
		c, ok := f.matter(s, m)
		switch {
		case !ok:
		case slices.ContainsFunc(out, func(x nutgraf.Conflict) bool { return oneSided(x, c) }):
			out = gathered(out, c) // a report that tells it twice has a matter for each time
		default:
			out = append(out, c)
		}
	}
	out = append(out, f.headlines(s)...)
	out = append(out, f.ages(s)...)
	out = append(out, f.disputes(s)...)
	out = append(out, f.crowds(s, out)...)
	out = append(out, f.tolls(s, out)...)
	out = append(out, f.tallies(s, out)...)
	out = append(out, f.spells(s, out)...)
	out = append(out, f.valuesOf(s, out)...)
	out = append(out, f.magnitudes(s, out)...)
	out = append(out, f.forecasts(s)...)
	out = append(out, f.speakers(s)...)
	out = append(out, f.priority(s)...)
	out = append(out, f.comment(s)...)
	out = append(out, f.denied(s, out)...)
	out = append(out, f.doubts(s)...)
	out = append(out, f.names(s)...)
	out = append(out, f.misspelt(s)...)
	out = append(out, f.namesakes(s)...)
	out = append(out, f.addresses(s)...)
	out = append(out, f.rankings(s)...)
	out = append(out, f.unnamedPeople(s)...)
	out = append(out, f.wordings(s)...)
	out = append(out, f.stances(s)...)
	out = append(out, f.circumstances(s)...)
	out = append(out, f.sidesOf(s)...)
	out = append(out, f.acts(s)...)
	out = append(out, f.steps(s)...)
	out = append(out, f.leftAsOpen(s)...)
	out = append(out, f.epithets(s)...)
	out = append(out, f.limits(s)...)
	out = append(out, f.fallenShort(s, out)...)
	out = append(out, f.settledOrOpen(s)...)
	out = append(out, f.minutes(s)...)
	out = append(out, f.votes(s)...)
	out = append(out, f.kinships(s)...)
	out = append(out, f.rolesTold(s, out)...)
	out = append(out, f.nights(s, out)...)
	out = append(out, f.hours(s)...)
	out = append(out, f.whenSaid(s)...)
	out = append(out, f.years(s)...)
	out = append(out, f.twins(s, out)...)
	slices.SortStableFunc(out, func(a, b nutgraf.Conflict) int { return rank(a.Severity) - rank(b.Severity) })
	for i := range out {
		out[i].ID = fmt.Sprintf("d%d", i+1)
		for j := range out[i].Sides {
			x := &out[i].Sides[j]
			x.Letter = string(rune('a' + min(j, 25)))
			x.Sourced = x.By == "" && slices.ContainsFunc(x.Evidence, func(e nutgraf.Cite) bool { return f.attributed(s, e) })
		}
	}
	return out
}

func rank(s nutgraf.Severity) int {
	return slices.Index([]nutgraf.Severity{nutgraf.Hard, nutgraf.Medium, nutgraf.Soft}, s)
}

// matter judges the frames of one matter.
func (f *Finder) matter(s Story, m nutgraf.Matter) (nutgraf.Conflict, bool) {
	switch m.Kind {
	case nutgraf.ClaimQuantity:
		if m.Agreed {
			return f.status(s, m)
		}
		return f.value(s, m)
	case nutgraf.ClaimStatus:
		return f.record(s, m)
	case nutgraf.ClaimDate:
		if !m.Agreed {
			return f.date(s, m)
		}
	}
	return nutgraf.Conflict{}, false
}

// reports counts the reports that stand on any of the sides.
func reports(sides []nutgraf.Side) int {
	seen := map[string]bool{}
	for _, s := range sides {
		for _, c := range s.Evidence {
			seen[c.Doc] = true
		}
	}
	return len(seen)
}

// by names who stands behind a frame: the source with the medium and the day
// of its words where the report tells them.
func by(s Story, fr nutgraf.Frame) string {
	name := fr.By
	if name == "" || fr.Quote < 0 {
		return name
	}
	q := s.Members[fr.Member].Ann.Quotes[fr.Quote]
	before := ", " // a tweet is of a day; who tweets is not
	if q.Medium != "" {
		name, before = name+", "+q.Medium, " of "
	}
	if q.When >= 0 && q.When < len(s.Times[fr.Member]) {
		if w := s.Times[fr.Member][q.When]; w.Resolved && w.From == w.To && w.From != nutgraf.NoDay {
			y, mo, d := w.From.Date()
			name += fmt.Sprintf("%s%d %s %d", before, d, mo, y)
		}
	}
	return name
}
