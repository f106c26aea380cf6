package function

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goFuncs are the functions of a package of rtlib by name.
func goFuncs(t *testing.T, pkg string) map[string]*ast.FuncDecl {
	t.Helper()
	names, err := filepath.Glob("../../rtlib/" + pkg + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	funcs := map[string]*ast.FuncDecl{}
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Recv == nil {
				funcs[fd.Name.Name] = fd
			}
		}
	}
	return funcs
}

// expand names the type of each parameter or result, variadic ones with "...".
func expand(fl *ast.FieldList) []string {
	var names []string
	if fl == nil {
		return nil
	}
	for _, f := range fl.List {
		for range max(1, len(f.Names)) {
			names = append(names, typeName(f.Type))
		}
	}
	return names
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + typeName(e.X)
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	case *ast.Ellipsis:
		return "..." + typeName(e.Elt)
	case *ast.IndexExpr:
		return typeName(e.X) + "[" + typeName(e.Index) + "]"
	}
	return "?"
}

// wantParams is the number of arguments of the Go function for a table line.
func wantParams(o *overload) int {
	n := len(o.params)
	if o.fn.Null == Sees {
		n *= 2
	}
	if o.fn.PrepareCount > 1 {
		n -= o.fn.PrepareCount - 1
	}
	if o.fn.Context {
		n++
	}
	if o.fn.Place != "" {
		n++
	}
	if o.fn.Arena {
		n++
	}
	if o.fn.Writer {
		n++
	}
	if o.fn.Describe != Nothing {
		n++
	}
	return n
}

func TestGoFunctionsHaveTheTablesShape(t *testing.T) {
	inFn, inNested := goFuncs(t, "fn"), goFuncs(t, "nested")
	for name, f := range families {
		for i := range f.forms {
			o := &f.forms[i]
			where, funcs := name+": fn."+o.fn.Go, inFn
			if o.fn.Nested {
				where, funcs = name+": nested."+o.fn.Go, inNested
			}
			decl := funcs[o.fn.Go]
			if decl == nil {
				t.Errorf("%s does not exist", where)
				continue
			}
			checkShape(t, where, o, decl)
			checkPrepare(t, where, o, funcs)
		}
	}
}

// formOf are the forms by the results behind the first.
var formOf = map[string]Form{"": Plain, "bool": OrNull, "error": OrError, "bool error": OrNullError}

func checkShape(t *testing.T, where string, o *overload, decl *ast.FuncDecl) {
	params, results := expand(decl.Type.Params), expand(decl.Type.Results)
	want := wantParams(o)
	if o.fn.Consts != nil {
		consts := o.fn.Consts(paramTypes(o), paramTypes(o)[len(o.params)-1])
		want += len(consts)
	}
	if !takes(params, want) {
		t.Errorf("%s has parameters %v, want %d", where, params, want)
		return
	}
	at := 0
	if o.fn.Context {
		if params[at] != "*Context" {
			t.Errorf("%s: parameter 1 is %s, want *Context", where, params[at])
		}
		at++
	}
	if o.fn.Arena && params[at] != "*Arena" {
		t.Errorf("%s: parameter %d is %s, want *Arena", where, at+1, params[at])
	}
	if o.fn.Place != "" && (params[at] != "*"+o.fn.Place || o.fn.PlaceArgs < 1 || o.fn.PlaceArgs > len(o.params)) {
		t.Errorf("%s: parameter %d is %s, want *%s; it is for %d arguments", where, at+1, params[at],
			o.fn.Place, o.fn.PlaceArgs)
	}
	if o.fn.Generic != (decl.Type.TypeParams != nil) {
		t.Errorf("%s: Generic is %v", where, o.fn.Generic)
	}
	form := formOf[strings.Join(results[1:], " ")]
	if form != o.fn.Form {
		t.Errorf("%s gives %v, the table says form %d", where, results, o.fn.Form)
	}
	if o.fn.Form.MayBeNull() && o.nulls == nullNever {
		t.Errorf("%s may be NULL but its type may not", where)
	}
}

// takes reports whether so many arguments fit: the last parameter may stand for any number.
func takes(params []string, n int) bool {
	if last := len(params) - 1; last >= 0 && strings.HasPrefix(params[last], "...") {
		return n >= last
	}
	return len(params) == n
}

func checkPrepare(t *testing.T, where string, o *overload, funcs map[string]*ast.FuncDecl) {
	if o.fn.Prepare == "" {
		return
	}
	decl := funcs[o.fn.Prepare]
	if decl == nil {
		t.Errorf("%s: fn.%s does not exist", where, o.fn.Prepare)
		return
	}
	if n := len(expand(decl.Type.Params)); n != max(1, o.fn.PrepareCount)+len(o.fn.PrepareConsts) {
		t.Errorf("%s: fn.%s has %d parameters", where, o.fn.Prepare, n)
	}
	if r := expand(decl.Type.Results); len(r) != 2 || r[1] != "error" {
		t.Errorf("%s: fn.%s gives %v", where, o.fn.Prepare, r)
	}
}

// What a JSON function does without a value is passed as a number too.
func TestOtherwiseHasTheOrderOfTheRuntime(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../../rtlib/fn/json.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
			for _, s := range g.Specs {
				names = append(names, s.(*ast.ValueSpec).Names[0].Name)
			}
		}
	}
	text := strings.Join(names, " ")
	want := "OrNull OrFail OrDefault OrFalse OrTrue OrEmptyArray OrEmptyObject " +
		"WrapNever WrapConditional WrapAlways"
	if !strings.HasPrefix(text, want) {
		t.Errorf("fn has %s, want %s", text, want)
	}
}

// The units are passed as numbers, so both lists must have one order.
func TestUnitsHaveTheOrderOfTheRuntime(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../../rtlib/fn/units.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	sqlNames := map[string]string{"DayOfYear": "DOY", "DayOfWeek": "DOW", "IsoDayOfWeek": "ISODOW"}
	var names []string
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST && len(g.Specs) > 1 {
			for _, s := range g.Specs {
				name := s.(*ast.ValueSpec).Names[0].Name
				if sql, ok := sqlNames[name]; ok {
					name = sql
				}
				names = append(names, strings.ToUpper(name))
			}
		}
	}
	if !slices.Equal(names, unitNames) {
		t.Errorf("fn has %v, the tables %v", names, unitNames)
	}
}
