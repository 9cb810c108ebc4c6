package outlet

import (
	"testing"

	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

func names(t *testing.T) *Names {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack)
}

func TestKey(t *testing.T) {
	n := names(t)
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"The Port Ansel Courier", "Port Ansel Courier", true},
		{"AP", "the Associated Press", true},
		{"NYTimes.com", "The New York Times", true},
		{"ET", "ET Online", false},
		{"the Post", "The Washington Post", false},
	} {
		if got := n.Key(tt.a) == n.Key(tt.b); got != tt.same {
			t.Errorf("%q and %q one outlet: %v, want %v", tt.a, tt.b, got, tt.same)
		}
	}
}

func TestAgency(t *testing.T) {
	n := names(t)
	for name, want := range map[string]bool{"Reuters": true, "The Canadian Press": true, "PA Media": true, "Kyodo News": true, "Port Ansel Courier": false, "": false} {
		if got := n.Agency(name); got != want {
			t.Errorf("Agency(%q) = %v", name, got)
		}
	}
}

func TestIn(t *testing.T) {
	n := names(t)
	for _, tt := range []struct {
		text, name string
		want       bool
	}{
		{"The mayor told the A.P. on Friday.", "Associated Press", true},
		{"The mayor told the Port-Ansel COURIER.", "The Port Ansel Courier", true},
		{"The mayor told nobody.", "Port Ansel Courier", false},
	} {
		if got := n.In(fold.String(tt.text), tt.name); got != tt.want {
			t.Errorf("In(%q, %q) = %v", tt.text, tt.name, got)
		}
	}
}

func TestWithin(t *testing.T) {
	n := names(t)
	for _, tt := range []struct {
		name, outlet string
		want         bool
	}{
		{"NPR", "NPR Online News", true},
		{"CNN", "CNN (Web News)", true},
		{"Fox News", "Fox Online News", true},
		{"The New York Times", "New York Times - News", true},
		{"the Times", "The Ashby Times", true},
		{"AP", "Associated Press", true},
		{"AP", "The Ashby Times", false},
		{"Fox 8", "Fox News", false},
		{"Ashby Post", "The Ashby Times", false},
		{"Ashby Post", "", false},
	} {
		if got := n.Within(tt.name, tt.outlet); got != tt.want {
			t.Errorf("Within(%q, %q) = %v", tt.name, tt.outlet, got)
		}
	}
}
