package nutgraf_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// floors is the house: a package imports only packages on floors below its
// own; packages on one floor do not see each other. ARCHITECTURE.md explains
// the floors. A pattern that ends in "/..." covers the packages below it.
var floors = []struct {
	floor   int
	pattern string
}{
	{0, "nutgraf"},
	{0, "nutgraf/schema"},
	{1, "nutgraf/schema/schematest"},
	{1, "nutgraf/internal/lang"},
	{1, "nutgraf/internal/dateline"},
	{1, "nutgraf/internal/fold"},
	{1, "nutgraf/internal/calendar"},
	{1, "nutgraf/internal/inorder"},
	{1, "nutgraf/internal/numeral"},
	{1, "nutgraf/internal/excerpt"},
	{1, "nutgraf/internal/align"},
	{1, "nutgraf/internal/label"},
	{1, "nutgraf/internal/reprint"},
	{1, "nutgraf/internal/reply"},
	{1, "nutgraf/internal/caller"},
	{2, "nutgraf/internal/wire"},
	{2, "nutgraf/internal/find"},
	{2, "nutgraf/internal/gist"},
	{2, "nutgraf/internal/cast"},
	{2, "nutgraf/internal/outlet"},
	{2, "nutgraf/internal/overlap"},
	{2, "nutgraf/internal/standing"},
	{2, "nutgraf/internal/twin"},
	{3, "nutgraf/internal/segment"},
	{3, "nutgraf/internal/extract"},
	{3, "nutgraf/internal/story"},
	{3, "nutgraf/internal/brief"},
	{3, "nutgraf/internal/intake/..."},
	{3, "nutgraf/internal/annotate/..."},
	{3, "nutgraf/internal/compare/..."},
	{4, "nutgraf/internal/intake"},
	{4, "nutgraf/internal/annotate"},
	{4, "nutgraf/internal/compare"},
	{4, "nutgraf/internal/page"},
	{4, "nutgraf/internal/proof"},
	{4, "nutgraf/internal/render"},
	{4, "nutgraf/internal/newsroom"},
	{5, "nutgraf/internal/desk"},
	{5, "nutgraf/internal/store/..."},
	{5, "nutgraf/internal/fetch"},
	{4, "nutgraf/internal/news"},
	{4, "nutgraf/internal/export/iri"},
	{4, "nutgraf/internal/export/table"},
	{5, "nutgraf/internal/export/..."},
	{6, "nutgraf/internal/export"},
	{6, "nutgraf/internal/eval"},
	{7, "nutgraf/internal/api"},
	{7, "nutgraf/internal/web"},
	{7, "nutgraf/internal/mcp"},
	{7, "nutgraf/internal/gate"},
	{8, "nutgraf/internal/cli"},
	{9, "nutgraf/cmd/nutgraf"},
}

// offTheMap are programs for developers and rigs of tests: they may import any floor.
var offTheMap = []string{"nutgraf/internal/newsroom/cmd/", "nutgraf/internal/eval/", "nutgraf/internal/store/storetest", "nutgraf/internal/desk/desktest", "nutgraf/tools", "nutgraf/bench"}

func floorOf(pkg string) int {
	best, floor := "", -1
	for _, f := range floors {
		base, below := strings.CutSuffix(f.pattern, "/...")
		if (pkg == base && !below || below && strings.HasPrefix(pkg, base+"/")) && len(f.pattern) > len(best) {
			best, floor = f.pattern, f.floor
		}
	}
	return floor
}

func isOffTheMap(pkg string) bool {
	for _, p := range offTheMap {
		if strings.HasPrefix(pkg, p) {
			return true
		}
	}
	return false
}

// TestFloors reads every import of the module's own packages and fails where
// one looks up or sideways, and on a package that has no floor.
func TestFloors(t *testing.T) {
	for pkg, imports := range moduleImports(t) {
		if isOffTheMap(pkg) {
			continue
		}
		floor := floorOf(pkg)
		if floor < 0 {
			t.Errorf("%s has no floor: give it one in floors_test.go and in ARCHITECTURE.md", pkg)
			continue
		}
		for _, imp := range imports {
			if f := floorOf(imp); f >= floor && !strings.HasPrefix(imp, pkg+"/") {
				t.Errorf("%s (floor %d) imports %s (floor %d)", pkg, floor, imp, f)
			}
		}
	}
}

// moduleImports maps each package of the module to the module's packages that
// its non-test files import.
func moduleImports(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "tools" || d.Name() == "bench") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		pkg := filepath.ToSlash(filepath.Join("nutgraf", filepath.Dir(path)))
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			name, err := strconv.Unquote(imp.Path.Value)
			if err == nil && (name == "nutgraf" || strings.HasPrefix(name, "nutgraf/")) {
				out[pkg] = append(out[pkg], name)
			}
		}
		if out[pkg] == nil {
			out[pkg] = []string{}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestDependencies compares the modules that the program links with a
// checked-in list, so that each new one is a reviewed line.
func TestDependencies(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/nutgraf").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := map[string]bool{}
	for _, m := range strings.Fields(string(out)) {
		seen[m] = true
	}
	delete(seen, "nutgraf")
	got := make([]string, 0, len(seen))
	for m := range seen {
		got = append(got, m)
	}
	sort.Strings(got)
	raw, err := os.ReadFile("testdata/dependencies.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Fields(string(raw)), got); diff != "" {
		t.Errorf("the linked modules are not those of testdata/dependencies.txt (-listed +linked):\n%s", diff)
	}
}
