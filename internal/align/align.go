// Package align aligns two sequences of words.
package align
