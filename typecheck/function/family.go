package function

import (
	"slices"
	"strings"

	"github.com/flinkc/flinkc/typecheck/types"
)

// Family is a function by name with all its overloads and its documentation.
//
// Forms with a keyword or a unit are families of their own, whose name has a blank: `TRIM LEADING`,
// `EXTRACT YEAR`, `FLOOR TO MONTH`, `TIMESTAMPADD DAY`, `TIMESTAMPDIFF DAY`, and so is each choice of
// clauses of a JSON function: `JSON_VALUE RETURNING INT DEFAULT ? ON EMPTY`. Operators are families
// too: `||`, `LIKE`, `SIMILAR TO`, `IS JSON`, `TEMPORAL +`, `TEMPORAL -`. Their arguments stand in
// the order of the SQL text: POSITION(a IN b) is (a, b).
type Family struct {
	Name    string
	Aliases []string
	Section string     // heading in the documentation; "" for a form that another family tells of
	Doc     string     // what it does, one line; differences from Flink included
	Example string     // SQL expression = result
	Syntax  string     // how it is written, where the parameters of the forms do not say it
	forms   []overload // none: the checker knows the function itself
}

// overload is one line of a table.
type overload struct {
	params []param
	repeat int  // so many of the last parameters may be repeated together; 0 is none
	none   bool // there may be no argument at all
	common bool // all arguments are cast to their common type, which is also the result
	inside bool // the last argument is cast to the type of the first one's elements
	result resultRule
	nulls  nullity
	fn     Builtin
}

// Resolved is a call that fits an overload.
type Resolved struct {
	Func   *Builtin
	Params []types.Type // to which each argument is cast; equal to the argument's type where no cast is needed
	Result types.Type
	o      *overload
}

// Through is the function by which an argument becomes what the function takes, "" for a cast.
func (r *Resolved) Through(i int) string { return r.o.param(i).through }

var families = index(stringTable, patternTable, mathTable, decimalTable, timeTable(), clockTable, attributeTable,
	codingTable, jsonTable(), arrayTable, mapTable)

func index(tables ...[]Family) map[string]*Family {
	byName := map[string]*Family{}
	for _, table := range tables {
		for i := range table {
			f := &table[i]
			f.setNames()
			for _, name := range append([]string{f.Name}, f.Aliases...) {
				byName[name] = f
			}
		}
	}
	return byName
}

func (f *Family) setNames() {
	for i := range f.forms {
		f.forms[i].fn.Name = f.Name
	}
}

// Lookup finds a function by name or alias, in any case.
func Lookup(name string) (*Family, bool) {
	f, ok := families[strings.ToUpper(name)]
	return f, ok
}

// WithUnit finds the form of a function for a keyword or time unit: ("TRIM", "LEADING"),
// ("EXTRACT", "year"), ("FLOOR", "MONTH"), ("TIMESTAMPADD", "DAY"). False when there is none.
func WithUnit(name, unit string) (*Family, bool) {
	name, unit = strings.ToUpper(name), strings.TrimPrefix(strings.ToUpper(unit), "SQL_TSI_")
	switch name {
	case "CEILING":
		name = "CEIL TO"
	case "FLOOR", "CEIL":
		name += " TO"
	}
	return Lookup(name + " " + unit)
}

// Names are all names and aliases that can be called, sorted: for suggestions.
func Names() []string {
	var names []string
	for name := range families {
		if callable(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// callable reports whether a name is written NAME(...) rather than with keywords or as an operator.
func callable(name string) bool {
	return !strings.ContainsAny(name, " |") && name != "LIKE"
}

// Resolve finds the first overload that takes the arguments. literals, when given, has the value of
// each argument that is an integer literal and nil for others: the type of ROUND depends on it. The
// error is a *Mismatch.
func (f *Family) Resolve(args []types.Type, literals ...*int64) (Resolved, error) {
	miss := &Mismatch{Name: f.Name, Args: args}
	for i := range f.forms {
		o := &f.forms[i]
		params, reason := o.match(args)
		if reason == "" {
			return o.resolved(call{params, literals}), nil
		}
		miss.Candidates = append(miss.Candidates, Candidate{o.signature(f.Name), reason})
	}
	return Resolved{}, miss
}

// match gives the parameter types, or why the arguments do not fit.
func (o *overload) match(args []types.Type) ([]types.Type, string) {
	more := len(args) - len(o.params)
	switch {
	case o.none && len(args) == 0:
		return nil, ""
	case more < 0 || more > 0 && (o.repeat == 0 || more%o.repeat > 0):
		return nil, reasonCount(o, len(args))
	case o.common:
		return o.matchCommon(args)
	}
	params := make([]types.Type, len(args))
	for i, t := range args {
		p := o.param(i)
		to, ok := p.take(t)
		if !ok {
			return nil, reasonType(p, t)
		}
		params[i] = to
	}
	if o.inside {
		return o.matchElement(args, params)
	}
	return params, ""
}

// matchElement casts the last argument to the type of the first one's elements.
func (o *overload) matchElement(args, params []types.Type) ([]types.Type, string) {
	last := len(args) - 1
	t, elem := args[last], params[0].Elem.OrNull()
	if !types.CanCast(t, elem).IsImplicit() {
		return nil, reasonElement(o.param(last), elem, t)
	}
	params[last] = elem.WithNullable(t.Nullable || t.Kind == types.Null)
	return params, ""
}

// param is the parameter of argument i.
func (o *overload) param(i int) param {
	if n := len(o.params); i >= n {
		i = n - o.repeat + (i-n)%o.repeat
	}
	return o.params[i]
}

// matchCommon casts all arguments to their common type, keeping each one's nullability.
func (o *overload) matchCommon(args []types.Type) ([]types.Type, string) {
	all, ok := types.Common(args...)
	if !ok {
		return nil, reasonNoCommon(args)
	}
	if _, ok := o.params[0].take(all); !ok || all.Kind == types.Null {
		return nil, reasonType(o.params[0], all)
	}
	params := make([]types.Type, len(args))
	for i, t := range args {
		params[i] = all.WithNullable(t.Nullable)
	}
	return params, ""
}

func (o *overload) resolved(c call) Resolved {
	result := o.result(c)
	switch o.nulls {
	case nullByArgs:
		result = result.WithNullable(types.AnyNullable(c.args...))
	case nullByFirst:
		result = result.WithNullable(c.args[0].Nullable)
	default:
		result = result.WithNullable(o.nulls == nullAlways)
	}
	return Resolved{&o.fn, c.args, result, o}
}

// signature is the overload as documented: NAME(a, b, ...).
func (o *overload) signature(name string) string {
	names := make([]string, len(o.params), len(o.params)+1)
	for i, p := range o.params {
		names[i] = p.name
	}
	if o.repeat > 0 {
		names = append(names, "...")
	}
	return CallText(name, names)
}

// CallText is a call of a function as it is written, clauses of JSON functions inside of its
// parentheses.
func CallText(name string, args []string) string {
	name, clauses := cutClauses(name)
	if values := strings.Count(clauses, "?"); values > 0 {
		first := len(args) - values
		for _, value := range args[first:] {
			clauses = strings.Replace(clauses, "?", value, 1)
		}
		args = args[:first]
	}
	return name + "(" + strings.TrimSpace(strings.Join(args, ", ")+" "+clauses) + ")"
}
