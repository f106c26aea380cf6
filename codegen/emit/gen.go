package emit

import (
	"math/big"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/types"
)

// val is a computed value. v and null have no effect and may be printed any number of times, through Clone.
type val struct {
	v *jen.Statement
	// null is true in the program when the value is NULL, and v then is anything of its type; but a BOOLEAN's v is
	// false then, so that v alone says "is TRUE". nil: the value is never NULL.
	null *jen.Statement
	// from is the bit of a row that null tests; nil or of another condition when it tests something else.
	from *nullRef
	// atom: v is an identifier, a selector or a literal, and needs neither parentheses nor a name of its own.
	atom bool
	// call: v is a call, which needs no parentheses but must not be evaluated twice.
	call bool
	// stable: the text lies in memory that is never written again (results of functions, literals).
	stable bool
	// compact: the value comes from a field that holds no more digits than the type has.
	compact bool
	// bound is the largest magnitude of an unscaled decimal; nil: that of its type.
	bound *big.Int
	// constant: Go computes with v when it compiles, and refuses what overflows or divides by zero.
	constant bool
}

func (x val) get() *jen.Statement { return x.v.Clone() }

func (x val) isNull() *jen.Statement { return x.null.Clone() }

// operand is the value fit to stand beside an operator.
func (x val) operand() *jen.Statement {
	if x.atom || x.call {
		return x.get()
	}
	return jen.Parens(x.get())
}

// notNull is the negation of null, or nil.
func (x val) notNull() *jen.Statement {
	if x.null == nil {
		return nil
	}
	return jen.Op("!").Add(grouped(x.null))
}

// grouped puts parentheses around a condition so that any operator may follow or precede.
func grouped(c *jen.Statement) *jen.Statement { return jen.Parens(c.Clone()) }

// or combines conditions; nil ones are left out, and nil is the result when none remains.
func or(cs ...*jen.Statement) *jen.Statement { return join("||", cs) }

// and combines conditions likewise.
func and(cs ...*jen.Statement) *jen.Statement { return join("&&", cs) }

func join(op string, cs []*jen.Statement) *jen.Statement {
	var parts []*jen.Statement
	seen := map[string]bool{}
	for _, c := range cs {
		if c == nil {
			continue
		}
		for _, part := range flat(op, c) {
			if text := part.GoString(); !seen[text] {
				seen[text] = true
				parts = append(parts, part)
			}
		}
	}
	if op == "||" {
		parts = mergedBits(parts)
	}
	var out *jen.Statement
	for _, part := range parts {
		if out == nil {
			out = part.Clone()
			continue
		}
		out = out.Op(op).Add(part.Clone())
	}
	return out
}

// flat takes a chain of one operator apart, so that no condition is tested twice. Conditions with parentheses or calls
// stay whole.
func flat(op string, c *jen.Statement) []*jen.Statement {
	text := c.GoString()
	if !strings.Contains(text, op) || strings.ContainsAny(text, "(\"`") {
		return []*jen.Statement{c}
	}
	var out []*jen.Statement
	for _, part := range strings.Split(text, op) {
		out = append(out, jen.Id(strings.TrimSpace(part)))
	}
	return out
}

// gen prints the functions of one stage.
type gen struct {
	p     *program
	stage *physical.Stage
	typ   string // the Go type of the stage
	port  string // parameter of Rows; "_" when all ports are alike

	fields   []jen.Code       // of the stage's struct
	open     []jen.Code       // statements of its constructor
	opened   []jen.Code       // statements of its constructor that open functions: behind all others that can fail
	shut     []*jen.Statement // calls that close functions, in the order of opening
	decls    []jen.Code       // types and methods, in order
	flush    []jen.Code       // statements of Flush
	finish   []jen.Code       // statements of End
	begin    []jen.Code       // statements at the start of Rows: what lives as long as a batch is reset
	end      []jen.Code       // statements at the end of Rows
	rows     []jen.Code       // body of Rows
	sets     map[int]string   // fields of DISTINCT aggregates
	writing  *physical.Sink   // whose row is being printed
	keyed    bool             // the stage has a table of keys
	snapshot []jen.Code       // statements of Snapshot
	restore  []jen.Code       // cases of Restore
	texts    string           // the field with the texts of the aggregation that is being printed
	lastPass string           // the method with the last fused loop
	onError  *jen.Statement   // where an error is no failure: what to do instead
	failing  *jen.Statement   // in a function with a result besides the error: what to return with an error
	names    *scope           // fields and methods of the stage
	arena    bool
	keep     bool
	context  bool
	counting bool
	indexed  bool              // some code asks which record a row came from
	timed    bool              // the stage notes event times
	told     bool              // the stage keeps the watermark that it is told
	prep     map[string]string // prepared arguments by function and literal

	// Of the function that is being printed:
	code   *[]jen.Code
	sites  []callSite // calls of user functions
	locals *scope
	cols   []val           // the columns of the current row
	slots  map[int]val     // values bound by Let
	shared *sharing        // what the expressions over the current row have in common
	held   map[*shared]val // of these, what is known here
	row    *jen.Statement  // index of the current row in the batch, for errors
	skip   *jen.Statement  // leaves the current row
	kind   *jen.Statement  // the current row's kind; nil: only inserts
}

// add appends statements to the function.
func (g *gen) add(code ...jen.Code) { *g.code = append(*g.code, code...) }

// block prints into a list of its own.
func (g *gen) block(body func()) []jen.Code {
	saved := g.code
	var out []jen.Code
	g.code = &out
	g.aside(body)
	g.code = saved
	return out
}

// function starts a function and returns its body.
func (g *gen) function(row *jen.Statement, content func()) []jen.Code {
	saved := *g
	g.locals, g.slots, g.row, g.kind = g.p.localScope(), map[int]val{}, row, nil
	g.skip = jen.Continue()
	g.sites = nil
	g.unshare()
	body := g.block(content)
	body = append(g.noted(), body...)
	g.sites = saved.sites
	g.locals, g.slots, g.row, g.cols, g.skip, g.kind = saved.locals, saved.slots, saved.row, saved.cols,
		saved.skip, saved.kind
	g.shared, g.held = saved.shared, saved.held
	return body
}

// bind gives a value a name unless it is an atom.
func (g *gen) bind(x val, name string) val {
	if !x.atom {
		n := g.locals.name(name)
		g.add(jen.Id(n).Op(":=").Add(x.get()))
		x.v, x.atom, x.call = jen.Id(n), true, false
	}
	if x.null != nil && strings.Contains(x.null.GoString(), "||") {
		n := g.locals.name(name + "Null")
		g.add(jen.Id(n).Op(":=").Add(x.isNull()))
		x.null = jen.Id(n)
	}
	return x
}

// variable gives a constant a name, so that Go computes with it when the program runs.
func (g *gen) variable(x val, t types.Type) val {
	if !x.constant {
		return x
	}
	n := g.locals.name("v")
	g.add(jen.Var().Id(n).Add(exprType(t)).Op("=").Add(x.get()))
	return val{v: jen.Id(n), null: x.null, atom: true, stable: true}
}

// rowIndex is the index of the current row's record in its batch.
func (g *gen) rowIndex() *jen.Statement {
	g.indexed = true
	return g.row.Clone()
}

// fail returns from the function with the row's error; err is evaluated in the program.
func (g *gen) fail(at diag.Span, err *jen.Statement) *jen.Statement {
	if g.onError != nil {
		return g.onError.Clone()
	}
	failed := jen.Qual(pkgStream, "Failed").Call(g.rowIndex(), g.p.sql(at), err)
	if g.failing != nil {
		return jen.Return(g.failing.Clone(), failed)
	}
	return jen.Return(failed)
}

// strict computes a value from operands that make it NULL. compute prints what it needs and returns the value; its
// null is what the computation itself adds. total: without statements of its own it may be evaluated for NULL operands.
func (g *gen) strict(t types.Type, args []val, total bool, compute func() val) val {
	var nulls []*jen.Statement
	for _, a := range args {
		nulls = append(nulls, a.null)
	}
	null, from := or(nulls...), sourceOf(args)
	if null == nil {
		return compute()
	}
	var out val
	body := g.block(func() { out = compute() })
	if total && len(body) == 0 && out.null == nil {
		out.null, out.from = null, from
		if from != nil {
			out.null = from.cond
		}
		if t.Kind == types.Boolean {
			out.v, out.atom = and(jen.Op("!").Add(grouped(null)), grouped(out.v)), false
		}
		return out
	}
	return g.guard(t, null, body, out)
}

// sourceOf is the bit of a row that alone says whether one of the operands is NULL, or nil.
func sourceOf(args []val) *nullRef {
	var from *nullRef
	for _, a := range args {
		switch {
		case a.null == nil || a.copiesBit() && a.from == from:
		case from == nil && a.copiesBit():
			from = a.from
		default:
			return nil
		}
	}
	return from
}

// guard prints: var v T; null := cond; if !null { body; v = ... }.
func (g *gen) guard(t types.Type, null *jen.Statement, body []jen.Code, out val) val {
	v, n := g.locals.name("v"), g.locals.name("vNull")
	body = append(body, jen.Id(v).Op("=").Add(out.get()))
	if out.null != nil {
		body = append(body, jen.Id(n).Op("=").Add(out.isNull()))
	}
	g.add(
		jen.Var().Id(v).Add(exprType(t)),
		jen.Id(n).Op(":=").Add(null),
		jen.If(jen.Op("!").Id(n)).Block(body...),
	)
	return val{v: jen.Id(v), null: jen.Id(n), atom: true, stable: out.stable, bound: out.bound}
}
