// Package eval scores every stage against labelled articles. The scorers are
// those of the field (named where they stand); they read the contract JSON's
// types, in code points, as any user of the program would. The labelled data
// do not belong to the project: they are looked for where NUTGRAF_SHARED
// points, and a missing file is an error that names it.
package eval

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"nutgraf/internal/wire"
)

// PRF counts hits on the side of the predictions and of the gold.
type PRF struct {
	Hit, Pred, Gold int
}

// Add adds up counts.
func (p *PRF) Add(q PRF) { p.Hit, p.Pred, p.Gold = p.Hit+q.Hit, p.Pred+q.Pred, p.Gold+q.Gold }

// P is precision, R recall, F1 their harmonic mean; each 0 where undefined.
func (p PRF) P() float64 { return ratio(p.Hit, p.Pred) }

// R is recall.
func (p PRF) R() float64 { return ratio(p.Hit, p.Gold) }

// F1 is the harmonic mean of precision and recall.
func (p PRF) F1() float64 { return harmonic(p.P(), p.R()) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Data is the folder with the labelled data.
type Data struct{ Root string }

// Open finds the labelled data: at NUTGRAF_SHARED, else in a folder "shared"
// beside the module.
func Open(module string) (Data, error) {
	root := os.Getenv("NUTGRAF_SHARED")
	if root == "" {
		root = filepath.Join(module, "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(root, "data")); err != nil {
		return Data{}, fmt.Errorf("labelled data: %w (set NUTGRAF_SHARED to the folder that holds data/)", err)
	}
	return Data{root}, nil
}

// Path returns the path of a data file.
func (d Data) Path(name string) string {
	return filepath.Join(d.Root, "data", filepath.FromSlash(name))
}

// Read returns the bytes of a data file, unpacked.
func (d Data) Read(name string) ([]byte, error) {
	raw, err := os.ReadFile(d.Path(name))
	if err != nil {
		return nil, fmt.Errorf("labelled data: %w", err)
	}
	if !bytes.HasPrefix(raw, []byte{0x1f, 0x8b}) {
		return raw, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("labelled data %s: %w", name, err)
	}
	defer z.Close()
	out, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("labelled data %s: %w", name, err)
	}
	return out, nil
}

// Rows decodes a JSONL file.
func Rows[T any](d Data, name string) ([]T, error) {
	raw, err := d.Read(name)
	if err != nil {
		return nil, err
	}
	var out []T
	sc := bufio.NewScanner(bytes.NewReader(raw))
	sc.Buffer(nil, 64<<20)
	for n := 1; sc.Scan(); n++ {
		if len(bytes.TrimSpace(sc.Bytes())) == 0 {
			continue
		}
		var row T
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("labelled data %s line %d: %w", name, n, err)
		}
		out = append(out, row)
	}
	return out, sc.Err()
}

// span is a half-open range of code points.
type span [2]int

func (a span) overlap(b span) int { return max(0, min(a[1], b[1])-max(a[0], b[0])) }

// matchSpans pairs overlapping spans one to one, those with the greatest share
// in common first; ties in the order of gold, then of prediction.
func matchSpans(gold, pred []span) [][2]int {
	return matchGood(gold, pred, func(int, int) bool { return true })
}

// matchGood is matchSpans over the pairs that good allows.
func matchGood(gold, pred []span, good func(i, j int) bool) [][2]int {
	type pair struct {
		share float64
		i, j  int
	}
	var all []pair
	for i, g := range gold {
		for j, p := range pred {
			if c := g.overlap(p); c > 0 && good(i, j) {
				u := max(g[1], p[1]) - min(g[0], p[0])
				all = append(all, pair{float64(c) / float64(u), i, j})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool {
		if all[a].share != all[b].share {
			return all[a].share > all[b].share
		}
		if all[a].i != all[b].i {
			return all[a].i < all[b].i
		}
		return all[a].j < all[b].j
	})
	gi, pj := map[int]bool{}, map[int]bool{}
	var out [][2]int
	for _, x := range all {
		if !gi[x.i] && !pj[x.j] {
			gi[x.i], pj[x.j] = true, true
			out = append(out, [2]int{x.i, x.j})
		}
	}
	return out
}

// Predictions are annotated articles by id.
type Predictions map[string]*wire.Article

// stem cuts folders and the endings of pages and texts off a name.
func stem(name string) string {
	name = name[strings.LastIndexByte(name, '/')+1:]
	for {
		cut := name
		for _, e := range []string{".gz", ".html", ".htm", ".txt", ".jsonl", ".json"} {
			cut = strings.TrimSuffix(cut, e)
		}
		if cut == name {
			return name
		}
		name = cut
	}
}
