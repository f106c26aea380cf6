package typecheck_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/gosig"
)

func TestTryRun(t *testing.T) {
	files, _ := filepath.Glob("../testdata/golden/run/*/query.sql")
	for _, file := range files {
		b, _ := os.ReadFile(file)
		text := strings.ReplaceAll(string(b), "${DIR}", "/tmp/x")
		src := diag.NewSource(filepath.Base(filepath.Dir(file)), text)
		script, list := lang.Parse(src)
		_, l2 := typecheck.Check(script, typecheck.Env{Go: gosig.Reader{Dir: filepath.Dir(file)}})
		for _, d := range append(list, l2...) {
			if d.Severity == diag.Note {
				continue
			}
			line, col := src.Position(d.At.Start)
			fmt.Printf("%s:%d:%d %s[%s]: %s (%s) %v | %s\n", src.Name, line, col, d.Severity, d.Code, d.Message, d.Hint, d.Notes, src.Line(line))
		}
	}
}
