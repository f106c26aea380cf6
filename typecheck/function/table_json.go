package function

import (
	"slices"
	"strings"

	"github.com/flinkc/flinkc/rtlib/jsonpath"
	"github.com/flinkc/flinkc/typecheck/types"
)

const inJSON = "JSON"

// Parameters of the JSON functions.
var (
	document = arg("json", character)
	path     = arg("path", character)
	name     = arg("name", class{"a string that is never NULL", characterNotNull})
	anyJSON  = param{"value", jsonClass, "JSON_STRING"}
)

var jsonClass = class{"a string, bytes, a number, BOOLEAN, TIMESTAMP or a collection of them", jsonValue}

func characterNotNull(t types.Type) (types.Type, bool) { return t, t.IsCharacter() && !t.Nullable }

// jsonValue takes what JSON_STRING does, by which it becomes a STRING.
func jsonValue(t types.Type) (types.Type, bool) {
	return types.StringOf().WithNullable(t.Nullable || t.Kind == types.Null), isText(t) ||
		t.IsNumeric() || t.IsTimestamp() || t.Kind == types.Boolean || t.Kind == types.Null || jsonCollection(t)
}

// jsonCollection reports the constructed types of which everything can be JSON; keys are names.
func jsonCollection(t types.Type) bool {
	if !t.IsConstructed() || t.Kind == types.Map && !t.Key.IsCharacter() ||
		t.Kind == types.Multiset && !t.Elem.IsCharacter() {
		return false
	}
	return !slices.ContainsFunc(t.Parts(), func(part types.Type) bool {
		_, ok := jsonValue(part)
		return !ok
	})
}

// otherwise is what a function does where a path leads nowhere: a number of fn.Otherwise. The order
// of the words is tested.
type otherwise int

const (
	orNull otherwise = iota
	orFail
	orDefault
	orFalse
	orTrue
	orEmptyArray
	orEmptyObject
)

// wrappers are those of fn.Wrapper. The first is that of a call which says nothing.
var wrappers = []string{"", "WITH CONDITIONAL ARRAY WRAPPER", "WITH UNCONDITIONAL ARRAY WRAPPER"}

// defaultClauses say what a function does anyway; they are left out of the names of forms.
var defaultClauses = map[string][]string{
	"JSON_EXISTS": {"FALSE ON ERROR"},
	"JSON_VALUE":  {"RETURNING STRING", "NULL ON EMPTY", "NULL ON ERROR"},
	"JSON_QUERY":  {"RETURNING STRING", "WITHOUT ARRAY WRAPPER", "NULL ON EMPTY", "NULL ON ERROR"},
	"JSON_OBJECT": {"NULL ON NULL"},
	"JSON_ARRAY":  {"ABSENT ON NULL"},
}

// Usage is how the named function is written; "" where its forms say it themselves.
func Usage(name string) string {
	if f, ok := Lookup(name); ok {
		return f.Syntax
	}
	return ""
}

// ClauseRank orders the clauses of a JSON function, which may be written in any order: RETURNING,
// the wrapper, ON EMPTY, ON ERROR, ON NULL. There may be one of each.
func ClauseRank(words string) int {
	ends := []string{" WRAPPER", " ON EMPTY", " ON ERROR", " ON NULL"}
	return 1 + slices.IndexFunc(ends, func(end string) bool { return strings.HasSuffix(words, end) })
}

// WithClauses finds the form of a JSON function for its clauses, in the order of ClauseRank:
// ("JSON_VALUE", "RETURNING INT", "DEFAULT ? ON EMPTY"), where ? stands for an argument behind the
// others. False when there is none.
func WithClauses(function string, clauses []string) (*Family, bool) {
	function = strings.ToUpper(function)
	return Lookup(strings.TrimSpace(function + " " + joinClauses(function, clauses)))
}

func joinClauses(function string, clauses []string) string {
	var said []string
	for _, c := range clauses {
		if c != "" && !slices.Contains(defaultClauses[function], c) {
			said = append(said, c)
		}
	}
	return strings.Join(said, " ")
}

// cutClauses splits the name of a form of a JSON function.
func cutClauses(name string) (function, clauses string) {
	if !strings.HasPrefix(name, "JSON_") {
		return name, ""
	}
	function, clauses, _ = strings.Cut(name, " ")
	return function, clauses
}

// form makes a form of a function a family. The one without clauses has the documentation.
func (f Family) form(clauses []string, o overload) Family {
	if said := joinClauses(f.Name, clauses); said != "" {
		f = Family{Name: f.Name + " " + said}
	}
	f.forms = []overload{o}
	return f
}

// jsonAggregates make the results of aggregates of what others give: the texts of all items, or an ARRAY
// of rows of key and text.
var jsonAggregates = []Family{
	{Name: "JSON_ARRAYAGG", Section: inJSON, Syntax: "JSON_ARRAYAGG(value [{NULL | ABSENT} ON NULL])",
		Example: "JSON_ARRAYAGG(name)",
		Doc:     "Aggregate: a JSON array of the values of a group in order of arrival; without NULLs unless asked.",
		forms: []overload{{params: args(arg("items", character)), result: text,
			nulls: nullNever, fn: Builtin{Go: "JSONArrayOf", Null: Sees, Arena: true, JSON: true}}}},
	{Name: "JSON_OBJECTAGG", Section: inJSON, Syntax: "JSON_OBJECTAGG([KEY] key VALUE value [{NULL | ABSENT} ON NULL])",
		Example: "JSON_OBJECTAGG(name VALUE size)",
		Doc:     "Aggregate: a JSON object of a group in order of keys; a key that is NULL or comes twice fails.",
		forms: []overload{{params: args(arg("members", anArray)), result: text, nulls: nullNever,
			fn: Builtin{Go: "JSONObjectOf", Null: Sees, Arena: true, Writer: true, Describe: FirstArgument,
				JSON: true, Form: OrError}}}},
}

// jsonTable has one family for each choice of clauses.
func jsonTable() []Family {
	t := append(jsonTexts(), jsonTests()...)
	t = append(t, existsForms()...)
	t = append(t, valueForms()...)
	return append(append(t, queryForms()...), jsonAggregates...)
}

func existsForms() []Family {
	f := Family{Name: "JSON_EXISTS", Section: inJSON, Example: "JSON_EXISTS('{\"a\":1}', '$.a') = TRUE",
		Syntax: "JSON_EXISTS(json, path [{TRUE | FALSE | UNKNOWN | ERROR} ON ERROR])",
		Doc: "Whether a path leads to a value that is not null; TRUE for a path to any number of values. " +
			"UNKNOWN is NULL; without a clause an error is FALSE."}
	var out []Family
	for _, e := range []struct {
		clause string
		otherwise
	}{{"FALSE ON ERROR", orFalse}, {"TRUE ON ERROR", orTrue}, {"UNKNOWN ON ERROR", orNull},
		{"ERROR ON ERROR", orFail}} {
		out = append(out, f.form([]string{e.clause}, overload{params: args(document, path), result: truth,
			nulls: nullAlways, fn: pathFunction("JSONExists", "PrepareJSONExists", int(e.otherwise))}))
	}
	return out
}

// pathFunction is a function whose second argument is a path.
func pathFunction(fn, prepare string, consts ...int) Builtin {
	return Builtin{Go: fn, Form: OrNullError, Prepare: prepare, PrepareArg: 1, PrepareConsts: consts,
		Check: jsonpath.Check}
}

// returning are the types of JSON_VALUE, each with what it takes as a DEFAULT.
var returning = []struct {
	clause string
	result resultRule
	fn     string
	class  class
}{
	{"RETURNING STRING", text, "JSONValueString", class{"a string or an exact number", stringOrExact}},
	{"RETURNING BOOLEAN", truth, "JSONValueBool", boolean},
	{"RETURNING INT", int32s, "JSONValueInt32", integer},
	{"RETURNING BIGINT", int64s, "JSONValueInt64", long},
	{"RETURNING DOUBLE", doubles, "JSONValueFloat64", double},
}

func stringOrExact(t types.Type) (types.Type, bool) {
	return types.StringOf().WithNullable(t.Nullable), t.IsCharacter() || t.IsExact()
}

// valueOtherwise and queryOtherwise are what JSON_VALUE and JSON_QUERY do ON EMPTY and ON ERROR.
var (
	valueOtherwise = map[otherwise]string{orNull: "NULL", orFail: "ERROR", orDefault: "DEFAULT ?"}
	queryOtherwise = map[otherwise]string{orNull: "NULL", orFail: "ERROR", orEmptyArray: "EMPTY ARRAY",
		orEmptyObject: "EMPTY OBJECT"}
)

// events are all pairs of what is done ON EMPTY and ON ERROR.
func events(choice map[otherwise]string, each func(empty, failed otherwise, clauses []string)) {
	for empty := orNull; empty <= orEmptyObject; empty++ {
		for failed := orNull; failed <= orEmptyObject; failed++ {
			if choice[empty] != "" && choice[failed] != "" {
				each(empty, failed, []string{choice[empty] + " ON EMPTY", choice[failed] + " ON ERROR"})
			}
		}
	}
}

func valueForms() []Family {
	f := Family{Name: "JSON_VALUE", Section: inJSON, Example: "JSON_VALUE('{\"a\":[7]}', '$.a[0]') = '7'",
		Syntax: "JSON_VALUE(json, path [RETURNING type] [{NULL | ERROR | DEFAULT x} ON EMPTY] " +
			"[{NULL | ERROR | DEFAULT x} ON ERROR])",
		Doc: "The string, number or truth value at a path, as a STRING, BOOLEAN, INTEGER, BIGINT or " +
			"DOUBLE. Another kind of value than RETURNING says fails the job."}
	var out []Family
	for _, r := range returning {
		events(valueOtherwise, func(empty, failed otherwise, clauses []string) {
			o := overload{params: args(document, path), result: r.result, nulls: nullAlways,
				fn: pathFunction(r.fn, "PrepareJSONValue", int(empty), int(failed))}
			o.fn.Arena = r.fn == "JSONValueString"
			if empty == orDefault {
				o.params = append(o.params, arg("onEmpty", given(r.class)))
			}
			if failed == orDefault {
				o.params = append(o.params, arg("onError", given(r.class)))
			}
			out = append(out, f.form(append([]string{r.clause}, clauses...), o))
		})
	}
	return out
}

func queryForms() []Family {
	f := Family{Name: "JSON_QUERY", Section: inJSON, Example: "JSON_QUERY('{\"a\":[1, 2]}', '$.a') = '[1,2]'",
		Syntax: "JSON_QUERY(json, path [{WITHOUT | WITH CONDITIONAL | WITH UNCONDITIONAL} ARRAY WRAPPER] " +
			"[{NULL | ERROR | EMPTY ARRAY | EMPTY OBJECT} ON EMPTY] [{..} ON ERROR])",
		Doc: "The object or array at a path as JSON text without blanks, or with a wrapper any value in an " +
			"array; CONDITIONAL leaves arrays as they are."}
	var out []Family
	for wrap, wrapper := range wrappers {
		events(queryOtherwise, func(empty, failed otherwise, clauses []string) {
			o := overload{params: args(document, path), result: text, nulls: nullAlways,
				fn: pathFunction("JSONQuery", "PrepareJSONQuery", wrap, int(empty), int(failed))}
			o.fn.Arena = true
			out = append(out, f.form(append([]string{wrapper}, clauses...), o))
		})
	}
	return out
}

// jsonTests are the forms of IS JSON.
func jsonTests() []Family {
	test := func(what, fn, doc, example string) Family {
		return Family{Name: "IS JSON " + what, Section: inJSON, Doc: doc, Example: example,
			Syntax: "string IS JSON " + what, forms: sawNull(truth, fn, character)}
	}
	value := test("VALUE", "IsJSON", "Whether the text begins with a JSON value and nothing that would go "+
		"on with it; FALSE for NULL.", "'[1]' IS JSON = TRUE")
	value.Aliases = []string{"IS JSON"}
	return []Family{value,
		test("SCALAR", "IsJSONScalar", "IS JSON, and the value is a string, number, true, false or null.",
			"'null' IS JSON SCALAR = TRUE"),
		test("ARRAY", "IsJSONArray", "IS JSON, and the value is an array.", "'[1]' IS JSON ARRAY = TRUE"),
		test("OBJECT", "IsJSONObject", "IS JSON, and the value is an object.",
			"'{}' IS JSON OBJECT = TRUE"),
	}
}

// jsonTexts are the functions that make JSON text.
func jsonTexts() []Family {
	object := Family{Name: "JSON_OBJECT", Section: inJSON,
		Syntax:  "JSON_OBJECT([KEY] name VALUE value, ... [{NULL | ABSENT} ON NULL])",
		Example: "JSON_OBJECT('b' VALUE 1, 'a' VALUE 'x') = '{\"a\":\"x\",\"b\":1}'",
		Doc: "An object with its members in the order of their names, of several of a name the last. A value " +
			"is written as by JSON_STRING; JSON_OBJECT and JSON_ARRAY as a value are inserted as they are."}
	array := Family{Name: "JSON_ARRAY", Section: inJSON,
		Syntax:  "JSON_ARRAY([value, ...] [{NULL | ABSENT} ON NULL])",
		Example: "JSON_ARRAY(1, 'x', JSON_ARRAY()) = '[1,\"x\",[]]'",
		Doc:     "An array, without the values that are NULL unless NULL ON NULL. See JSON_OBJECT."}
	return []Family{
		object.maker("NULL ON NULL", "JSONObject", name, anyJSON),
		object.maker("ABSENT ON NULL", "JSONObjectAbsent", name, anyJSON),
		array.maker("ABSENT ON NULL", "JSONArray", anyJSON),
		array.maker("NULL ON NULL", "JSONArrayNulls", anyJSON),
		jsonString(),
		{Name: "JSON_QUOTE", Section: inJSON, Example: "JSON_QUOTE('a/\"é') = '\"a\\/\\\"\\u00e9\"'",
			Doc: "The string as a JSON string of ASCII characters, / escaped too. Flink has it from 2.0 on.",
			forms: []overload{{params: args(str), result: text,
				fn: Builtin{Go: "JSONQuote", Arena: true}}}},
		{Name: "JSON_UNQUOTE", Section: inJSON, Example: "JSON_UNQUOTE('\"a\\u0062\"') = 'ab'",
			Doc: "The text that a JSON string stands for; what is none is left as it is. Flink has it from " +
				"2.0 on.",
			forms: []overload{{params: args(str), result: text,
				fn: Builtin{Go: "JSONUnquote", Arena: true}}}},
	}
}

// maker makes the form of a function that takes any number of parameters, none among them.
func (f Family) maker(clause, fn string, params ...param) Family {
	return f.form([]string{clause}, overload{params: params, repeat: len(params), none: true, result: text,
		nulls: nullNever, fn: Builtin{Go: fn, Arena: true, Null: SeesMaybe, JSON: true}})
}

func jsonString() Family {
	form := func(c class, fn Builtin) overload {
		return overload{params: args(arg("value", c)), result: text, fn: fn}
	}
	arena := func(fn string) Builtin { return Builtin{Go: fn, Arena: true} }
	dec := Builtin{Go: "JSONStringDecimal", Arena: true, Consts: firstScale}
	return Family{Name: "JSON_STRING", Section: inJSON, Example: "JSON_STRING('a\"b') = '\"a\\\"b\"'",
		Doc: "The value as JSON text: numbers as they are, a DECIMAL without zeros behind (100 is 1E+2), " +
			"TIMESTAMP as \"2020-01-02T03:04:05.6\", bytes in base64, an ARRAY as an array, a MAP or ROW as an " +
			"object in the order of names. JSON text of JSON_OBJECT and JSON_ARRAY " +
			"is left as it is.",
		forms: []overload{
			form(character, arena("JSONStringText")), form(binary, arena("JSONStringBytes")),
			form(boolean, Builtin{Go: "JSONStringBool"}), form(long, arena("JSONStringInteger")),
			form(decimal, dec),
			form(class{"FLOAT", keep(is(types.Float), types.Of(types.Float))}, arena("JSONStringFloat")),
			form(class{"DOUBLE", keep(is(types.Double), types.Of(types.Double))}, arena("JSONStringDouble")),
			form(timestamp, arena("JSONStringTimestamp")), form(instant, arena("JSONStringInstant")),
			form(class{"an ARRAY, MAP, MULTISET or ROW of such", keep(jsonCollection, intArray)},
				Builtin{Go: "JSONStringNested", Arena: true, Describe: FirstArgument, Form: OrError}),
		}}
}

var binary = class{"bytes", keep(types.Type.IsBinary, types.BytesOf())}

// firstScale is the constant of functions over one DECIMAL: its scale.
func firstScale(args []types.Type, _ types.Type) []int { return []int{args[0].Scale} }
