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

// At is the time within which so many in a hundred of the sorted ones lie, in
// milliseconds.
func At(percent int, sorted []time.Duration) float64 {
	return Milliseconds(sorted[min(len(sorted)*percent/100, len(sorted)-1)])
}

// Milliseconds is a time in milliseconds.
func Milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
