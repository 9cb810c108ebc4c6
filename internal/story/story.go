// Package story decides which reports belong to one story and which stories to
// one saga.
package story

import "nutgraf"

// Sketch derives from a document and its findings what grouping needs.
func Sketch(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) nutgraf.Sketch {
	return nutgraf.Sketch{ID: doc.ID, Outlet: doc.Outlet, Day: doc.Published.Day()}
}
