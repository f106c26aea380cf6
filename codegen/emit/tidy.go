package emit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"sort"
)

// tidy formats a file and gives locals that nothing reads a use: a value may be computed for its NULL-ness or its
// failure alone, and Go refuses a variable that is only written.
func tidy(src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("emit: the generated file does not parse: %w\n%s", err, src)
	}
	var at []insertion
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
			at = append(at, unread(fset, fn.Body)...)
		}
	}
	sort.Slice(at, func(i, j int) bool { return at[i].offset < at[j].offset })
	var out bytes.Buffer
	last := 0
	for _, i := range at {
		out.Write(src[last:i.offset])
		fmt.Fprintf(&out, "\n_ = %s", i.name)
		last = i.offset
	}
	out.Write(src[last:])
	return format.Source(out.Bytes())
}

// insertion is a variable that is never read, and the end of its declaration.
type insertion struct {
	name   string
	offset int
}

// unread finds them. Generated locals are unique in their function, so names can be counted.
func unread(fset *token.FileSet, body *ast.BlockStmt) []insertion {
	declared := map[string]int{}
	var order []string
	read := map[string]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				id, ok := l.(*ast.Ident)
				switch {
				case !ok:
					ast.Inspect(l, reader(read))
				case n.Tok == token.DEFINE && id.Name != "_" && id.Name != "err":
					declared[id.Name] = fset.Position(n.End()).Offset
					order = append(order, id.Name)
				}
			}
			for _, r := range n.Rhs {
				ast.Inspect(r, reader(read))
			}
			return false
		case *ast.ValueSpec:
			for _, id := range n.Names {
				declared[id.Name] = fset.Position(n.End()).Offset
				order = append(order, id.Name)
			}
			for _, v := range n.Values {
				ast.Inspect(v, reader(read))
			}
			return false
		}
		return reader(read)(n)
	})
	return missing(order, declared, read)
}

func missing(order []string, declared map[string]int, read map[string]bool) []insertion {
	var out []insertion
	done := map[string]bool{}
	for _, n := range order {
		if !read[n] && !done[n] {
			done[n] = true
			out = append(out, insertion{n, declared[n]})
		}
	}
	return out
}

// reader notes the identifiers that are read; names behind a dot and keys of struct literals are not.
func reader(read map[string]bool) func(ast.Node) bool {
	var visit func(ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			read[n.Name] = true
		case *ast.SelectorExpr:
			ast.Inspect(n.X, visit)
			return false
		case *ast.KeyValueExpr:
			ast.Inspect(n.Value, visit)
			return false
		}
		return true
	}
	return visit
}
