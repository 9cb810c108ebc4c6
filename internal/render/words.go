package render

import (
	"strings"

	"nutgraf"
)

// blockWord names a block of an article in plain words.
func blockWord(k nutgraf.BlockKind) string {
	switch k {
	case nutgraf.Tail:
		return "foot"
	case nutgraf.Related:
		return "related"
	case nutgraf.Embed:
		return "embedded post"
	case nutgraf.Dateline:
		return "date line"
	}
	return string(k)
}

func variantWord(k nutgraf.VariantKind) string {
	switch k {
	case nutgraf.Verbatim:
		return "same words"
	case nutgraf.Typographic:
		return "same words; marks differ"
	case nutgraf.Truncated:
		return "shorter"
	case nutgraf.Edited:
		return "words changed"
	case nutgraf.Spliced:
		return "joined with other words"
	case nutgraf.Paraphrase:
		return "told in its own words"
	}
	return string(k)
}

// howWord says on what an attribution rests where a reader should know; a plain
// cue needs no word.
func howWord(h nutgraf.How) string {
	switch h {
	case nutgraf.HowPosition:
		return "speaker taken from the sentence before"
	case nutgraf.HowReport:
		return "speaker settled through another report"
	case nutgraf.HowRole:
		return "speaker named by role"
	}
	return ""
}

func relationWord(r nutgraf.Relation) string {
	switch r {
	case nutgraf.Drift:
		return "Wording shifts"
	case nutgraf.Update:
		return "A later report says more"
	case nutgraf.Refine:
		return "One is more exact"
	}
	return "Reports differ"
}

func edgeWord(k nutgraf.EdgeKind) string {
	switch k {
	case nutgraf.EdgeCredit:
		return "credits"
	case nutgraf.EdgeSharedQuote:
		return "shares quotations with"
	case nutgraf.EdgeReuse:
		return "shares text with"
	}
	return "rests, as inferred, on"
}

func edgeLine(k nutgraf.EdgeKind) string {
	switch k {
	case nutgraf.EdgeCredit:
		return "solid"
	case nutgraf.EdgeInferred:
		return "dotted"
	}
	return "dashed"
}

func warningWord(k nutgraf.WarningKind) string {
	switch k {
	case nutgraf.FutureDate:
		return "Dated after it was captured"
	case nutgraf.ImplausibleDate:
		return "Its date does not fit"
	}
	return "No date on it"
}

// mediumWord writes the names of platforms as names.
func mediumWord(medium string) string {
	switch medium {
	case "instagram", "facebook", "twitter", "youtube", "reddit", "tiktok", "telegram":
		return strings.ToUpper(medium[:1]) + medium[1:]
	}
	return medium
}
