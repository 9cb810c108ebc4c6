// Package fold gives text a normal form for comparison, with a way back to the
// bytes it came from.
package fold
