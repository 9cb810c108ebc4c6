// Package page composes the story page, as a value, from a story's reports and
// findings.
package page

import "nutgraf"

// Build composes the page of a story.
func Build(story nutgraf.Story, members []nutgraf.Member, f nutgraf.Findings, b nutgraf.Brief) nutgraf.StoryPage {
	return nutgraf.StoryPage{ID: story.ID, Saga: story.Saga}
}
