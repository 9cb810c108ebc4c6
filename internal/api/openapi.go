package api

import (
	"encoding/json"
	"net/http"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/reply"
)

// object is a JSON object; encoding/json writes its members by name, so that the
// description is the same every time.
type object = map[string]any

// Description is the OpenAPI 3.1 description of the API, made from the table of
// routes and the types of its answers. root is the address that its paths
// stand beneath.
func Description(root string) []byte {
	d := describer{schemas: object{}}
	paths := object{}
	for _, r := range (&server{}).routes() {
		path := Prefix + strings.TrimSuffix(r.path, "{$}")
		of, ok := paths[path].(object)
		if !ok {
			of = object{}
			paths[path] = of
		}
		of[strings.ToLower(r.method)] = d.operation(r)
	}
	d.named("problem", reflect.TypeFor[reply.Problem]())
	raw, err := json.MarshalIndent(object{
		"openapi": "3.1.0",
		"info": object{
			"title": "nutgraf", "version": nutgraf.Version,
			"description": "Who said what, what is claimed, where it came from, when, and where reports differ. Positions are half-open and count Unicode code points. See docs/api.md.",
			"license":     object{"name": "Apache-2.0", "identifier": "Apache-2.0"},
		},
		"servers": []object{{"url": root}},
		"paths":   paths,
		"components": object{
			"schemas": d.schemas,
			"securitySchemes": object{
				"token": object{"type": "http", "scheme": "bearer"},
			},
		},
	}, "", " ")
	if err != nil {
		return nil // maps of strings and numbers always encode
	}
	return append(raw, '\n')
}

// describer gathers the schemas of named types.
type describer struct{ schemas object }

var pathParam = regexp.MustCompile(`\{(\w+)\}`)

func (d *describer) operation(r route) object {
	params := []object{}
	for _, m := range pathParam.FindAllStringSubmatch(r.path, -1) {
		params = append(params, object{"name": m[1], "in": "path", "required": true, "schema": object{"type": "string"}})
	}
	for _, p := range r.params {
		kind := p.kind
		if kind == "" {
			kind = "string"
		}
		params = append(params, object{"name": p.name, "in": "query", "required": p.required, "description": p.short, "schema": object{"type": kind}})
	}
	status := r.status
	if status == 0 {
		status = http.StatusOK
	}
	answers := object{
		strconv.Itoa(status): d.answer(r),
		"default":            object{"description": "What is wrong.", "content": object{reply.ProblemMedia: object{"schema": reference("problem")}}},
	}
	if r.method == http.MethodGet {
		answers["304"] = object{"description": "Nothing has changed."}
	}
	if strings.HasPrefix(r.path, "/stories/") {
		answers["301"] = object{"description": "Another story took its place."}
	}
	if r.in {
		answers["200"] = d.answer(r)
	}
	out := object{"operationId": r.name, "summary": r.short, "parameters": params, "responses": answers}
	if r.keeps {
		out["security"] = []object{{"token": []string{}}}
	}
	if r.in {
		out["requestBody"] = object{"required": true, "content": object{jsonMedia: object{"schema": newArticle}}}
	}
	return out
}

// newArticle is what addArticle takes.
var newArticle = object{
	"type": "object",
	"properties": object{
		"id": text, "url": text, "text": text, "html": text, "title": text, "outlet": text, "date": text, "lang": text,
		"byline": object{"anyOf": []object{text, {"type": "array", "items": text}}},
	},
	"anyOf": []object{{"required": []string{"text"}}, {"required": []string{"html"}}},
}

var text = object{"type": "string"}

func (d *describer) answer(r route) object {
	content := object{}
	for _, m := range r.media {
		content[m] = object{}
	}
	if r.out != nil {
		content[jsonMedia] = object{"schema": d.of(reflect.TypeOf(r.out))}
	}
	if len(content) == 0 {
		return object{"description": "Done."}
	}
	return object{"description": r.short, "content": content}
}

func reference(name string) object { return object{"$ref": "#/components/schemas/" + name} }

// of describes a type; a struct becomes a schema of its own, named after it.
func (d *describer) of(t reflect.Type) object {
	switch t.Kind() {
	case reflect.Pointer:
		return d.of(t.Elem())
	case reflect.String:
		return text
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	case reflect.Float64:
		return object{"type": "number"}
	case reflect.Slice:
		return object{"type": "array", "items": d.of(t.Elem())}
	case reflect.Array:
		return object{"type": "array", "items": d.of(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": d.of(t.Elem())}
	}
	name := t.Name()
	if t.PkgPath() != reflect.TypeFor[server]().PkgPath() {
		name = "nutgraf." + name // a type of the contract
	}
	return d.named(name, t)
}

// named describes a struct under a name.
func (d *describer) named(name string, t reflect.Type) object {
	if d.schemas[name] == nil {
		d.schemas[name] = object{} // it may hold itself
		properties, required := object{}, []string{}
		d.members(t, properties, &required)
		d.schemas[name] = object{"type": "object", "properties": properties, "required": required}
	}
	return reference(name)
}

func (d *describer) members(t reflect.Type, properties object, required *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			d.members(f.Type, properties, required)
			continue
		}
		schema := d.of(f.Type)
		if f.Type.Kind() == reflect.Pointer && !strings.Contains(rest, "omitempty") {
			schema = object{"anyOf": []object{schema, {"type": "null"}}}
		}
		properties[name] = schema
		if !strings.Contains(rest, "omitempty") {
			*required = append(*required, name)
		}
	}
}
