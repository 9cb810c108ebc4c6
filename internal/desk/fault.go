package desk

import (
	"fmt"

	"nutgraf"
)

// Guard does work on one article. A fault of the program in it becomes the
// article's error, so that one article of which nobody thought does not end a
// run of thousands.
func Guard(item *nutgraf.Item, work func() error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = &nutgraf.ItemError{Name: item.Name, ID: item.ID, Err: fmt.Errorf("a fault of nutgraf stopped its reading (%v); please report it", x)}
		}
	}()
	return work()
}
