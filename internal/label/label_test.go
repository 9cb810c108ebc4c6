package label

import (
	"testing"

	"nutgraf"
)

func TestOutlet(t *testing.T) {
	for _, c := range []struct {
		a    nutgraf.PageArticle
		want string
	}{
		{nutgraf.PageArticle{ID: "a", Outlet: "Vale Gazette", Named: "a"}, "Vale Gazette"},
		{nutgraf.PageArticle{ID: "a", Named: "a"}, Unnamed},
		{nutgraf.PageArticle{ID: "a", Named: "the Gazette"}, "the Gazette"},
	} {
		if got := Outlet(&c.a); got != c.want {
			t.Errorf("%+v: %q", c.a, got)
		}
	}
}

func TestSource(t *testing.T) {
	for _, c := range []struct {
		n    nutgraf.Node
		want string
	}{
		{nutgraf.Node{Name: "Ada Marrow", Kind: "letter", Role: nutgraf.RolePrimary}, "Ada Marrow, letter"},
		{nutgraf.Node{Name: "Marrow's letter", Kind: "letter", Role: nutgraf.RolePrimary}, "Marrow's letter"},
		{nutgraf.Node{Name: "Vale Gazette", Role: nutgraf.RoleNewsOrigin}, "Vale Gazette"},
	} {
		if got := Source(&c.n); got != c.want {
			t.Errorf("%+v: %q", c.n, got)
		}
	}
}
