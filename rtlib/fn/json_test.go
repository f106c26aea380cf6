package fn

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

// try3 is a result that may be NULL or fail.
func try3[T any](v T, ok bool, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	return opt(v, ok)
}

func jsonValue(doc, path string, onEmpty, onError Otherwise, defaults ...string) string {
	p := must(PrepareJSONValue(path, int(onEmpty), int(onError)))
	return try3(JSONValueString(&Arena{}, doc, p, defaults...))
}

func TestJSONValue(t *testing.T) {
	const doc = `{"a":"x","n":null,"o":{},"d":1.50}`
	check(t, []row{
		{"$.a", jsonValue(doc, "$.a", OrFail, OrFail), "x"},
		{"$.d", jsonValue(doc, "$.d", OrNull, OrNull), "1.5"},
		{"$.b", jsonValue(doc, "$.b", OrFail, OrNull), "NULL"},
		{"lax $.b", jsonValue(doc, "lax $.b", OrNull, OrFail), "NULL"},
		{"DEFAULT e ON EMPTY", jsonValue(doc, "lax $.b", OrDefault, OrNull, "e"), "e"},
		{"DEFAULT f ON ERROR", jsonValue(doc, "$.b", OrNull, OrDefault, "f"), "f"},
		{"both, empty", jsonValue(doc, "lax $.o", OrDefault, OrDefault, "e", "f"), "e"},
		{"both, error", jsonValue(doc, "$.o", OrDefault, OrDefault, "e", "f"), "f"},
		{"ERROR ON EMPTY", jsonValue(doc, "lax $.n", OrFail, OrNull),
			"error: JSON_VALUE: the result is empty: " + doc},
		{"ERROR ON ERROR", jsonValue(doc, "$.b", OrNull, OrFail),
			"error: JSON_VALUE: there is no value at the path: " + doc},
		{"of an object", jsonValue(doc, "$.o", OrNull, OrFail),
			"error: JSON_VALUE: the value at the path is no scalar: " + doc},
		{"of null", jsonValue(doc, "$.n", OrNull, OrFail),
			"error: JSON_VALUE: the value at the path is null: " + doc},
		{"of no JSON", jsonValue("{", "$", OrNull, OrFail), "error: JSON_VALUE: the text is not JSON: {"},
		{"of null at all", jsonValue("null", "lax $", OrNull, OrFail),
			"error: JSON_VALUE: the JSON text is null: null"},
		{"of no path", jsonValue(doc, "$.[", OrNull, OrFail),
			"error: JSON_VALUE: the path is malformed: " + doc},
	})
	if _, err := PrepareJSONValue("$.a.length()", 0, 0); err == nil {
		t.Error("a path that only Flink evaluates is prepared")
	}
}

func TestJSONValueReturning(t *testing.T) {
	const doc = `{"t":true,"s":"1","i":2147483647,"l":-9223372036854775808,"b":9223372036854775808,"d":1e2}`
	at := func(path string) *JSONPath {
		return must(PrepareJSONValue("lax $."+path, int(OrDefault), int(OrNull)))
	}
	check(t, []row{
		{"BOOLEAN t", try3(JSONValueBool(doc, at("t"), false)), "true"},
		{"BOOLEAN x", try3(JSONValueBool(doc, at("x"), true)), "true"},
		{"BOOLEAN s", try3(JSONValueBool(doc, at("s"))),
			"error: JSON_VALUE: 1 is not of the type behind RETURNING, BOOLEAN"},
		{"INTEGER i", try3(JSONValueInt32(doc, at("i"))), "2147483647"},
		{"INTEGER x", try3(JSONValueInt32(doc, at("x"), -1)), "-1"},
		{"INTEGER l", try3(JSONValueInt32(doc, at("l"))),
			"error: JSON_VALUE: -9223372036854775808 is not of the type behind RETURNING, INTEGER"},
		{"INTEGER d", try3(JSONValueInt32(doc, at("d"))),
			"error: JSON_VALUE: 1e2 is not of the type behind RETURNING, INTEGER"},
		{"BIGINT l", try3(JSONValueInt64(doc, at("l"))), "-9223372036854775808"},
		{"BIGINT x", try3(JSONValueInt64(doc, at("x"), 5)), "5"},
		{"BIGINT b", try3(JSONValueInt64(doc, at("b"))),
			"error: JSON_VALUE: 9223372036854775808 is not of the type behind RETURNING, BIGINT"},
		{"DOUBLE d", try3(JSONValueFloat64(doc, at("d"))), "100"},
		{"DOUBLE i", try3(JSONValueFloat64(doc, at("i"))), "2.147483647e+09"},
		{"DOUBLE x", try3(JSONValueFloat64(doc, at("x"), 0.5)), "0.5"},
		{"DOUBLE t", try3(JSONValueFloat64(doc, at("t"))),
			"error: JSON_VALUE: true is not of the type behind RETURNING, DOUBLE"},
	})
}

func TestJSONExistsAndQuery(t *testing.T) {
	const doc = `{"a":[1,{"b":null}],"n":null}`
	exists := func(path string, o Otherwise) string {
		return try3(JSONExists(doc, must(PrepareJSONExists(path, int(o)))))
	}
	query := func(path string, w Wrapper, onEmpty, onError Otherwise) string {
		p := must(PrepareJSONQuery(path, int(w), int(onEmpty), int(onError)))
		return try3(JSONQuery(&Arena{}, doc, p))
	}
	check(t, []row{
		{"$.a[1]", exists("$.a[1]", OrFail), "true"},
		{"lax $.n", exists("lax $.n", OrFail), "false"},
		{"TRUE", exists("$.b", OrTrue), "true"}, {"FALSE", exists("$.b", OrFalse), "false"},
		{"UNKNOWN", exists("$.n", OrNull), "NULL"},
		{"ERROR", exists("$.b.c", OrFail), "error: JSON_EXISTS: there is no value at the path: " + doc},
		{"query", query("$.a", WrapNever, OrFail, OrFail), `[1,{"b":null}]`},
		{"query of several", query("$.a[*]", WrapNever, OrFail, OrFail), `[1,{"b":null}]`},
		{"wrapped", query("$.a", WrapAlways, OrFail, OrFail), `[[1,{"b":null}]]`},
		{"wrapped if", query("$.a", WrapConditional, OrFail, OrFail), `[1,{"b":null}]`},
		{"scalar wrapped", query("$.a[0]", WrapConditional, OrFail, OrFail), `[1]`},
		{"scalar", query("$.a[0]", WrapNever, OrNull, OrEmptyObject), "{}"},
		{"lax scalar", query("lax $.a[0]", WrapNever, OrEmptyArray, OrFail), "[]"},
		{"empty", query("lax $.n", WrapAlways, OrNull, OrFail), "NULL"},
		{"ERROR ON EMPTY", query("lax $.n", WrapAlways, OrFail, OrNull),
			"error: JSON_QUERY: the result is empty: " + doc},
		{"ERROR ON ERROR", query("$.a[0]", WrapNever, OrNull, OrFail),
			"error: JSON_QUERY: the value at the path is a scalar: " + doc},
	})
}

func TestJSONText(t *testing.T) {
	a := &Arena{}
	v := func(s string) Maybe[string] { return Maybe[string]{V: s} }
	null := Maybe[string]{Null: true}
	stamp := value.Timestamp{Millis: 1577934245120, Nanos: 5000}
	check(t, []row{
		{"text", JSONStringText(a, "q\"\\/\x01\t😀"), `"q\"\\/\u0001\t😀"`},
		{"no UTF-8", JSONStringText(a, "a\xffb"), "\"a\uFFFDb\""},
		{"bytes", JSONStringBytes(a, "\x0a\xff"), `"Cv8="`}, {"bool", JSONStringBool(true), "true"},
		{"integer", JSONStringInteger(a, -5), "-5"},
		{"decimal", JSONStringDecimal(a, value.FromInt64(150), 2), "1.5"},
		{"decimal", JSONStringDecimal(a, value.FromInt64(100), 0), "1E+2"},
		{"float", JSONStringFloat(a, 1.1), "1.1"},
		{"double", JSONStringDouble(a, 1e20), "1.0E20"},
		{"time", JSONStringTimestamp(a, stamp), `"2020-01-02T03:04:05.120005"`},
		{"instant", JSONStringInstant(a, stamp), `"2020-01-02T03:04:05.120005Z"`},
		{"object", JSONObject(a, v("b"), v("1"), v("a"), null, v("b"), v("2")), `{"a":null,"b":2}`},
		{"absent", JSONObjectAbsent(a, v("b"), v("1"), v("a"), null, v("b"), null), `{"b":1}`},
		{"none", JSONObject(a), "{}"},
		{"order", JSONObject(a, v("\uFFFF"), v("1"), v("😀"), v("2"), v("é"), v("3"), v("a"), v("4"), v(""),
			v("5")),
			"{\"\":5,\"a\":4,\"é\":3,\"😀\":2,\"\uFFFF\":1}"},
		{"array", JSONArray(a, v("1"), null, v(`"x"`)), `[1,"x"]`},
		{"nulls", JSONArrayNulls(a, null, v("1")), "[null,1]"},
		{"none", JSONArray(a, null), "[]"},
		// Flink 2.3 has JSON_QUOTE and JSON_UNQUOTE, and writes 😀 as \u1f600\ude00, which stands for
		// something else, and U+0001 as it is, which is no JSON.
		{"quote", JSONQuote(a, "x\"y\\/é\n😀\x01\x7f"), `"x\"y\\\/\u00e9\n\ud83d\ude00\u0001` + "\x7f\""},
		{"quote", JSONQuote(a, ""), `""`},
		{"unquote", JSONUnquote(a, `"x\"y"`), `x"y`},
		{"unquote", JSONUnquote(a, `"\u0041\n\u00e9\/"`), "A\né/"},
		{"unquote", JSONUnquote(a, `"\ud83d\ude00\ud83d"`), "😀?"},
		{"unquote", JSONUnquote(a, `"plain"`), "plain"},
	})
	for _, s := range []string{"x", `"x`, `x"`, `"`, "", `"\q"`, `"\u12"`, ` "a" `, `"a" x`, "\"\t\"", `[1]`,
		`"a\"`} {
		if got := JSONUnquote(a, s); got != s {
			t.Errorf("JSON_UNQUOTE of %s is %s", s, got)
		}
	}
	many := make([]Maybe[string], 0, 80)
	for i := range 40 {
		many = append(many, v(strings.Repeat("n", 40-i)), v("0"))
	}
	got := JSONObject(a, many...)
	if !strings.HasPrefix(got, `{"n":0,"nn":0,"nnn":0`) || strings.Count(got, ":") != 40 {
		t.Errorf("an object of many members is %s", got)
	}
}

func TestIsJSON(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // V, S, A and O for VALUE, SCALAR, ARRAY and OBJECT
	}{{"1", "VS"}, {" null x", "VS"}, {"[]", "VA"}, {"{} x", "VO"}, {"", ""}, {"{", ""}, {"x", ""}} {
		got := ""
		for letter, is := range map[string]func(string, bool) bool{"V": IsJSON, "S": IsJSONScalar,
			"A": IsJSONArray, "O": IsJSONObject} {
			if is(c.text, false) != strings.Contains(c.want, letter) {
				got += letter
			}
			if is(c.text, true) {
				t.Errorf("NULL is JSON: %s", letter)
			}
		}
		if got != "" {
			t.Errorf("%q: wrong for %s", c.text, got)
		}
	}
}
