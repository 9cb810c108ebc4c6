package render

import "nutgraf"

// edgeLine names the line in which an edge is drawn.
func edgeLine(k nutgraf.EdgeKind) string {
	switch k {
	case nutgraf.EdgeCredit:
		return "solid"
	case nutgraf.EdgeInferred:
		return "dotted"
	}
	return "dashed"
}
