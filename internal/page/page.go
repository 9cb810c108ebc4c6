// Package page composes the story page, as a value, from a story's reports and
// findings.
package page

import "nutgraf"

// Build composes the page of a story. saga holds the finished pages of the
// other stories of the same saga, in any order; nil when there are none.
// version names the pipeline that made the page.
func Build(story nutgraf.Story, members []nutgraf.Member, f nutgraf.Findings, b nutgraf.Brief, saga []nutgraf.StoryPage, version string) nutgraf.StoryPage {
	return nutgraf.StoryPage{ID: story.ID, Saga: story.Saga}
}
