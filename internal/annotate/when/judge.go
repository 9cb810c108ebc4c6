package when

import "nutgraf"

// judge hears the text as a witness against the page's date.
func (f *Finder) judge(doc *nutgraf.Document, raw []found) nutgraf.Published {
	return doc.Published
}
