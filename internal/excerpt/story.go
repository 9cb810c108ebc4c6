package excerpt

import (
	"reflect"

	"nutgraf"
)

// Story returns a story's page with no longer words of any report than may leave.
// A cite that is cut is shorter in its span, too: its words still stand where it
// says. The page itself is left as it is.
func (p Policy) Story(page *nutgraf.StoryPage) *nutgraf.StoryPage {
	if !p.Capped() {
		return page
	}
	out := p.copied(reflect.ValueOf(*page)).Interface().(nutgraf.StoryPage)
	return &out
}

// worded are the types, cites apart, whose Text holds words of a report.
var worded = map[reflect.Type]bool{
	reflect.TypeFor[nutgraf.Edit](): true, reflect.TypeFor[nutgraf.BriefLine](): true, reflect.TypeFor[nutgraf.TimelineEntry](): true,
}

// copied copies a value as deep as it goes and cuts the words in it.
func (p Policy) copied(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(p.copied(v.Elem()))
		}
	case reflect.Slice:
		if v.IsNil() || plain(v.Type().Elem()) {
			break
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(p.copied(v.Index(i)))
		}
	case reflect.Struct:
		if c, ok := v.Interface().(nutgraf.Cite); ok {
			cut, _ := p.Cut(c.Text)
			c.Span.End, c.Text = c.Span.Start+len(cut), cut
			return reflect.ValueOf(c)
		}
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(p.copied(v.Field(i)))
			}
		}
		if worded[v.Type()] {
			cut, _ := p.Cut(v.FieldByName("Text").String())
			out.FieldByName("Text").SetString(cut)
		}
	}
	return out
}

// plain reports whether values of a type hold no others.
func plain(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct, reflect.Pointer, reflect.Slice:
		return false
	}
	return true
}
