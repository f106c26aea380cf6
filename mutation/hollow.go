package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// hollow returns a file's source with one function that returns zero values at once.
//
// The old body stays behind the return, so that no import and no parameter becomes unused, and all
// lines keep their numbers:
//
//	func Abs(x int64) (int64, bool) { if true { return *new(int64), *new(bool) }; ...
func hollow(src []byte, p place) ([]byte, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, p.file, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	f := find(file, p.function)
	if f == nil {
		return nil, errNoFunction(p)
	}
	at := files.Position(f.Body.Lbrace).Offset + 1
	text := func(n ast.Node) string {
		return string(src[files.Position(n.Pos()).Offset:files.Position(n.End()).Offset])
	}
	inserted := " if true { return " + zeros(f.Type.Results, text) + " };"
	return []byte(string(src[:at]) + inserted + string(src[at:])), nil
}

// find returns the function with a body of that name, or nil.
func find(file *ast.File, name string) *ast.FuncDecl {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil && nameOf(f) == name {
			return f
		}
	}
	return nil
}

// nameOf is a function's name in the list, "Name" or "Type.Name".
func nameOf(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return f.Name.Name
	}
	return receiver(f.Recv.List[0].Type) + "." + f.Name.Name
}

// receiver is the name of a receiver's type: T for T, *T, T[K] and *T[K, V].
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// zeros lists the zero values of the results. Named results need none: they are zero at the start.
func zeros(results *ast.FieldList, text func(ast.Node) string) string {
	if results == nil || len(results.List) == 0 || len(results.List[0].Names) > 0 {
		return ""
	}
	var list []string
	for _, r := range results.List {
		list = append(list, "*new("+text(r.Type)+")")
	}
	return strings.Join(list, ", ")
}
