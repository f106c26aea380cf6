package typecheck

import (
	"regexp"
	"slices"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// SHOW asks what is declared at its place in the script. Its answer is the table that Flink gives;
// `flinkc check` prints it. What only a cluster knows is a warning instead.

// answer notes the answer of a statement.
func (c *checker) answer(s lang.Statement, columns []string, rows ...[]string) {
	c.plan.Answers = append(c.plan.Answers, logical.Answer{At: s.Span(), Columns: columns, Rows: rows})
}

// unknowable are what SHOW can ask and a compiler cannot say.
var unknowable = map[string]string{
	"JOBS":            "there are no jobs while a script is compiled: the program is the job",
	"JARS":            "there are no jars: functions are linked into the program",
	"PROCEDURES":      "there are no procedures",
	"PARTITIONS":      "partitions are not known while a script is compiled",
	"CREATE FUNCTION": "a function is declared in the script: look there",
}

func (c *checker) checkShow(s *lang.Show) {
	switch s.What {
	case "CATALOGS":
		c.names(s, "catalog name", c.catalog.catalogs())
	case "DATABASES":
		c.showDatabases(s)
	case "TABLES", "VIEWS":
		c.showTables(s)
	case "FUNCTIONS", "USER FUNCTIONS":
		c.showFunctions(s)
	case "COLUMNS":
		c.describe(s, s.Of)
	case "CREATE TABLE", "CREATE VIEW":
		c.showCreate(s)
	case "CREATE CATALOG":
		c.showCreateCatalog(s)
	case "CURRENT CATALOG":
		c.answer(s, []string{"current catalog name"}, []string{c.catalog.current.catalog})
	case "CURRENT DATABASE":
		c.answer(s, []string{"current database name"}, []string{c.catalog.current.database})
	case "MODULES":
		c.answer(s, []string{"module name"}, []string{"core"})
	case "FULL MODULES":
		c.answer(s, []string{"module name", "used"}, []string{"core", "true"})
	default:
		c.warnUnknowable(s, unknowable[s.What])
	}
}

// names is an answer of one column, of the names that the pattern wants.
func (c *checker) names(s *lang.Show, column string, names []string) {
	var rows [][]string
	for _, name := range names {
		if wants(s, name) {
			rows = append(rows, []string{name})
		}
	}
	c.answer(s, []string{column}, rows...)
}

// wants reports whether the pattern behind SHOW, if there is one, lets a name through.
func wants(s *lang.Show, name string) bool {
	if s.Like == nil {
		return true
	}
	pattern := strings.NewReplacer("%", ".*", "_", ".").Replace(regexp.QuoteMeta(s.Like.Value))
	if s.ILike {
		pattern = "(?i)" + pattern
	}
	return regexp.MustCompile("(?s)^"+pattern+"$").MatchString(name) != s.NotLike
}

func (c *checker) showDatabases(s *lang.Show) {
	name := c.catalog.current.catalog
	if s.Of != nil {
		name = s.Of.Last().Name
	}
	if s.Of != nil && !c.knowsCatalog(s.Of.Last()) {
		return
	}
	c.names(s, "database name", c.catalog.databasesOf(name))
}

// knowsCatalog wants a catalog to be there.
func (c *checker) knowsCatalog(name *lang.Ident) bool {
	ok := slices.Contains(c.catalog.catalogs(), name.Name)
	if !ok {
		c.errUnknownCatalog(name)
	}
	return ok
}

func (c *checker) showTables(s *lang.Show) {
	p, ok := c.databaseOf(s)
	if !ok {
		return
	}
	column := strings.ToLower(strings.TrimSuffix(s.What, "S")) + " name"
	var names []string
	for _, name := range slices.Compact(c.catalog.tableNames(p)) {
		p.name = name
		if s.What == "TABLES" || c.catalog.table(p).view != nil {
			names = append(names, name)
		}
	}
	c.names(s, column, names)
}

// databaseOf is the database behind FROM, or the current one.
func (c *checker) databaseOf(s *lang.Show) (path, bool) {
	p := c.catalog.current
	if s.Of == nil {
		return p, true
	}
	p.database = s.Of.Last().Name
	if len(s.Of.Parts) > 1 {
		p.catalog = s.Of.Parts[0].Name
	}
	if !c.catalog.databases[p] {
		c.errUnknownDatabase(s.Of, p)
		return p, false
	}
	return p, true
}

// showFunctions names functions as Flink does, in lower case.
func (c *checker) showFunctions(s *lang.Show) {
	if _, ok := c.databaseOf(s); !ok {
		return
	}
	all := c.catalog.functionNames()
	if s.What == "FUNCTIONS" {
		all = c.functionNames()
	}
	var names []string
	for _, name := range all {
		if callable.MatchString(name) {
			names = append(names, strings.ToLower(name))
		}
	}
	slices.Sort(names)
	c.names(s, "function name", slices.Compact(names))
}

// callable are the names of functions that are no operators.
var callable = regexp.MustCompile(`^[A-Za-z_][A-Za-z_0-9]*$`)
