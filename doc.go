// Package nutgraf is the vocabulary of the program: documents and spans, what
// one document says (names, quotations, times, quantities, credits) and what a
// story's documents say together (quote families, claims, conflicts, origins).
//
// The package holds plain values only. It imports the standard library and
// nothing else, knows no storage and no network, and computes nothing beyond
// small facts about its own values. The stages that fill these values live
// under internal/, one room each; ARCHITECTURE.md is the map.
//
// Offsets are half-open byte ranges into a Document's Text. The JSON contracts
// speak of Unicode code points; internal/wire converts at the edge.
package nutgraf
