package wire

import (
	"reflect"

	"nutgraf/internal/excerpt"
)

// Limit cuts the words that evidence carries to what may leave, in a value that
// is about to be given out. Positions stay: they say where the whole stands.
func Limit(v any, texts excerpt.Policy) {
	if texts.Capped() {
		limit(reflect.ValueOf(v), texts)
	}
}

var carriers = map[reflect.Type]bool{reflect.TypeFor[Words](): true, reflect.TypeFor[Evidence](): true, reflect.TypeFor[Edit](): true, reflect.TypeFor[NutLine](): true}

func limit(v reflect.Value, texts excerpt.Policy) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			limit(v.Elem(), texts)
		}
	case reflect.Slice:
		for i := range v.Len() {
			limit(v.Index(i), texts)
		}
	case reflect.Struct:
		if text := v.FieldByName("Text"); carriers[v.Type()] && text.CanSet() {
			cut, _ := texts.Cut(text.String())
			text.SetString(cut)
		}
		for i := range v.NumField() {
			limit(v.Field(i), texts)
		}
	}
}
