package emit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// withSQLLines puts //line directives into a formatted file, so that tracebacks, profilers and
// debuggers name the SQL for the code of operators: the lines from an operator's comment to the
// next one, or to the end of the block. places gives a comment's place, "cdn.sql:14:7". All other
// lines keep the places that they have in the file as it is returned; its name is that of a trimmed
// build, with the package's path, since the compiler takes names in directives as they are.
//
// Each line has a directive of its own, because one counts on over the lines that follow. Literals
// never span lines: they are quoted.
func withSQLLines(name string, src []byte, places map[string]string) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("emit: %s: %w", name, err)
	}
	place := placesOfLines(fset, file, places)
	var out bytes.Buffer
	written, inSQL := 0, false
	line := func(text []byte) {
		out.Write(text)
		written++
	}
	for i, text := range bytes.SplitAfter(src, []byte("\n")) {
		at := place[i+1]
		code := bytes.TrimSpace(text)
		switch {
		case at != "" && len(code) > 0 && !bytes.HasPrefix(code, []byte("//")):
			line(fmt.Appendf(nil, "//line %s\n", at))
			inSQL = true
		case at == "" && inSQL:
			// The number is that of the line behind the directive.
			line(fmt.Appendf(nil, "//line %s:%d:1\n", name, written+2))
			inSQL = false
		}
		line(text)
	}
	return out.Bytes(), nil
}

// placesOfLines gives the lines that belong to an operator its place.
func placesOfLines(fset *token.FileSet, file *ast.File, places map[string]string) map[int]string {
	of := map[int]string{}
	for _, group := range file.Comments { // from top to bottom: the innermost operator is the last
		for _, c := range group.List {
			at, ok := places[strings.TrimPrefix(c.Text, "// ")]
			if !ok {
				continue
			}
			for l := fset.Position(c.Pos()).Line + 1; l <= lastLine(fset, file, c.Pos()); l++ {
				of[l] = at
			}
		}
	}
	return of
}

// lastLine is the last line of the innermost block or case around a place, its brace left out.
func lastLine(fset *token.FileSet, file *ast.File, at token.Pos) int {
	last := 0
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || at < n.Pos() || n.End() <= at {
			return false
		}
		switch n := n.(type) {
		case *ast.BlockStmt:
			last = fset.Position(n.Rbrace).Line - 1
		case *ast.CaseClause:
			last = fset.Position(n.End()).Line
		}
		return true
	})
	return last
}
