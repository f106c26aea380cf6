package typecheck

import (
	"testing"

	"github.com/flinkc/flinkc/typecheck/function"
)

// TestOverFunctionsAreDocumented compares the functions that only OVER gives a meaning with their documentation.
func TestOverFunctionsAreDocumented(t *testing.T) {
	for _, f := range function.OverDocs {
		if !isRanking(f.Name) {
			t.Errorf("%s is documented, and none", f.Name)
		}
	}
	if len(function.OverDocs) != len(rankings) {
		t.Errorf("%d of %d functions are documented", len(function.OverDocs), len(rankings))
	}
}
