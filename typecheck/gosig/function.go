package gosig

import (
	"go/ast"
	"go/types"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// function finds a function, or a type with the method Eval.
func (p *folder) function(name string) (logical.GoFunc, error) {
	for _, s := range p.files {
		for _, decl := range s.file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == name {
				return p.signature(s, f, logical.GoFunc{Name: name})
			}
		}
	}
	if p.typeSpec(name) == nil {
		return logical.GoFunc{}, errNoFunction(p.name, name, p.exported())
	}
	return p.stateful(name)
}

// stateful reads a type: Eval is called for each row, Open and Close around all of them.
func (p *folder) stateful(name string) (logical.GoFunc, error) {
	if p.typeSpec(name).TypeParams != nil {
		return logical.GoFunc{}, errGeneric(name)
	}
	eval, at := p.method(name, "Eval")
	if eval == nil {
		if acc, _ := p.method(name, "Accumulate"); acc != nil {
			return p.aggregate(name)
		}
		return logical.GoFunc{}, errNoEval(name)
	}
	out := logical.GoFunc{Name: name, Stateful: true}
	open, openAt := p.method(name, "Open")
	if out.HasOpen = open != nil; out.HasOpen && !isOpen(openAt, open.Type) {
		return out, errOpen(name)
	}
	closing, closeAt := p.method(name, "Close")
	if out.HasClose = closing != nil; out.HasClose && !isClose(closeAt, closing.Type) {
		return out, errClose(name)
	}
	return p.signature(at, eval, out)
}

func isOpen(s source, f *ast.FuncType) bool {
	params := fields(f.Params)
	if len(params) != 1 || !isClose(s, &ast.FuncType{Results: f.Results}) {
		return false
	}
	return s.text(params[0]) == "udf.Context"
}

func isClose(s source, f *ast.FuncType) bool {
	results := fields(f.Results)
	return len(fields(f.Params)) == 0 && len(results) == 1 && s.text(results[0]) == "error"
}

// method finds a method by the name of its receiver's type.
func (p *folder) method(typeName, name string) (*ast.FuncDecl, source) {
	for _, s := range p.files {
		for _, decl := range s.file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if ok && f.Recv != nil && f.Name.Name == name && receiver(f) == typeName {
				return f, s
			}
		}
	}
	return nil, source{}
}

func receiver(f *ast.FuncDecl) string {
	t := f.Recv.List[0].Type
	if pointer, ok := t.(*ast.StarExpr); ok {
		t = pointer.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

func (p *folder) typeSpec(name string) *ast.TypeSpec {
	for _, s := range p.files {
		for _, decl := range s.file.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok && t.Name.Name == name {
					return t
				}
			}
		}
	}
	return nil
}

// structs are the struct types of the package.
func (p *folder) structs() map[string][]logical.GoField {
	out := map[string][]logical.GoField{}
	for _, s := range p.files {
		for _, decl := range s.file.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				t, ok := spec.(*ast.TypeSpec)
				if !ok || t.TypeParams != nil {
					continue
				}
				if made, ok := t.Type.(*ast.StructType); ok {
					out[t.Name.Name] = p.structFields(s, made)
				}
			}
		}
	}
	return out
}

func (p *folder) structFields(s source, t *ast.StructType) []logical.GoField {
	var out []logical.GoField
	for _, f := range t.Fields.List {
		text, pointer := p.value(s, f.Type)
		for _, name := range f.Names {
			out = append(out, logical.GoField{Name: name.Name, Type: text, Pointer: pointer})
		}
		if len(f.Names) == 0 { // embedded: no ROW has such a field
			out = append(out, logical.GoField{Name: text})
		}
	}
	return out
}

// exported lists the functions that could have been meant.
func (p *folder) exported() []string {
	var out []string
	for _, s := range p.files {
		for _, decl := range s.file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.IsExported() {
				out = append(out, f.Name.Name)
			}
		}
	}
	return out
}

// signature reads parameters and results.
func (p *folder) signature(s source, f *ast.FuncDecl, out logical.GoFunc) (logical.GoFunc, error) {
	out, err := p.params(s, f, out)
	if err != nil {
		return out, err
	}
	return p.results(s, f, out)
}

func (p *folder) params(s source, f *ast.FuncDecl, out logical.GoFunc) (logical.GoFunc, error) {
	if f.Type.TypeParams != nil {
		return out, errGeneric(out.Name)
	}
	for _, t := range fields(f.Type.Params) {
		if _, variadic := t.(*ast.Ellipsis); variadic {
			return out, errVariadic(out.Name)
		}
		text, pointer := p.value(s, t)
		out.GoParams = append(out.GoParams, text)
		out.Pointer = append(out.Pointer, pointer)
	}
	return out, nil
}

func (p *folder) results(s source, f *ast.FuncDecl, out logical.GoFunc) (logical.GoFunc, error) {
	results := fields(f.Type.Results)
	if len(results) == 0 || len(results) > 2 {
		return out, errResults(out.Name, len(results))
	}
	if elem, kind := p.sequence(s, results[0]); elem != nil {
		return p.rows(s, elem, goRows{out, kind, results[1:]})
	}
	out.GoResult, out.PointerResult = p.value(s, results[0])
	if len(results) == 1 {
		return out, nil
	}
	switch second := s.text(results[1]); second {
	case "bool":
		out.Results = logical.ResultOK
	case "error":
		out.Results = logical.ResultError
	default:
		return out, errSecondResult(out.Name, second)
	}
	return out, nil
}

// fields lists the types of a parameter list: `a, b int` is two.
func fields(list *ast.FieldList) []ast.Expr {
	var out []ast.Expr
	if list == nil {
		return nil
	}
	for _, f := range list.List {
		for range max(1, len(f.Names)) {
			out = append(out, f.Type)
		}
	}
	return out
}

// value is a type without its pointer, as text; aliases of the package are followed.
func (p *folder) value(s source, t ast.Expr) (text string, pointer bool) {
	t = p.unaliased(t)
	if star, ok := t.(*ast.StarExpr); ok {
		t, pointer = p.unaliased(star.X), true
	}
	return s.text(t), pointer
}

// unaliased is a type without parentheses and aliases of the package.
func (p *folder) unaliased(t ast.Expr) ast.Expr {
	const deepest = 10 // an alias of itself does not compile, but it does parse
	for range deepest {
		switch x := t.(type) {
		case *ast.ParenExpr:
			t = x.X
			continue
		case *ast.Ident:
			if spec := p.typeSpec(x.Name); spec != nil && spec.Assign.IsValid() {
				t = spec.Type
				continue
			}
		}
		break
	}
	return t
}

// runtimePackages are the packages whose types functions may have, by import path.
var runtimePackages = map[string]string{
	"time": "time", "iter": "iter",
	"github.com/flinkc/flinkc/rtlib/value": "value",
	"github.com/flinkc/flinkc/rtlib/udf":   "udf",
}

// text writes a type with the usual names of the packages that functions may use.
func (s source) text(t ast.Expr) string {
	switch x := t.(type) {
	case *ast.Ident:
		switch x.Name {
		case "byte":
			return "uint8"
		case "rune":
			return "int32"
		}
	case *ast.ArrayType:
		if x.Len != nil {
			return "[" + types.ExprString(x.Len) + "]" + s.text(x.Elt)
		}
		if elem := s.text(x.Elt); elem != "uint8" {
			return "[]" + elem
		}
		return "[]byte"
	case *ast.StarExpr:
		return "*" + s.text(x.X)
	case *ast.MapType:
		return "map[" + s.text(x.Key) + "]" + s.text(x.Value)
	case *ast.SelectorExpr:
		return s.selector(x)
	case *ast.IndexExpr:
		return s.text(x.X) + "[" + s.text(x.Index) + "]"
	}
	return types.ExprString(t)
}

// selector names a type of another package. A package that is not known keeps its path, so that
// a time.Time of somebody else is not taken for Go's.
func (s source) selector(x *ast.SelectorExpr) string {
	id, ok := x.X.(*ast.Ident)
	if !ok {
		return types.ExprString(x)
	}
	path, imported := s.imports[id.Name]
	switch known := runtimePackages[path]; {
	case known != "":
		return known + "." + x.Sel.Name
	case imported:
		return path + "." + x.Sel.Name
	}
	return types.ExprString(x)
}
