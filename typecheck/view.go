package typecheck

import (
	"strings"

	"github.com/flinkc/flinkc/lang"
)

// checkCreateView checks the query and keeps it; each use binds it anew.
func (c *checker) checkCreateView(s *lang.CreateView) {
	p, ok := c.path(s.Name)
	r := c.checkQuery(s.Query, nil)
	if !ok {
		return
	}
	t := &table{path: p, at: s.Name.Last().Span(), broken: r.broken}
	t.view = &view{query: s.Query, catalog: c.catalog.snapshot()}
	if len(s.Columns) > 0 {
		t.view.columns = c.viewColumns(s, r, t)
	}
	c.declare(t, s.Temporary, s.IfNotExists)
}

func (c *checker) viewColumns(s *lang.CreateView, r relation, t *table) []string {
	var out []string
	var names []*lang.Ident
	for _, col := range s.Columns {
		out, names = append(out, col.Name.Name), append(names, col.Name)
	}
	if !r.broken && !c.columnList(s.Columns[0].Span(), names, len(r.names)) {
		t.broken = true
	}
	return out
}

// checkDrop removes a table, a view or a function from the catalog. Views that use it keep what
// they were declared over.
func (c *checker) checkDrop(s *lang.Drop) {
	switch s.Kind {
	case "TABLE", "VIEW":
		c.dropTable(s)
	case "FUNCTION":
		c.dropFunction(s)
	default:
		c.errUnsupported(s.Span(), "DROP "+string(s.Kind), "Remove the statement.")
	}
}

func (c *checker) dropTable(s *lang.Drop) {
	p, ok := c.path(s.Name)
	if !ok {
		return
	}
	set := c.catalog.set(s.Temporary)
	if !s.Temporary && c.catalog.temporary[p] != nil && set[p] == nil {
		// Flink refuses this too, to make plain which of the two is meant.
		c.errDropTemporary(s, p)
		return
	}
	t := set[p]
	switch {
	case t == nil:
		if !s.IfExists {
			c.errUnknownTable(s.Name, p)
		}
	case (t.view != nil) != (s.Kind == "VIEW"):
		c.errDropKind(s, t)
	default:
		delete(set, p)
	}
}

func (c *checker) dropFunction(s *lang.Drop) {
	p, ok := c.path(s.Name)
	if !ok {
		return
	}
	p.name = strings.ToLower(p.name)
	set := c.catalog.functions
	if s.System {
		f := c.catalog.system[p.name]
		delete(c.catalog.system, p.name)
		if f == nil && !s.IfExists {
			c.errDropFunction(s)
		}
		return
	}
	if set[p] == nil && !s.IfExists {
		c.errDropFunction(s)
	}
	delete(set, p)
}

// checkCreateCatalog knows catalogs in memory only: they are name spaces of the script.
func (c *checker) checkCreateCatalog(s *lang.CreateCatalog) {
	if s.With != nil {
		for _, o := range s.With.List {
			if o.Key.Value != "type" || o.Value.Text != "generic_in_memory" {
				c.errUnsupported(o.Span(), "this catalog",
					"Only 'type' = 'generic_in_memory' is supported: declare the tables in the script.")
				return
			}
		}
	}
	c.addDatabase(s.Name, path{catalog: s.Name.Name, database: "default"}, s.IfNotExists)
}

func (c *checker) checkCreateDatabase(s *lang.CreateDatabase) {
	p := path{catalog: c.catalog.current.catalog, database: s.Name.Last().Name}
	if len(s.Name.Parts) > 1 {
		p.catalog = s.Name.Parts[0].Name
	}
	c.addDatabase(s.Name, p, s.IfNotExists)
}

func (c *checker) addDatabase(at lang.Node, p path, ifNotExists bool) {
	if c.catalog.databases[p] && !ifNotExists {
		c.errDatabaseExists(at, p)
	}
	c.catalog.databases[p] = true
}

func (c *checker) checkUse(s *lang.Use) {
	next := c.catalog.current
	switch {
	case s.Catalog != nil:
		next = path{catalog: s.Catalog.Name, database: "default"}
		if next.catalog == defaultCatalog {
			next.database = defaultDatabase
		}
	case s.Path == nil:
		c.warnNoEffect(s)
		return
	default:
		next.database = s.Path.Last().Name
		if len(s.Path.Parts) > 1 {
			next.catalog = s.Path.Parts[0].Name
		}
	}
	if !c.catalog.databases[next] {
		c.errUnknownDatabase(s, next)
		return
	}
	c.catalog.current = next
}
