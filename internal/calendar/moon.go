package calendar

import (
	"math"

	"nutgraf"
)

// The phases of the moon and the sun's place, after J. Meeus, Astronomical
// Algorithms, chapters 25 and 49, with the terms of more than a minute; a feast
// that hangs on the day of a new moon needs no more.

// unixJulian is the Julian day number of 1 January 1970, 0 h.
const unixJulian = 2440587.5

// synodic is the mean length of a lunation in days.
const synodic = 29.530588861

// moment is a time in days since 1 January 1970, 0 h UTC.
type moment float64

// day is the moment's day at so many hours east of Greenwich, and its hour there.
func (t moment) day(zone float64) (nutgraf.Day, float64) {
	local := float64(t) + zone/24
	d := math.Floor(local)
	return nutgraf.Day(d), (local - d) * 24
}

func sin(deg float64) float64 { return math.Sin(deg * math.Pi / 180) }

// phase gives the moment of the k-th new moon since January 2000, or of the full
// moon where k ends in a half.
func phase(k float64) moment {
	t := k / 1236.85
	jde := 2451550.09766 + synodic*k + .00015437*t*t
	e := 1 - .002516*t - .0000074*t*t
	m := 2.5534 + 29.1053567*k
	mm := 201.5643 + 385.81693528*k + .0107582*t*t
	f := 160.7108 + 390.67050284*k - .0016118*t*t
	node := 124.7746 - 1.56375588*k
	full := k != math.Floor(k)
	c := [...]float64{-.4072, .17241, .01608, .01039, .00739, -.00514, .00208}
	if full {
		c = [...]float64{-.40614, .17302, .01614, .01043, .00734, -.00515, .00209}
	}
	jde += c[0]*sin(mm) + c[1]*e*sin(m) + c[2]*sin(2*mm) + c[3]*sin(2*f) + c[4]*e*sin(mm-m) + c[5]*e*sin(mm+m) + c[6]*e*e*sin(2*m)
	jde += -.00111*sin(mm-2*f) - .00057*sin(mm+2*f) + .00056*e*sin(2*mm+m) - .00042*sin(3*mm) + .00042*e*sin(m+2*f) +
		.00038*e*sin(m-2*f) - .00024*e*sin(2*mm-m) - .00017*sin(node)
	return moment(jde - unixJulian - drift(t))
}

// drift is the difference of dynamical from universal time in days, roughly: a
// minute in our time.
func drift(t float64) float64 {
	u := 100*t + 180 // years since 1820
	return (-20 + 32*(u/100)*(u/100)) / 86400 * .6
}

// moonBefore gives the number of the last phase (0 new, .5 full) that comes
// before a moment.
func moonBefore(t moment, part float64) float64 {
	k := math.Floor((float64(t)+unixJulian-2451550.09766)/synodic) + part + 1
	for phase(k) >= t {
		k--
	}
	return k
}

// sunAt gives the sun's apparent longitude in degrees.
func sunAt(at moment) float64 {
	t := (float64(at) + unixJulian - 2451545) / 36525
	m := 357.52911 + 35999.05029*t
	c := (1.914602-.004817*t)*sin(m) + (.019993-.000101*t)*sin(2*m) + .000289*sin(3*m)
	l := 280.46646 + 36000.76983*t + c - .00569 - .00478*sin(125.04-1934.136*t)
	return math.Mod(math.Mod(l, 360)+360, 360)
}

// sunReaches gives the moment near a guess at which the sun has a longitude.
func sunReaches(longitude float64, guess moment) moment {
	for range 8 {
		d := math.Mod(longitude-sunAt(guess)+540, 360) - 180
		guess += moment(d * 365.2422 / 360)
	}
	return guess
}

// lunarNewYear is the first day of the Chinese lunisolar year by the clock of a
// zone (Dershowitz and Reingold, "Calendrical Calculations"): the second new moon
// after the day of the winter solstice, the third where a month without a sign of
// its own stands between.
func lunarNewYear(year int, zone float64) nutgraf.Day {
	winter := func(y int) nutgraf.Day {
		d, _ := sunReaches(270, moment(civil(y, 12, 21))).day(zone)
		return d
	}
	after := func(d nutgraf.Day) (nutgraf.Day, float64) { // the first new moon on a day or behind it
		k := moonBefore(moment(float64(d)-zone/24), 0) + 1
		n, _ := phase(k).day(zone)
		return n, k
	}
	last, next := winter(year-1), winter(year)
	twelfth, k := after(last + 1)
	first, _ := phase(k + 1).day(zone)
	second, _ := phase(k + 2).day(zone)
	final := moonBefore(moment(float64(next+1)-zone/24), 0)
	if final-k == 12 && (!signed(twelfth, first, zone) || !signed(first, second, zone)) {
		return second
	}
	return first
}

// signed reports whether the sun enters a sign between two days.
func signed(from, to nutgraf.Day, zone float64) bool {
	at := func(d nutgraf.Day) float64 { return math.Floor(sunAt(moment(float64(d)-zone/24)) / 30) }
	return at(from) != at(to)
}

// The Hindu months are named by the sidereal sign in which the sun stands at their
// new moon; precession is that of Lahiri. Indian time is 5 h 30 min ahead.
const indian = 5.5

// sidereal is how many degrees the sidereal circle lies behind the tropical one.
func sidereal(year int) float64 { return 23.857 + .01397*float64(year-2000) }

// newMoonIn gives the number of the new moon at which the sun stands in a sidereal
// sign (0 to 11) that it enters near a guess.
func newMoonIn(sign float64, year int, guess nutgraf.Day) float64 {
	enters := sunReaches(math.Mod(sign*30+sidereal(year), 360), moment(guess))
	return moonBefore(enters, 0) + 1
}

// diwali is the evening of the new moon that ends Ashvin: the day on which the moon
// is not yet new at dusk. Where it turns new about dusk, the day before as well.
func diwali(year int) (nutgraf.Day, nutgraf.Day) {
	d, hour := phase(newMoonIn(6, year, civil(year, 10, 17))).day(indian)
	switch {
	case hour < 17.5:
		return d - 1, 0
	case hour < 19:
		return d - 1, 1
	}
	return d, 0
}

// holi is the day behind the night of Phalgun's full moon.
func holi(year int) (nutgraf.Day, nutgraf.Day) {
	d, hour := phase(newMoonIn(10, year, civil(year, 2, 13)) + .5).day(indian)
	switch {
	case hour < 17:
		return d, 0
	case hour < 18:
		return d, 1
	}
	return d + 1, 0
}
