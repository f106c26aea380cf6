package fn

import (
	"encoding/json"
	"strings"
	"testing"
)

// event is a document as logs have them, its values in the middle and at the end of it.
const event = `{"id":"01HQ3ZK5T9","kind":"page_view","time":"2024-02-11T09:15:27.123Z","user":{"id":918273,` +
	`"name":"Zoë \"Z\" Müller","tags":["pro","beta","eu"],"address":{"city":"Lyon","zip":"69002","geo":` +
	`{"lat":45.7578,"lon":4.8320}}},"page":{"url":"https://example.org/a/b?c=d&e=f","referrer":null,` +
	`"load_ms":318,"secure":true},"items":[{"sku":"A-1","n":2,"price":19.90},{"sku":"B-7","n":1,` +
	`"price":5.00}],"note":"no escapes here, but some more text, so that strings are worth a look"}`

type eventOfJSON struct {
	User struct {
		Address struct{ City string }
	}
}

func BenchmarkJSONValueString(b *testing.B) {
	p := must(PrepareJSONValue("$.user.address.city", int(OrNull), int(OrNull)))
	var a Arena
	b.SetBytes(int64(len(event)))
	b.ReportAllocs()
	for b.Loop() {
		if v, _, _ := JSONValueString(&a, event, p); v != "Lyon" {
			b.Fatal(v)
		}
	}
}

func BenchmarkJSONValueStringEscaped(b *testing.B) {
	p := must(PrepareJSONValue("$.user.name", int(OrNull), int(OrNull)))
	var a Arena
	b.SetBytes(int64(len(event)))
	b.ReportAllocs()
	for b.Loop() {
		a.Reset()
		if v, _, _ := JSONValueString(&a, event, p); v != `Zoë "Z" Müller` {
			b.Fatal(v)
		}
	}
}

func BenchmarkJSONValueInt(b *testing.B) {
	p := must(PrepareJSONValue("$.items[1].n", int(OrNull), int(OrNull)))
	b.SetBytes(int64(len(event)))
	b.ReportAllocs()
	for b.Loop() {
		if v, _, _ := JSONValueInt32(event, p); v != 1 {
			b.Fatal(v)
		}
	}
}

func BenchmarkJSONQueryFiltered(b *testing.B) {
	p := must(PrepareJSONQuery("$.items[?(@.price > 10)].sku", int(WrapNever), int(OrNull), int(OrNull)))
	var a Arena
	b.SetBytes(int64(len(event)))
	b.ReportAllocs()
	for b.Loop() {
		a.Reset()
		if v, _, _ := JSONQuery(&a, event, p); v != `["A-1"]` {
			b.Fatal(v)
		}
	}
}

func BenchmarkJSONObject(b *testing.B) {
	var a Arena
	b.ReportAllocs()
	for b.Loop() {
		a.Reset()
		name, n := JSONStringText(&a, "Lyon"), JSONStringInteger(&a, 318)
		JSONObject(&a, Maybe[string]{V: "name"}, Maybe[string]{V: name}, Maybe[string]{V: "n"},
			Maybe[string]{V: n}, Maybe[string]{V: "none"}, Maybe[string]{Null: true})
	}
}

// The way of encoding/json to the same value: into a struct of what is wanted, and into a tree.

func BenchmarkEncodingJSONStruct(b *testing.B) {
	b.SetBytes(int64(len(event)))
	b.ReportAllocs()
	for b.Loop() {
		var e eventOfJSON
		if err := json.Unmarshal([]byte(event), &e); err != nil || e.User.Address.City != "Lyon" {
			b.Fatal(err, e)
		}
	}
}

func BenchmarkEncodingJSONTree(b *testing.B) {
	b.SetBytes(int64(len(event)))
	b.ReportAllocs()
	for b.Loop() {
		var v any
		if err := json.Unmarshal([]byte(event), &v); err != nil {
			b.Fatal(err)
		}
		user := v.(map[string]any)["user"].(map[string]any)
		if user["address"].(map[string]any)["city"] != "Lyon" {
			b.Fatal(v)
		}
	}
}

// What is promised of the benchmarks above: nothing is allocated once the memory has grown.
func TestJSONFunctionsDoNotAllocate(t *testing.T) {
	var a Arena
	text := must(PrepareJSONValue("$.user.address.city", int(OrNull), int(OrNull)))
	escaped := must(PrepareJSONValue("$.user.name", int(OrNull), int(OrNull)))
	fraction := must(PrepareJSONValue("lax $.items[-1].price", int(OrDefault), int(OrDefault)))
	exists := must(PrepareJSONExists("$.items[*].sku", int(OrFalse)))
	query := must(PrepareJSONQuery("$.items", int(WrapNever), int(OrNull), int(OrNull)))
	filter := must(PrepareJSONQuery("$..[?(@.price > 10)]", int(WrapNever), int(OrNull), int(OrNull)))
	for name, call := range map[string]func(){
		"text":     func() { _, _, _ = JSONValueString(&a, event, text) },
		"escaped":  func() { _, _, _ = JSONValueString(&a, event, escaped) },
		"fraction": func() { _, _, _ = JSONValueString(&a, event, fraction, "e", "f") },
		"double":   func() { _, _, _ = JSONValueFloat64(event, fraction, 0, 1) },
		"exists":   func() { _, _, _ = JSONExists(event, exists) },
		"query":    func() { _, _, _ = JSONQuery(&a, event, query) },
		"filter":   func() { _, _, _ = JSONQuery(&a, event, filter) },
		"is json":  func() { IsJSON(event, false) },
		"array": func() {
			text, number := JSONStringText(&a, event), JSONStringDouble(&a, 1.5)
			JSONArray(&a, Maybe[string]{V: text}, Maybe[string]{V: number})
		},
	} {
		call()
		if n := testing.AllocsPerRun(100, func() { a.Reset(); call() }); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// A string without escapes, a whole number and a truth value are parts of the document.
func TestJSONValueBorrows(t *testing.T) {
	doc := strings.Clone(event)
	for path, want := range map[string]string{"$.user.address.city": "Lyon", "$.page.load_ms": "318",
		"$.page.secure": "true"} {
		p := must(PrepareJSONValue(path, int(OrNull), int(OrNull)))
		got, _, _ := JSONValueString(nil, doc, p) // without an arena: nothing is copied
		if got != want {
			t.Errorf("%s is %q", path, got)
		}
	}
}
