// Package schema ships the JSON Schemas (draft 2020-12) of everything the
// program gives out. They describe the contracts; they never shrink.
package schema

import "embed"

// Files holds one <name>.schema.json for each top-level object: article, story,
// passage, group, explanation, check.
//
//go:embed *.schema.json
var Files embed.FS
