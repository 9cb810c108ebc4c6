package cli

// commands is the table of commands, in the order in which help shows them. A
// command that is not finished is not in it.
func commands() []command {
	return []command{
		readCommand,
		demoCommand,
		serveCommand,
		mcpCommand,
		addCommand,
		feedCommand,
		removeCommand,
		withholdCommand,
		refreshCommand,
		storyCommand,
		searchCommand,
		quotesCommand,
		checkCommand,
		exportCommand,
		extractCommand,
		annotateCommand,
		groupCommand,
		reuseCommand,
	}
}

func find(name string) (*command, bool) {
	for _, c := range commands() {
		if c.name == name {
			return &c, true
		}
	}
	return nil, false
}
