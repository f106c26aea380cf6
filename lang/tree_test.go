package lang

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

// dump writes a tree without its places, for comparison and for readable differences.
func dump(v any) string {
	var b strings.Builder
	dumpValue(&b, reflect.ValueOf(v), 0)
	return b.String()
}

func dumpValue(b *strings.Builder, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			b.WriteString("nil\n")
			return
		}
		dumpValue(b, v.Elem(), depth)
	case reflect.Struct:
		dumpStruct(b, v, depth)
	case reflect.Slice:
		fmt.Fprintf(b, "%d\n", v.Len())
		for i := range v.Len() {
			b.WriteString(strings.Repeat("  ", depth) + "- ")
			dumpValue(b, v.Index(i), depth+1)
		}
	default:
		fmt.Fprintf(b, "%v\n", v.Interface())
	}
}

func dumpStruct(b *strings.Builder, v reflect.Value, depth int) {
	b.WriteString(v.Type().Name() + "\n")
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Type == reflect.TypeFor[Place]() || f.Type == reflect.TypeFor[Extent]() ||
			f.Name == "Unquoted" {
			continue
		}
		if v.Field(i).IsZero() {
			continue
		}
		fmt.Fprintf(b, "%s%s: ", strings.Repeat("  ", depth+1), f.Name)
		dumpValue(b, v.Field(i), depth+1)
	}
}

func mustParse(t testing.TB, text string) *Script {
	t.Helper()
	script, diags := Parse(diag.NewSource("test.sql", text))
	if diags.HasErrors() {
		t.Fatalf("%s\n%s", text, diags)
	}
	return script
}

func TestPrintParsesToSameTree(t *testing.T) {
	for name, text := range corpus(t) {
		script := mustParse(t, text)
		for _, s := range script.Statements {
			printed := Print(s)
			again := mustParse(t, printed)
			if len(again.Statements) != 1 {
				t.Fatalf("%s: %d statements from %s", name, len(again.Statements), printed)
			}
			if want, got := dump(s), dump(again.Statements[0]); want != got {
				t.Errorf("%s: tree differs for\n%s\nwant\n%s\ngot\n%s", name, printed, want, got)
			}
			if second := Print(again.Statements[0]); second != printed {
				t.Errorf("%s: printed twice\n%s\n%s", name, printed, second)
			}
		}
	}
}
