package types

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// goTypes are the Go types of values, by the word that names them in cast functions.
var goTypes = map[string]string{
	"Bool": "bool", "Int8": "int8", "Int16": "int16", "Int32": "int32", "Int64": "int64",
	"Float32": "float32", "Float64": "float64", "Decimal": "value.Int128", "String": "string",
	"Bytes": "string", "Date": "int32", "Time": "int32", "Timestamp": "value.Timestamp",
	"Instant": "value.Timestamp", "Months": "int32", "Millis": "int64",
}

// results are the result lists of the forms behind the value.
var results = map[Form]string{
	Plain: "", OrNull: " bool", OrError: " error", OrNullError: " bool error",
}

// castFunctions reads rtlib/cast: name to "parameter types -> result types".
func castFunctions(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob("../../rtlib/cast/*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() {
				found[f.Name.Name] = fieldTypes(f.Type.Params) + " -> " + fieldTypes(f.Type.Results)
			}
		}
	}
	return found
}

func fieldTypes(list *ast.FieldList) string {
	var names []string
	for _, f := range list.List {
		for range max(len(f.Names), 1) {
			names = append(names, typeText(f.Type))
		}
	}
	return strings.Join(names, " ")
}

func typeText(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return typeText(e.X) + "." + e.Sel.Name
	case *ast.StarExpr:
		return "*" + typeText(e.X)
	case *ast.ArrayType:
		return "[]" + typeText(e.Elt)
	}
	return "?"
}

// TestCastsAreThere holds every cell against the function that it names.
func TestCastsAreThere(t *testing.T) {
	found := castFunctions(t)
	used := map[string]bool{}
	expect := func(name, shape string) {
		t.Helper()
		used[name] = true
		if found[name] != shape {
			t.Errorf("cast.%s is %q, want %q", name, found[name], shape)
		}
	}
	for key, cell := range Casts {
		from, to := goTypes[castNames[key.From]], goTypes[castNames[key.To]]
		args := argTypes(cell.Args)
		if cell.Go != "" {
			expect(cell.Go, from+args+" -> "+to+results[cell.Form])
		} else if from != to {
			t.Errorf("%s to %s has no function", key.From, key.To)
		}
		if cell.Append != "" {
			expect(cell.Append, "[]byte "+from+args+" -> []byte")
		}
		if cell.Fit != "" {
			expect(cell.Fit, "string int -> string")
		}
	}
	for name := range found {
		if !used[name] {
			t.Errorf("no cell uses cast.%s", name)
		}
	}
}

func argTypes(args []Arg) string {
	text := ""
	for _, a := range args {
		if a == Zone {
			text += " *time.Location"
		} else {
			text += " int"
		}
	}
	return text
}

// TestCastsMatchTheRules: a cell for each allowed cast and none beyond.
func TestCastsMatchTheRules(t *testing.T) {
	for from := Boolean; from < Array; from++ {
		for to := Boolean; to < Array; to++ {
			_, cell := Casts[CastKey{from, to}]
			allowed := CanCast(singleField(from), singleField(to)).Allowed()
			if cell != allowed {
				t.Errorf("%s to %s: allowed %v, cell %v", from, to, allowed, cell)
			}
		}
	}
}

// singleField is the default type, but for intervals of one field, which casts to numbers need.
func singleField(k Kind) Type {
	t := Of(k)
	switch k {
	case IntervalYearMonth:
		t.Unit = "MONTH"
	case IntervalDayTime:
		t.Unit = "SECOND"
	}
	return t
}

func TestCastSteps(t *testing.T) {
	tests := []struct {
		from, to Type
		want     []Step
	}{
		{Of(Int), Of(BigInt), []Step{{Go: "Int32ToInt64"}}},
		{Of(Int), Of(Int), nil},
		{Of(Int), CharOf(3), []Step{
			{Go: "Int32ToString", Append: "AppendInt32"}, {Go: "FitChar", Ints: []int{3}}}},
		{Of(Int), StringOf(), []Step{{Go: "Int32ToString", Append: "AppendInt32"}}},
		{DecimalOf(10, 2), DecimalOf(12, 2), nil},
		{DecimalOf(10, 2), DecimalOf(9, 2), []Step{
			{Go: "DecimalToDecimal", Ints: []int{2, 9, 2}, Form: OrNull}}},
		{DecimalOf(10, 2), Of(Double), []Step{{Go: "DecimalToFloat64", Ints: []int{10, 2}}}},
		{StringOf(), DecimalOf(5, 1), []Step{
			{Go: "StringToDecimal", Ints: []int{5, 1}, Form: OrNullError}}},
		{StringOf(), VarCharOf(3), []Step{{Go: "FitVarChar", Ints: []int{3}}}},
		{VarCharOf(3), VarCharOf(5), nil},
		{VarCharOf(3), CharOf(3), []Step{{Go: "FitChar", Ints: []int{3}}}},
		{CharOf(3), CharOf(3), nil},
		{StringOf(), BinaryOf(2), []Step{{Go: "StringToBytes"}, {Go: "FitBinary", Ints: []int{2}}}},
		{TimestampOf(6), TimestampOf(3), []Step{{Go: "TimestampToTimestamp", Ints: []int{3}}}},
		{TimestampOf(3), TimestampOf(6), nil},
		{TimestampOf(6), TimestampLTZOf(3), []Step{
			{Go: "TimestampToInstant", Ints: []int{3}, Zone: true}}},
		{TimestampLTZOf(3), StringOf(), []Step{
			{Go: "InstantToString", Append: "AppendInstant", Ints: []int{3}, Zone: true}}},
	}
	for _, tt := range tests {
		got, ok := CastSteps(tt.from, tt.to)
		if !ok || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s to %s: %+v %v, want %+v", tt.from, tt.to, got, ok, tt.want)
		}
	}
	for _, pair := range [][2]Type{{Of(Boolean), Of(Date)}, {Of(Int), Of(Timestamp)}, {ArrayOf(Of(Int)), StringOf()}} {
		if got, ok := CastSteps(pair[0], pair[1]); ok {
			t.Errorf("%s to %s: %v, want none", pair[0], pair[1], got)
		}
	}
}

func TestCastType(t *testing.T) {
	tests := []struct {
		from, to Type
		try      bool
		want     string
	}{
		{Of(Int).NotNull(), Of(BigInt), false, "BIGINT NOT NULL"},
		{Of(Int), Of(BigInt), false, "BIGINT"},
		{Of(Int).NotNull(), DecimalOf(10, 0), false, "DECIMAL(10, 0) NOT NULL"},
		{Of(Int).NotNull(), DecimalOf(10, 1), false, "DECIMAL(10, 1)"},
		{DecimalOf(3, 1).NotNull(), DecimalOf(2, 0), false, "DECIMAL(2, 0)"},
		{DecimalOf(3, 1).NotNull(), DecimalOf(3, 0), false, "DECIMAL(3, 0) NOT NULL"},
		{Of(Double).NotNull(), DecimalOf(38, 0), false, "DECIMAL(38, 0)"},
		{Of(Boolean).NotNull(), DecimalOf(2, 1), false, "DECIMAL(2, 1) NOT NULL"},
		{Of(Boolean).NotNull(), DecimalOf(2, 2), false, "DECIMAL(2, 2)"},
		{singleField(IntervalYearMonth).NotNull(), DecimalOf(10, 0), false, "DECIMAL(10, 0) NOT NULL"},
		{singleField(IntervalDayTime).NotNull(), DecimalOf(19, 1), false, "DECIMAL(19, 1)"},
		{StringOf().NotNull(), Of(Int), false, "INT NOT NULL"},
		{StringOf().NotNull(), Of(Int), true, "INT"},
		{Of(Int).NotNull(), StringOf(), true, "STRING NOT NULL"},
	}
	for _, tt := range tests {
		if got := CastType(tt.from, tt.to, tt.try).String(); got != tt.want {
			t.Errorf("%s to %s: %s, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}
