package wire

import "reflect"

// Limit cuts the words that evidence carries to a number of code points, in a
// value that is about to be given out. Positions stay: they say where the whole
// stands. It is for installations that may not give out articles whole.
func Limit(v any, points int) {
	if points > 0 {
		limit(reflect.ValueOf(v), points)
	}
}

var carriers = map[reflect.Type]bool{reflect.TypeFor[Words](): true, reflect.TypeFor[Evidence](): true, reflect.TypeFor[Edit](): true, reflect.TypeFor[NutLine](): true}

func limit(v reflect.Value, points int) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			limit(v.Elem(), points)
		}
	case reflect.Slice:
		for i := range v.Len() {
			limit(v.Index(i), points)
		}
	case reflect.Struct:
		if text := v.FieldByName("Text"); carriers[v.Type()] && text.CanSet() {
			text.SetString(Cut(text.String(), points))
		}
		for i := range v.NumField() {
			limit(v.Field(i), points)
		}
	}
}

// Cut shortens text to a number of code points, the last of them an ellipsis;
// 0 leaves it whole.
func Cut(text string, points int) string {
	if points <= 0 {
		return text
	}
	n, last := 0, 0
	for i := range text {
		if n == points-1 {
			last = i
		}
		if n++; n > points {
			return text[:last] + "…"
		}
	}
	return text
}
