package calendar

// named are the words that make a weekday the name of a certain day.
var named = map[string]bool{
	"Super": true, "Black": true, "Good": true, "Ash": true, "Cyber": true, "Giving": true, "Palm": true,
	"Easter": true, "Fat": true, "Bloody": true, "Shrove": true, "Maundy": true, "Holy": true,
}

// Named reports whether the word before a weekday makes it the name of a certain
// day ("Super Tuesday", "Good Friday"), which lies in no particular week of the
// report.
func Named(before string) bool { return named[before] }
