package variant

import "nutgraf"

// indirect adds the indirect statements.
func (r *finder) indirect(out []nutgraf.Family) []nutgraf.Family { return out }
