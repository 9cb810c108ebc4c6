// Package iri names stories, articles and findings so that files for other
// programs can speak of them: as URNs, the same on every machine and under every
// address, and as links to the pages of an installation where one is known.
package iri

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
)

// Story names a story.
func Story(id string) string { return "urn:nutgraf:story:" + Segment(id) }

// Article names an article.
func Article(id string) string { return "urn:nutgraf:article:" + Segment(id) }

// Finding names something found in a story.
func Finding(story, id string) string { return Story(story) + ":" + Segment(id) }

// Hashed names a thing by a hash of what it consists of.
func Hashed(kind string, parts ...any) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", parts))
	return "urn:nutgraf:" + kind + ":" + hex.EncodeToString(sum[:12])
}

// Source is where an article can be looked up by others: its own address, when
// it is one of the web, else its name.
func Source(id, address string) string {
	if web := Web(address); web != "" {
		return web
	}
	return Article(id)
}

// Web returns an address of the web in canonical form, and nothing for any
// other: no script and no file is ever linked, no password given away.
func Web(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil
	return u.String()
}

// StoryPage is the address of a story's page at a site; empty when no site is
// known.
func StoryPage(site, id string) string {
	if site == "" {
		return ""
	}
	return site + "/story/" + url.PathEscape(id)
}

// SpanPage is the address of an article's page that marks some code points.
func SpanPage(site, id string, start, end int) string {
	if site == "" {
		return ""
	}
	return fmt.Sprintf("%s/article/%s?t=%d,%d#t", site, url.PathEscape(id), start, end)
}

// Segment writes a name so that it has no colon and nothing that an IRI forbids.
func Segment(name string) string { return strings.ReplaceAll(url.PathEscape(name), ":", "%3A") }
