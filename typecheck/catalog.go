package typecheck

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// The names that Flink gives to the catalog and database of a new session.
const (
	defaultCatalog  = "default_catalog"
	defaultDatabase = "default_database"
)

// path is the full name of a table, a view or a function of a catalog.
type path struct{ catalog, database, name string }

// String is the name as messages show it: without the default catalog and database.
func (p path) String() string {
	switch {
	case p.catalog != defaultCatalog:
		return p.catalog + "." + p.database + "." + p.name
	case p.database != defaultDatabase:
		return p.database + "." + p.name
	}
	return p.name
}

// catalog is what is declared so far. Temporary objects shadow the others of the same name.
type catalog struct {
	current   path // catalog and database; the name is not used
	databases map[path]bool
	tables    map[path]*table
	temporary map[path]*table
	functions map[path]*userFunc // names in lower case
	system    map[string]*userFunc
}

// table is a declared table or view.
type table struct {
	path path
	at   diag.Span // its name in the declaration
	// broken: the declaration has errors that make its columns or options unknown.
	broken bool

	logical *logical.Table // of a table
	columns []tableColumn  // of a table, in order of declaration

	declared *declared // of a table, for LIKE
	view     *view     // of a view
}

// view is a query by name; it is bound anew at each use, in the catalog of its declaration.
type view struct {
	query   *lang.Query
	columns []string // nil: the query's own
	catalog *catalog
}

// userFunc is a declared function.
type userFunc struct {
	path   path
	at     diag.Span
	broken bool
	user   *logical.UserFunction
	sql    *sqlBody // nil: written in Go
}

func newCatalog() *catalog {
	current := path{catalog: defaultCatalog, database: defaultDatabase}
	return &catalog{
		current:   current,
		databases: map[path]bool{current: true},
		tables:    map[path]*table{},
		temporary: map[path]*table{},
		functions: map[path]*userFunc{},
		system:    map[string]*userFunc{},
	}
}

// snapshot is the catalog as it is now, for the views declared in it.
func (k *catalog) snapshot() *catalog {
	out := *k
	out.databases = maps.Clone(k.databases)
	out.tables = maps.Clone(k.tables)
	out.temporary = maps.Clone(k.temporary)
	out.functions = maps.Clone(k.functions)
	out.system = maps.Clone(k.system)
	return &out
}

// table returns what the path names, a temporary object first; nil when there is none.
func (k *catalog) table(p path) *table {
	if t := k.temporary[p]; t != nil {
		return t
	}
	return k.tables[p]
}

// set returns the map for temporary or for other objects.
func (k *catalog) set(temporary bool) map[path]*table {
	if temporary {
		return k.temporary
	}
	return k.tables
}

// function returns what an unqualified or qualified name calls: a system function first.
func (k *catalog) function(p path) *userFunc {
	p.name = strings.ToLower(p.name)
	return k.functions[p]
}

// catalogs lists the catalogs.
func (k *catalog) catalogs() []string {
	var out []string
	for p := range k.databases {
		out = append(out, p.catalog)
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// databasesOf lists the databases of a catalog.
func (k *catalog) databasesOf(name string) []string {
	var out []string
	for p := range k.databases {
		if p.catalog == name {
			out = append(out, p.database)
		}
	}
	sort.Strings(out)
	return out
}

// holds reports whether there is a table, a view or a function in a database.
func (k *catalog) holds(p path) bool {
	for f := range k.functions {
		if f.catalog == p.catalog && f.database == p.database {
			return true
		}
	}
	return len(k.tableNames(p)) > 0
}

// remove removes a database with all that is in it. Views that use it keep what they were declared
// over.
func (k *catalog) remove(p path) {
	in := func(o path) bool { return o.catalog == p.catalog && o.database == p.database }
	maps.DeleteFunc(k.databases, func(o path, _ bool) bool { return in(o) })
	maps.DeleteFunc(k.tables, func(o path, _ *table) bool { return in(o) })
	maps.DeleteFunc(k.temporary, func(o path, _ *table) bool { return in(o) })
	maps.DeleteFunc(k.functions, func(o path, _ *userFunc) bool { return in(o) })
}

// tableNames lists the tables of the path's database, for suggestions.
func (k *catalog) tableNames(p path) []string {
	var out []string
	for _, set := range []map[path]*table{k.tables, k.temporary} {
		for other := range set {
			if other.catalog == p.catalog && other.database == p.database {
				out = append(out, other.name)
			}
		}
	}
	sort.Strings(out)
	return out
}

// functionNames lists the declared functions, for suggestions.
func (k *catalog) functionNames() []string {
	var out []string
	for _, f := range k.functions {
		out = append(out, f.path.name)
	}
	for _, f := range k.system {
		out = append(out, f.path.name)
	}
	sort.Strings(out)
	return out
}

// path completes a written path by the current catalog and database. False: it has too many
// parts, or its catalog or database does not exist, which is reported.
func (c *checker) path(p *lang.Path) (path, bool) {
	out := c.catalog.current
	parts := p.Parts
	switch len(parts) {
	case 1:
	case 2:
		out.database = parts[0].Name
	case 3:
		out.catalog, out.database = parts[0].Name, parts[1].Name
	default:
		c.errPath(p)
		return out, false
	}
	if !c.catalog.databases[out] {
		c.errUnknownDatabase(p, out)
		return out, false
	}
	out.name = p.Last().Name
	return out, true
}

// usedFunctions lists the functions that the plan calls, in order of declaration.
func (c *checker) usedFunctions() []*logical.UserFunction {
	used := map[*logical.UserFunction]bool{}
	for _, sink := range c.plan.Sinks {
		logical.WalkExprs(sink, func(e logical.Expr) {
			if call, ok := e.(*logical.UserCall); ok {
				used[call.Func] = true
			}
		})
		logical.Walk(sink, func(n logical.Node) {
			switch n := n.(type) {
			case *logical.Aggregate:
				for _, call := range n.Calls {
					used[call.User] = true
				}
			case *logical.Over:
				for _, call := range n.Calls {
					used[call.User] = true
				}
			}
		})
	}
	var out []*logical.UserFunction
	for _, f := range c.declared {
		if used[f] {
			out = append(out, f)
		}
	}
	return out
}
