package emit

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// hostile are texts that would leave a careless literal, name or comment.
var hostile = []string{
	``, `"; os.Exit(1); //`, "`+os.Exit(1)+`", `*/ func init() { os.Exit(1) } /*`, `\`, `\"`, "%s%!d",
	"a\nb", "a\r\nos.Exit(1)", "\u2028os.Exit(1)", "\u2029", "\x00", "\ufeff", "\x80\xff", "'", "}",
	"//go:build ignore", "\n//go:embed /etc/passwd", "//line x.go:1", "func", "type", "_", "1", "省份",
	"ſ", "İ", "ﬁ", "e\u0301", "\u202eevil", strings.Repeat("x\"`\n", 5000),
}

// FuzzLiteral puts user text in every place where it may stand in a program. Go's own parser judges:
// the file has the declarations that were meant and no other, and the literals have the text's value.
func FuzzLiteral(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		file := parsed(t, s)
		if len(file.Decls) != 3 || len(file.Imports) != 0 {
			t.Fatalf("%d declarations, %d imports", len(file.Decls), len(file.Imports))
		}
		for i, name := range []string{ident(s, true), ident(s, false)} {
			spec := file.Decls[i].(*ast.GenDecl).Specs[0].(*ast.ValueSpec)
			if got := spec.Names[0].Name; got != name || !token.IsIdentifier(name) {
				t.Errorf("the name is %q, want %q", got, name)
			}
			if got := stringValue(spec.Values[0]); got != s {
				t.Errorf("the literal is %q, want %q", got, s)
			}
		}
		if reservedName[ident(s, false)] {
			t.Errorf("%q is taken by generated code", ident(s, false))
		}
	})
}

// parsed prints a file with the text as literal, as name, and as comment, and parses it.
func parsed(t *testing.T, s string) *ast.File {
	t.Helper()
	f := jen.NewFile("p")
	f.HeaderComment("Code generated from " + comment(s) + ". DO NOT EDIT.")
	f.Comment(quoted(s))
	f.Var().Id(ident(s, true)).Op("=").Add(text(s))
	f.Comment("p.sql:1  " + comment(s))
	f.Var().Id(ident(s, false)).Op("=").Add(literal(s, types.Type{}))
	f.Func().Id("last").Params().Block(jen.Comment(comment("p.sql:1 " + s)))
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		t.Fatal(err)
	}
	src, err := tidy(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	return file
}

func stringValue(e ast.Expr) string {
	l, ok := e.(*ast.BasicLit)
	if !ok {
		return "no literal"
	}
	return constant.StringVal(constant.MakeFromLiteral(l.Value, l.Kind, 0))
}

func TestCommentIsOneShortLine(t *testing.T) {
	for _, s := range hostile {
		got := comment(s)
		if strings.ContainsAny(got, "\n\r\u2028\u2029\x00\ufeff") || len([]rune(got)) > 100 {
			t.Errorf("comment(%q) is %q", s, got)
		}
	}
}
