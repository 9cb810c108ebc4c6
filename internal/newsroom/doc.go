// Package newsroom is the sample newsroom: some fifty press articles about a
// dozen events, from nine outlets, each with a page template of its own. Every
// place, person, firm, outlet and platform in it is invented; every word was
// written for this program. It is what `nutgraf demo` reads, and a test bed for
// everything that the program is meant to find.
//
// The package renders pages and lists what was planted in them. It does not
// read them: nothing here knows how an article is taken apart.
//
// # Articles
//
// One file an article: articles/<event>-<outlet>[-<n>].txt. Its base name is
// the article's id. It opens with lines "key: value" up to a line "---":
//
//	slug        the last part of its address
//	headline    as printed
//	standfirst  the line under the headline; may be left out
//	byline      who wrote it; may be left out
//	section     the section it stands in
//	date        when it was published in truth, "2006-01-02 15:04"
//	page-date   what its page states instead: a date and time, or "none"
//	updated     when its page says it was last changed; may be left out
//	story       the story it belongs to; its event when left out
//
// The body follows, in blocks parted by blank lines. A block is a paragraph
// unless it begins with one of these marks:
//
//	"## "         a subhead
//	"> "          a quotation set as a block
//	"- "          an item of a list
//	"[photo] "    a caption, " | ", its credit
//	"[post] "     an embedded post: account, " | ", date, " | ", words
//	"[pull] "     a pull quote: words of the article, set out once more
//	"[note] "     a correction or an editor's note
//	"[comment] "  a reader's comment under the article: name, " | ", words
//
// Within a block, [words](target) is a link (the target is an article's id or
// an address) and _words_ are emphasised. Quotation marks, apostrophes, dashes
// and dots of omission are typed plainly and set in the outlet's own manner.
//
// # Outlets
//
// outlets.txt has a line an outlet: id, name, address, path, zone, manner of
// dates and of marks, place of its box, parted by tabs. templates/<id>.html is its page.
//
// # Planted troubles
//
// planted.txt has a line for everything that was planted: its kind, its event,
// and then one field for every place it stands in, "<article>: <words>". The
// words stand in the article's file as they are typed there, marks plain.
// The order of places means something where the kind says so; the head of the
// file explains the kinds.
package newsroom
