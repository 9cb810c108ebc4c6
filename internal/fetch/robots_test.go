package fetch

import (
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		name, body string
		allowed    string
		denied     string
	}{
		{"none", "", "/ /a?b", ""},
		{"all", "User-agent: *\nDisallow: /", "/robots.txt", "/ /a"},
		{"an empty rule denies nothing", "User-agent: *\nDisallow:", "/ /a", ""},
		{"ours goes before all", "User-agent: *\nDisallow: /\n\nUser-agent: NutGraf/2.0\nDisallow: /a", "/ /b", "/a /ab"},
		{"our groups are one", "user-agent: nutgraf\ndisallow: /a\nuser-agent: x\ndisallow: /\nuser-agent: nutgraf\ndisallow: /b", "/ /c", "/a /b"},
		{"agents in a row share a group", "User-agent: x\nUser-agent: nutgraf\nDisallow: /a", "/b", "/a"},
		{"another's name that begins ours", "User-agent: nut\nDisallow: /", "/", ""},
		{"the longest rule decides", "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c", "/a/b /a/b/x /c", "/a /a/x /a/b/c"},
		{"of two as long, the one that allows", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", ""},
		{"stars and ends", "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?print=", "/x.pdf?a /x", "/a/b.pdf /x?print=1"},
		{"a star in the middle begins at the beginning", "User-agent: *\nDisallow: /a*b", "/x/ab /b", "/ab /axxb/c"},
		{"percent-encoding", "User-agent: *\nDisallow: /caf%c3%a9\nDisallow: /%7ejoe", "/cafe", "/caf%C3%A9 /café /~joe"},
		{"rules before any agent are skipped", "Disallow: /\nUser-agent: *\nDisallow: /a", "/b", "/a"},
		{"other lines do not end a group of agents", "User-agent: nutgraf\nSitemap: https://a.example/s\nUser-agent: x\nDisallow: /a", "/b", "/a"},
		{"comments, odd lines, a byte order mark", "\xef\xbb\xbfUser-agent: * # all\r\nnonsense\r\nDisallow: /a # this\r\nCrawl-delay: soon", "/b", "/a"},
	} {
		r := parseRobots([]byte(c.body), Product)
		for path := range strings.FieldsSeq(c.allowed) {
			if !r.allows(path) {
				t.Errorf("%s: %s is denied", c.name, path)
			}
		}
		for path := range strings.FieldsSeq(c.denied) {
			if r.allows(path) {
				t.Errorf("%s: %s is allowed", c.name, path)
			}
		}
	}
	for value, want := range map[string]time.Duration{"2.5": 2500 * time.Millisecond, "1e300": mostDelay, "NaN": 0, "-1": 0} {
		if got := parseRobots([]byte("User-agent: *\nCrawl-delay: "+value), Product).delay; got != want {
			t.Errorf("crawl delay %s: %s, want %s", value, got, want)
		}
	}
}

// No robots.txt makes the reader panic or take long, and robots.txt itself may
// always be fetched.
func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a*b$\nAllow: /%zz%4"), "/aab?x%")
	f.Add([]byte("useragent: nutgraf\rcrawl-delay: 1e9\rdisallow: *"), "")
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		r := parseRobots(body, Product)
		if !r.allows("/robots.txt") {
			t.Error("robots.txt is denied")
		}
		r.allows(path[:min(len(path), 1<<12)])
	})
}
