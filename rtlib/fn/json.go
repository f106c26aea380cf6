package fn

import (
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/rtlib/jsonpath"
)

// The functions that look into JSON text: JSON_EXISTS, JSON_VALUE, JSON_QUERY and IS JSON. Their
// paths are prepared together with what the call does where a path leads nowhere. In strict paths,
// which is what a path without a word in front is, that is an error; in lax ones the result is
// empty.

// Otherwise is what a JSON function gives in the place of a value. Its numbers are those of package
// function.
type Otherwise int

// Otherwise's values. OrDefault is the first or the last of the arguments behind the path.
const (
	OrNull Otherwise = iota
	OrFail
	OrDefault
	OrFalse
	OrTrue
	OrEmptyArray
	OrEmptyObject
)

// Wrapper says when JSON_QUERY puts its result into an array.
type Wrapper int

// Wrapper's values. WrapConditional leaves arrays as they are.
const (
	WrapNever Wrapper = iota
	WrapConditional
	WrapAlways
)

// JSONPath is a prepared path. It uses its memory again for each document, and is not for several
// goroutines.
type JSONPath struct {
	find    *jsonpath.Finder
	lax     bool
	wrap    Wrapper
	onEmpty Otherwise
	onError Otherwise
}

func prepareJSON(path string) (*JSONPath, error) {
	p, err := jsonpath.Compile(strings.Clone(path)) // which may lie in a record's memory
	if err != nil && isUnsupported(err) {
		return nil, err
	}
	return &JSONPath{find: jsonpath.NewFinder(p), lax: p.Lax}, nil
}

// PrepareJSONExists prepares the path of JSON_EXISTS; onError is one of Otherwise. A path that is
// none is an error for each document, one that Flink alone can evaluate is an error at once.
func PrepareJSONExists(path string, onError int) (*JSONPath, error) {
	p, err := prepareJSON(path)
	if err == nil {
		p.onError = Otherwise(onError)
	}
	return p, err
}

// PrepareJSONValue prepares the path of JSON_VALUE.
func PrepareJSONValue(path string, onEmpty, onError int) (*JSONPath, error) {
	p, err := PrepareJSONExists(path, onError)
	if err == nil {
		p.onEmpty = Otherwise(onEmpty)
	}
	return p, err
}

// PrepareJSONQuery prepares the path of JSON_QUERY; wrap is one of Wrapper.
func PrepareJSONQuery(path string, wrap, onEmpty, onError int) (*JSONPath, error) {
	p, err := PrepareJSONValue(path, onEmpty, onError)
	if err == nil {
		p.wrap = Wrapper(wrap)
	}
	return p, err
}

// JSONExists reports whether the path leads to a value that is not null; a path to any number of
// values does even when there are none. It is NULL for UNKNOWN ON ERROR.
func JSONExists(doc string, p *JSONPath) (exists, ok bool, err error) {
	r := p.find.Find(doc)
	switch {
	case r.Kind != jsonpath.Failed:
		return r.Kind != jsonpath.Empty, true, nil
	case p.onError == OrFail:
		return false, false, errJSON("JSON_EXISTS", r.Reason, doc)
	}
	return p.onError == OrTrue, p.onError != OrNull, nil
}

// choice is what takes the place of a value that is not there.
type choice int

const (
	theValue choice = iota // it is there
	noValue
	firstDefault
	lastDefault
)

// scalar is the scalar at the path, and what is to be taken for it.
func (p *JSONPath) scalar(doc string) (jsonpath.Result, choice, error) {
	r := p.find.Find(doc)
	switch {
	case r.Kind.IsScalar():
		return r, theValue, nil
	case r.Kind == jsonpath.Empty || p.lax && r.Kind != jsonpath.Failed:
		return r, choose(p.onEmpty, firstDefault), p.failsEmpty("JSON_VALUE", doc)
	case r.Kind != jsonpath.Failed:
		r.Reason = jsonpath.NotScalar
	}
	if p.onError == OrFail {
		return r, noValue, errJSON("JSON_VALUE", r.Reason, doc)
	}
	return r, choose(p.onError, lastDefault), nil
}

func choose(o Otherwise, given choice) choice {
	if o == OrDefault {
		return given
	}
	return noValue
}

func (p *JSONPath) failsEmpty(name, doc string) error {
	if p.onEmpty != OrFail {
		return nil
	}
	return errJSONEmpty(name, doc)
}

// instead is a default, or NULL.
func instead[T any](c choice, defaults []T) (v T, ok bool) {
	switch c {
	case firstDefault:
		return defaults[0], true
	case lastDefault:
		return defaults[len(defaults)-1], true
	}
	return v, false
}

// JSONValueString is the scalar at the path as text: a string without its escapes, a fraction as
// Java writes a DOUBLE. A string without escapes, a whole number and a truth value are a part of
// the document. The defaults are those of ON EMPTY and ON ERROR, if the call has them.
func JSONValueString(a *Arena, doc string, p *JSONPath, defaults ...string) (string, bool, error) {
	r, c, err := p.scalar(doc)
	switch {
	case c != theValue || err != nil:
		v, ok := instead(c, defaults)
		return v, ok, err
	case r.AsItStands():
		return r.Text, true, nil
	}
	return a.take(r.AppendText(a.tail(len(r.Text) + maxNumber))), true, nil
}

// maxNumber is more than a DOUBLE has characters.
const maxNumber = 32

// JSONValueBool is the truth value at the path; another scalar is an error whatever ON ERROR says.
func JSONValueBool(doc string, p *JSONPath, defaults ...bool) (v, ok bool, err error) {
	r, c, err := p.scalar(doc)
	switch {
	case c != theValue || err != nil:
		v, ok = instead(c, defaults)
		return v, ok, err
	case r.Kind == jsonpath.True || r.Kind == jsonpath.False:
		return r.Kind == jsonpath.True, true, nil
	}
	return false, false, errJSONType("BOOLEAN", r.Text)
}

// JSONValueInt32 is the whole number at the path; another scalar, also one that does not fit, is an
// error whatever ON ERROR says.
func JSONValueInt32(doc string, p *JSONPath, defaults ...int32) (v int32, ok bool, err error) {
	n, c, err := p.whole(doc, 32, "INTEGER")
	if c != theValue || err != nil {
		v, ok = instead(c, defaults)
		return v, ok, err
	}
	return int32(n), true, nil
}

// JSONValueInt64 is the whole number at the path, as JSONValueInt32 gives it.
func JSONValueInt64(doc string, p *JSONPath, defaults ...int64) (v int64, ok bool, err error) {
	n, c, err := p.whole(doc, 64, "BIGINT")
	if c != theValue || err != nil {
		v, ok = instead(c, defaults)
		return v, ok, err
	}
	return n, true, nil
}

func (p *JSONPath) whole(doc string, size int, name string) (int64, choice, error) {
	r, c, err := p.scalar(doc)
	if c != theValue || err != nil {
		return 0, c, err
	}
	if r.Kind == jsonpath.Int {
		if n, err := strconv.ParseInt(r.Text, 10, size); err == nil {
			return n, theValue, nil
		}
	}
	return 0, noValue, errJSONType(name, r.Text)
}

// JSONValueFloat64 is the number at the path, infinite when it is too large; another scalar is an
// error whatever ON ERROR says.
func JSONValueFloat64(doc string, p *JSONPath, defaults ...float64) (v float64, ok bool, err error) {
	r, c, err := p.scalar(doc)
	switch {
	case c != theValue || err != nil:
		v, ok = instead(c, defaults)
		return v, ok, err
	case r.Kind == jsonpath.Float || r.Kind == jsonpath.Int:
		return r.Float64(), true, nil
	}
	return 0, false, errJSONType("DOUBLE", r.Text)
}

// JSONQuery is what is at the path as JSON text.
func JSONQuery(a *Arena, doc string, p *JSONPath) (string, bool, error) {
	r := p.find.Find(doc)
	wrap := p.wrap == WrapAlways || p.wrap == WrapConditional && r.Kind != jsonpath.Array
	switch {
	case r.Kind == jsonpath.Empty || p.lax && !wrap && r.Kind.IsScalar():
		text, ok := fixedJSON(p.onEmpty)
		return text, ok, p.failsEmpty("JSON_QUERY", doc)
	case r.Kind == jsonpath.Failed || !wrap && r.Kind.IsScalar():
		text, ok := fixedJSON(p.onError)
		return text, ok, p.failsQuery(r, doc)
	}
	dst := a.tail(len(doc) + maxNumber)
	if !wrap {
		return a.take(p.find.AppendJSON(dst)), true, nil
	}
	return a.take(append(p.find.AppendJSON(append(dst, '[')), ']')), true, nil
}

func (p *JSONPath) failsQuery(r jsonpath.Result, doc string) error {
	switch {
	case p.onError != OrFail:
		return nil
	case r.Kind != jsonpath.Failed:
		r.Reason = jsonpath.IsScalar
	}
	return errJSON("JSON_QUERY", r.Reason, doc)
}

// fixedJSON is what JSON_QUERY gives where there is nothing.
func fixedJSON(o Otherwise) (text string, ok bool) {
	switch o {
	case OrEmptyArray:
		return "[]", true
	case OrEmptyObject:
		return "{}", true
	}
	return "", false
}

// IsJSON reports whether the text begins with a JSON value; FALSE for NULL.
func IsJSON(s string, null bool) bool { return !null && jsonpath.KindOf(s) != jsonpath.Failed }

// IsJSONScalar reports a JSON string, number, true, false or null.
func IsJSONScalar(s string, null bool) bool { return !null && jsonpath.KindOf(s).IsScalar() }

// IsJSONArray reports a JSON array.
func IsJSONArray(s string, null bool) bool { return !null && jsonpath.KindOf(s) == jsonpath.Array }

// IsJSONObject reports a JSON object.
func IsJSONObject(s string, null bool) bool { return !null && jsonpath.KindOf(s) == jsonpath.Object }
