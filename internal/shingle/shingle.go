// Package shingle takes fingerprints of text.
package shingle
