// Package story decides which reports belong to one story, which stories to
// one saga, and which reports are copies of one text.
//
// A Sketcher draws from a document the little that grouping needs to know of
// it. A Grouper holds sketches and settles them: the same set of sketches
// gives the same stories, whatever the order in which they came, in how many
// batches, and after whatever was removed in between. The package does not
// read articles, keeps nothing on disk, and knows no clock.
package story
