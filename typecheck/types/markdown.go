package types

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"text/template"
)

// Elsewhere is what the document of the types says that other packages know. Both give "" for types
// that they do not have.
type Elsewhere struct {
	Go    func(Type) string // in functions in Go
	MySQL func(Type) string // of the database's column
}

//go:embed reference.md.tmpl
var referenceText string

// Markdown is the reference of all types as a document. docs/types.md is its output.
func Markdown(e Elsewhere) (string, error) {
	t, err := template.New("types").Funcs(template.FuncMap{
		"types": e.types, "forms": formsTable, "truths": truthsTable, "casts": castsTable,
		"common": commonTable, "decimals": decimalsTable, "aggregates": aggregatesTable,
	}).Parse(referenceText)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, nil)
	return b.String(), err
}

// table is a Markdown table; no cell of it has a bar.
type table struct{ strings.Builder }

func newTable(heads ...string) *table {
	t := &table{}
	t.row(heads...)
	t.WriteString(strings.Repeat("|---", len(heads)) + "|\n")
	return t
}

func (t *table) row(cells ...string) { t.WriteString("| " + strings.Join(cells, " | ") + " |\n") }

func (t *table) String() string { return strings.TrimSuffix(t.Builder.String(), "\n") }

// code marks what is SQL or a text of a value.
func code(s string) string {
	switch {
	case s == "" || s == no:
		return s
	case strings.Contains(s, "`"):
		return "`` " + strings.ReplaceAll(s, "|", `\|`) + " ``"
	}
	return "`" + strings.ReplaceAll(s, "|", `\|`) + "`"
}

func (e Elsewhere) types() string {
	t := newTable("type", "also written", "values", "least, most", "Go", "MySQL", "in a row")
	for _, r := range references {
		limits := code(r.Least)
		if r.Most != "" {
			limits += ", " + code(r.Most)
		}
		also := make([]string, len(r.Also))
		for i, name := range r.Also {
			also[i] = code(name)
		}
		t.row(code(r.Name), strings.Join(also, ", "), r.Values, limits, code(e.Go(r.Type)),
			code(e.MySQL(r.Type)), r.InRow)
	}
	return t.String()
}

func formsTable() string {
	t := newTable("value", "its type", "CAST AS STRING", "print", "json", "csv")
	for _, f := range forms {
		t.row(code(f.SQL), code(f.Type), code(f.Text), code(f.Print), code(f.JSON), code(f.CSV))
	}
	return t.String()
}

func truthsTable() string {
	t := newTable("expression", "gives")
	for _, x := range truths {
		t.row(code(x.SQL), x.Value)
	}
	return t.String()
}

// inMatrix are the types of which casts and common types are shown.
var inMatrix = []Type{
	Of(Boolean), Of(TinyInt), Of(Int), Of(BigInt), DecimalOf(10, 2), Of(Float), Of(Double), CharOf(3), StringOf(),
	BinaryOf(3), BytesOf(), Of(Date), Of(Time), TimestampOf(3), TimestampLTZOf(3), single("MONTH"), single("HOUR"),
	ArrayOf(Of(Int)), MapOf(StringOf(), Of(Int)), MultisetOf(StringOf()), RowOf(Field{"a", Of(Int)}),
}

func single(unit string) Type {
	t, _ := IntervalOf(unit)
	return t
}

// castMark tells a cast in one character: i without being written, n may be NULL, ! may fail, y by CAST, "" never.
func castMark(from, to Type) string {
	rule := CanCast(from, to)
	form := Casts[CastKey{from.Kind, to.Kind}].Form
	switch {
	case !rule.Allowed():
		return ""
	case rule.MayFail() || form == OrError || form == OrNullError:
		return "!"
	case from.Kind != to.Kind && form == OrNull && mayOverflow(from, to):
		return "n"
	case rule.IsImplicit():
		return "i"
	}
	return "y"
}

func castsTable() string { return matrix("from, to", castMark) }

func commonTable() string {
	return matrix("with", func(a, b Type) string {
		t, ok := Common(a, b)
		switch {
		case !ok:
			return ""
		case t.IsConstructed(): // of itself alone
			return t.Kind.String()
		}
		return t.String()
	})
}

// matrix has a row and a column for each type of inMatrix.
func matrix(corner string, cell func(a, b Type) string) string {
	heads := []string{corner}
	for _, to := range inMatrix {
		heads = append(heads, matrixName(to))
	}
	t := newTable(heads...)
	for _, from := range inMatrix {
		cells := []string{matrixName(from)}
		for _, to := range inMatrix {
			cells = append(cells, cell(from, to))
		}
		t.row(cells...)
	}
	return t.String()
}

func matrixName(t Type) string {
	if t.IsConstructed() {
		return t.Kind.String()
	}
	return t.String()
}

var decimalOperands = [][2]Type{
	{DecimalOf(10, 2), DecimalOf(6, 4)}, {DecimalOf(10, 2), Of(Int)}, {Of(BigInt), DecimalOf(2, 1)},
	{DecimalOf(38, 8), DecimalOf(32, 8)}, {DecimalOf(22, 1), Of(BigInt)},
}

var arithOps = []ArithOp{OpAdd, OpMul, OpDiv, OpMod}

func decimalsTable() string {
	t := newTable("a", "b", "a + b, a - b", "a * b", "a / b", "a % b")
	for _, pair := range decimalOperands {
		cells := []string{pair[0].String(), pair[1].String()}
		for _, op := range arithOps {
			result, _ := Arithmetic(op, pair[0], pair[1])
			cells = append(cells, result.OrNull().String())
		}
		t.row(cells...)
	}
	return t.String()
}

var (
	aggregated = []string{"COUNT", "SUM", "AVG", "MIN", "STDDEV_SAMP", "FIRST_VALUE", "LISTAGG", "COLLECT",
		"ARRAY_AGG"}
	aggregatedType = []Type{Of(TinyInt), Of(BigInt), DecimalOf(10, 2), Of(Float), Of(Double), Of(Boolean), StringOf(),
		Of(Date), TimestampOf(3)}
)

func aggregatesTable() string {
	heads := slices.Clone(aggregated)
	t := newTable(append([]string{"of"}, heads...)...)
	for _, arg := range aggregatedType {
		cells := []string{arg.String()}
		for _, name := range aggregated {
			result, ok := Aggregate(name, arg, true)
			if !ok {
				cells = append(cells, "")
				continue
			}
			cells = append(cells, fmt.Sprint(result))
		}
		t.row(cells...)
	}
	return t.String()
}
