package typecheck

import (
	"slices"
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
	case "DATABASE":
		c.dropDatabase(s)
	case "CATALOG":
		c.dropCatalog(s)
	}
}

// dropDatabase removes a database, which must be empty unless CASCADE is written, and not in use.
func (c *checker) dropDatabase(s *lang.Drop) {
	p := path{catalog: c.catalog.current.catalog, database: s.Name.Last().Name}
	if len(s.Name.Parts) > 1 {
		p.catalog = s.Name.Parts[0].Name
	}
	switch {
	case !c.catalog.databases[p]:
		if !s.IfExists {
			c.errUnknownDatabase(s.Name, p)
		}
	case p == c.catalog.current:
		c.errDropInUse(s)
	case s.Behavior != "CASCADE" && c.catalog.holds(p):
		c.errDropFull(s, p)
	default:
		c.catalog.remove(p)
	}
}

// dropCatalog removes a catalog with all that is in it.
func (c *checker) dropCatalog(s *lang.Drop) {
	name := s.Name.Last().Name
	switch {
	case !slices.Contains(c.catalog.catalogs(), name):
		if !s.IfExists {
			c.errUnknownCatalog(s.Name.Last())
		}
	case name == c.catalog.current.catalog:
		c.errDropInUse(s)
	default:
		for _, database := range c.catalog.databasesOf(name) {
			c.catalog.remove(path{catalog: name, database: database})
		}
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

// inMemory is the type of catalogs that are name spaces of the script.
const inMemory = "generic_in_memory"

// checkCreateCatalog knows catalogs in memory only: they are name spaces of the script.
func (c *checker) checkCreateCatalog(s *lang.CreateCatalog) {
	if s.With != nil {
		for _, o := range s.With.List {
			if o.Key.Value != "type" || o.Value.Text != inMemory {
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
