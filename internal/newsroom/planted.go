package newsroom

import (
	"fmt"
	"strings"
)

// Trouble is something that was planted in the sample for the program to find.
// Kinds are explained at the head of planted.txt.
type Trouble struct {
	Kind   string
	Event  string
	Places []Place
}

// Place is where a trouble stands. Words and Shown are empty where it is the
// article as a whole.
type Place struct {
	Article string
	Words   string // as typed in the article's file, marks plain
	Shown   string // as its page prints them; for a date the line of the file's head
}

// Planted reads the list of planted troubles.
func Planted() ([]Trouble, error) {
	rows, err := readRows("planted.txt")
	if err != nil {
		return nil, err
	}
	outlets, err := readOutlets()
	if err != nil {
		return nil, err
	}
	list := make([]Trouble, 0, len(rows))
	for _, f := range rows {
		if len(f) < 3 {
			return nil, fmt.Errorf("newsroom planted.txt: no place in the line %q", strings.Join(f, " "))
		}
		t := Trouble{Kind: f[0], Event: f[1]}
		for _, p := range f[2:] {
			id, words, _ := strings.Cut(p, ":")
			words = strings.TrimSpace(words)
			o := outlets[strings.Split(id+"-", "-")[1]]
			t.Places = append(t.Places, Place{Article: id, Words: words, Shown: o.set(plain(words))})
		}
		list = append(list, t)
	}
	return list, nil
}
