package typecheck_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/gosig"
	"github.com/flinkc/flinkc/typecheck/logical"
)

func TestTry(t *testing.T) {
	file := os.Getenv("TRY")
	if file == "" {
		return
	}
	b, _ := os.ReadFile(file)
	src := diag.NewSource(filepath.Base(file), string(b))
	script, list := lang.Parse(src)
	plan, l2 := typecheck.Check(script, typecheck.Env{Go: gosig.Reader{Dir: filepath.Dir(file)}})
	for _, d := range append(list, l2...) {
		line, col := src.Position(d.At.Start)
		fmt.Printf("%d:%d %s[%s]: %s\n", line, col, d.Severity, d.Code, d.Message)
		for _, n := range d.Notes {
			fmt.Println("   note:", n.Message)
		}
		if d.Hint != "" {
			fmt.Println("   hint:", d.Hint)
		}
	}
	if !l2.HasErrors() {
		fmt.Print(logical.String(plan))
	}
}
