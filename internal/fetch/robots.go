package fetch

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// The limits of robots.txt: what is read of it (RFC 9309 asks for 500 KiB at
// least), the longest rule, the most rules, and the longest delay followed.
const (
	robotsSize  = 512 << 10
	longestRule = 2 << 10
	mostRules   = 10_000
	mostDelay   = 30 * time.Second
)

// robots is what a host's robots.txt says to us (RFC 9309).
type robots struct {
	rules []rule
	delay time.Duration // of the extension Crawl-delay; 0 when not given
}

type rule struct {
	path  string // in normal form; * and $ as in the standard
	allow bool
}

// parseRobots reads the groups of robots.txt that speak to product, or, where
// none does, those that speak to all. Lines that are not understood are skipped.
func parseRobots(body []byte, product string) *robots {
	body = bytes.TrimPrefix(body[:min(len(body), robotsSize)], []byte("\xef\xbb\xbf"))
	var ours, all robots
	named, mine, every, listing := false, false, false, false
	for raw := range strings.FieldsFuncSeq(string(body), func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value, ok := robotsLine(raw)
		if !ok {
			continue
		}
		if key == "user-agent" {
			if !listing {
				mine, every = false, false
			}
			listing = true
			mine = mine || strings.EqualFold(token(value), product)
			every = every || strings.HasPrefix(value, "*")
			named = named || mine
			continue
		}
		listing = false
		if mine {
			ours.add(key, value)
		}
		if every {
			all.add(key, value)
		}
	}
	if named {
		return &ours
	}
	return &all
}

// robotsLine cuts a line into its lower-case key and its value; ok is false for
// lines that are neither user agent nor rule.
func robotsLine(raw string) (key, value string, ok bool) {
	raw, _, _ = strings.Cut(raw, "#")
	key, value, ok = strings.Cut(raw, ":")
	key = strings.ToLower(strings.TrimSpace(key))
	switch key {
	case "useragent":
		key = "user-agent"
	case "user-agent", "allow", "disallow", "crawl-delay":
	default:
		return "", "", false
	}
	return key, strings.TrimSpace(value), ok
}

// token is the product token that a user agent's name begins with.
func token(s string) string {
	for i, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' || r == '_') {
			return s[:i]
		}
	}
	return s
}

func (r *robots) add(key, value string) {
	if key == "crawl-delay" {
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = min(time.Duration(min(s, 3600)*float64(time.Second)), mostDelay)
		}
		return
	}
	if value == "" || len(value) > longestRule || len(r.rules) >= mostRules {
		return
	}
	if value[0] != '/' && value[0] != '*' {
		value = "/" + value
	}
	r.rules = append(r.rules, rule{normal(value, "*$"), key == "allow"})
}

// allows reports whether a path with its query may be fetched: the longest rule
// that matches decides; of two as long, the one that allows.
func (r *robots) allows(path string) bool {
	path = normal(path, "")
	if path == "/robots.txt" {
		return true
	}
	best, allow := -1, true
	for _, rule := range r.rules {
		if len(rule.path) < best || len(rule.path) == best && !rule.allow {
			continue
		}
		if matches(rule.path, path) {
			best, allow = len(rule.path), rule.allow
		}
	}
	return allow
}

// matches reports whether a path begins as a pattern says. It goes back to the
// last star only, so its time is bounded by the product of the lengths.
func matches(pattern, path string) bool {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	p, i, star, mark := 0, 0, -1, 0
	for {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, i
			p++
			continue
		case p == len(pattern) && (!anchored || i == len(path)):
			return true
		case p < len(pattern) && i < len(path) && pattern[p] == path[i]:
			p, i = p+1, i+1
			continue
		case star >= 0 && mark < len(path):
			mark++
			p, i = star+1, mark
			continue
		}
		return false
	}
}

// normal brings a path to the form in which the standard compares: unreserved
// characters plain, others percent-encoded in capitals. What stands in special
// keeps its special meaning.
func normal(s, special string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				i += 2
				if unreserved(byte(n)) {
					b.WriteByte(byte(n))
				} else {
					b.Write([]byte{'%', hex[n>>4], hex[n&15]})
				}
				continue
			}
		}
		switch {
		case strings.IndexByte(special, c) >= 0, c > ' ' && c < 0x7f && c != '*' && c != '$':
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
