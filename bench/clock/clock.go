// Package clock measures what a program costs on a machine that others keep
// busy, too.
package clock

import (
	"syscall"
	"time"
)

// Processor is how long this program has kept processors busy, all of its
// threads together; 0 where that cannot be told.
func Processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
