package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"log"
	"net/url"
	"os"
	"path/filepath"

	"golang.org/x/net/publicsuffix"

	"nutgraf"
	"nutgraf/internal/extract"
)

// gold is a row of a set's gold file, as far as bodies go.
type gold struct {
	ID, URL, HTML, Text string
	With, Without       []string
	set                 string
}

// lesson is a page with a label and a weight for each of its blocks.
type lesson struct {
	*extract.Lesson
	gold          gold
	label, weight []float64
	fold          int  // by registered domain
	half          int  // likewise
	lent          bool // labelled by its own JSON-LD
}

// believe lets stage one judge the page, for stage two to learn from.
func (l *lesson) believe(f *extract.Forest) {
	v := make([]float32, l.Len())
	for i := range v {
		if !l.Hopeless(i) {
			v[i] = f.Judge(l.First(i))
		}
	}
	l.Believe(v)
}

// load reads all lessons, or those of one half of the domains.
func load(half int) (out []*lesson) {
	root := os.Getenv("NUTGRAF_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	for _, set := range sets {
		folder := filepath.Join(root, "data", "pages", set)
		f, err := os.Open(filepath.Join(folder, "gold.jsonl"))
		if err != nil {
			log.Fatal(err)
		}
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<24)
		for s.Scan() {
			g := gold{set: set}
			if err := json.Unmarshal(s.Bytes(), &g); err != nil {
				log.Fatal(err)
			}
			if h := hash(domain(g)); half < 0 || int(h>>7)&1 == half {
				out = append(out, lessons(g, page(filepath.Join(folder, g.HTML)), h)...)
			}
		}
		f.Close()
	}
	return out
}

// lessons makes one lesson of a page, or two: by its gold and by its JSON-LD.
func lessons(g gold, body []byte, h uint32) (out []*lesson) {
	take := func() *lesson {
		return &lesson{
			Lesson: extract.NewLesson(&nutgraf.Item{Media: nutgraf.MediaHTML, Body: body}),
			gold:   g, fold: int(h>>9) % 12, half: int(h>>7) & 1,
		}
	}
	if g.Text == "" {
		if l := take(); l.byOwnWords() {
			out = append(out, l)
		}
	}
	if g.Text != "" || len(g.With) > 0 {
		l := take()
		l.byGold()
		out = append(out, l)
	}
	return out
}

func page(path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		log.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		log.Fatal(err)
	}
	return b
}

// domain is the registered domain of a page; pages of archives stand for themselves.
func domain(g gold) string {
	host := ""
	if u, err := url.Parse(g.URL); err == nil {
		host = u.Hostname()
	}
	if d, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		host = d
	}
	if host == "" || host == "archive.org" {
		return g.ID
	}
	return host
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}
