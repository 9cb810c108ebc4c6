package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/api"
	"nutgraf/internal/lang"
	"nutgraf/internal/wire"
)

// versionLine names the versions of the program, of its formats, and its
// languages.
func versionLine() string {
	return fmt.Sprintf("nutgraf %s, schema %s, languages %s", nutgraf.Version, wire.Schema, strings.Join(lang.Languages, " "))
}

// help answers `nutgraf help [COMMAND]`.
func help(e *env, args []string) int {
	if len(args) == 0 {
		return e.tell(overview)
	}
	if args[0] == "--openapi" {
		return e.tell(func(w io.Writer) { _, _ = w.Write(api.Description("/")) })
	}
	if args[0] == "--reference" {
		return e.tell(reference)
	}
	c, ok := find(args[0])
	if !ok {
		return e.fail(fmt.Errorf("%w: no command %q; see nutgraf help", nutgraf.ErrUsage, args[0]))
	}
	return e.tell(c.help)
}

// overview prints the table of commands.
func overview(w io.Writer) {
	fmt.Fprint(w, "nutgraf lays the reports of one event side by side: who said what, what is claimed,\nwhere it came from, when, and where reports differ. It works offline.\n\nUsage: nutgraf COMMAND [FLAGS] [ARGUMENTS]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.short)
	}
	fmt.Fprint(w, "\nnutgraf help COMMAND says more of one of them; nutgraf --version names the versions.\nExit status: 0 all well, 1 some items were refused, 2 wrong usage, 3 nothing could be read,\n130 stopped by a signal; serve and mcp end with 0 then.\n")
}

// reference prints the help of all commands as one page of Markdown: what
// docs/reference.md holds.
func reference(w io.Writer) {
	fmt.Fprint(w, "# Reference\n\nWritten by `make docs` from the program's own table of commands.\n\n```\n")
	overview(w)
	fmt.Fprint(w, "```\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "\n## nutgraf %s\n\n```\n", c.name)
		c.help(w)
		fmt.Fprint(w, "```\n")
	}
}

// help prints what there is to know about one command.
func (c *command) help(w io.Writer) {
	fmt.Fprintf(w, "%s\n\nUsage: nutgraf %s", c.short, c.name)
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.setup(fs)
	flags := 0
	fs.VisitAll(func(*flag.Flag) { flags++ })
	if flags > 0 {
		fmt.Fprint(w, " [FLAGS]")
	}
	if c.args != "" {
		fmt.Fprintf(w, " %s", c.args)
	}
	fmt.Fprint(w, "\n")
	if c.long != "" {
		fmt.Fprintf(w, "\n%s\n", c.long)
	}
	if flags > 0 {
		fmt.Fprint(w, "\nFlags:\n")
		fs.VisitAll(func(f *flag.Flag) { fmt.Fprintf(w, "  %s\n", flagLine(f)) })
	}
}

func flagLine(f *flag.Flag) string {
	value, usage := flag.UnquoteUsage(f)
	dashes := "--"
	if len(f.Name) == 1 {
		dashes = "-"
	}
	left := strings.TrimRight(dashes+f.Name+" "+value, " ")
	return wrapped(fmt.Sprintf("%-18s ", left), usage+unlessGiven(f.DefValue))
}

// wrapped sets words behind a beginning, in lines of a terminal's width.
func wrapped(begin, words string) string {
	var b strings.Builder
	b.WriteString(begin)
	indent := len(begin)
	at := indent
	for i, w := range strings.Fields(words) {
		n := utf8.RuneCountInString(w)
		switch {
		case i > 0 && at+1+n > columns-2:
			b.WriteString("\n" + strings.Repeat(" ", indent+2))
			at = indent
		case i > 0:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(w)
		at += n
	}
	return b.String()
}

// unlessGiven tells the value that a flag has when it is not given. Nothing, 0
// and false are what a flag's own words say.
func unlessGiven(value string) string {
	if value == "" || value == "0" || value == "false" {
		return ""
	}
	if short, ok := strings.CutSuffix(value, "m0s"); ok {
		value = short + "m"
	}
	return " (" + value + " unless given)"
}
