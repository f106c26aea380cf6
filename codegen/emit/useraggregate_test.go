package emit

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// The fields of an accumulator are in the schema of its state, those of its parts too: other fields would be read
// from the same bytes.
func TestAccumulatorSchema(t *testing.T) {
	structs := map[string][]logical.GoField{
		"Acc":  {{Name: "N", Type: "int64"}, {Name: "Parts", Type: "[2][3]Part"}},
		"Part": {{Name: "Text", Type: "string"}},
	}
	got := strings.Join(fieldLines(structs, "Acc"), "; ")
	if want := "Acc.N int64; Acc.Parts [2][3]Part; Part.Text string"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !hasString(structs, "Acc") || hasString(map[string][]logical.GoField{"Acc": {{Type: "[4]uint8"}}}, "Acc") {
		t.Error("a string in a part is found, and none elsewhere")
	}
}
