// Command pages writes the pages of the sample newsroom into a folder, for
// those who want to try the program's commands on files.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"nutgraf/internal/newsroom"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pages FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func write(dir string) error {
	pages, err := newsroom.Pages()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, p := range pages {
		if err := os.WriteFile(filepath.Join(dir, p.Article+".html"), p.HTML, 0o644); err != nil {
			return err
		}
	}
	return nil
}
