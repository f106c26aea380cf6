// Package typecheck turns the syntax tree of a script into its logical plan. It is the only place
// where names are resolved and types are found; after it no phase reports an error in the SQL.
//
// The checker goes through the statements in order, keeping a catalog of what is declared. Each
// kind of statement, query and expression has one checkX function, in the order of the switch that
// calls it. A mistake is reported once: what depends on it has the type Invalid, or is a broken
// relation, and is passed over in silence.
package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// Check checks a script and returns its plan and what there is to say about it, ordered by place.
// The plan is of use only when the list has no errors. Check does not panic, whatever the script.
func Check(script *lang.Script, env Env) (*logical.Plan, diag.List) {
	c := newChecker(script, env)
	for _, s := range script.Statements {
		c.nodes = 0
		c.checkStatement(s)
	}
	c.finish()
	return c.plan, c.list.Sorted()
}

func newChecker(script *lang.Script, env Env) *checker {
	return &checker{script: script, env: env, catalog: newCatalog(), settings: defaultSettings(),
		plan: &logical.Plan{Source: script.Source}}
}

// checker is the state of one Check.
type checker struct {
	script   *lang.Script
	env      Env
	catalog  *catalog
	settings *settings
	plan     *logical.Plan
	list     diag.List

	declared []*logical.UserFunction // in order of declaration, dropped ones among them
	slots    int                     // Let slots given out
	nodes    int                     // plan nodes made, see limit.go
	tooLarge bool
	lateral  *scope // the row around the queries that are bound, behind LATERAL; nil: none
}

func (c *checker) checkStatement(s lang.Statement) {
	switch s := s.(type) {
	case *lang.CreateTable:
		c.checkCreateTable(s)
	case *lang.CreateView:
		c.checkCreateView(s)
	case *lang.CreateFunction:
		c.checkCreateFunction(s)
	case *lang.CreateCatalog:
		c.checkCreateCatalog(s)
	case *lang.CreateDatabase:
		c.checkCreateDatabase(s)
	case *lang.AlterTable:
		c.checkAlterTable(s)
	case *lang.AlterView:
		c.checkAlterView(s)
	case *lang.Drop:
		c.checkDrop(s)
	case *lang.Use:
		c.checkUse(s)
	case *lang.Set:
		c.checkSet(s)
	case *lang.Reset:
		c.checkReset(s)
	case *lang.Insert:
		c.checkInsert(s)
	case *lang.StatementSet:
		c.checkStatementSet(s)
	case *lang.Explain:
		c.checkExplain(s)
	case *lang.QueryStatement:
		c.checkQueryStatement(s)
	case *lang.Show:
		c.checkShow(s)
	case *lang.Describe:
		c.checkDescribe(s)
	default:
		c.errStatement(s)
	}
}

func (c *checker) checkStatementSet(s *lang.StatementSet) {
	for _, insert := range s.Inserts {
		c.checkInsert(insert)
	}
}

// checkExplain makes the logical plan of what is explained its answer. It is no part of the job.
func (c *checker) checkExplain(s *lang.Explain) {
	before := len(c.plan.Sinks)
	text := ""
	if q, ok := s.Statement.(*lang.QueryStatement); ok {
		if r := c.checkQuery(q.Query, nil); !r.broken {
			text = logical.Text(r.node, c.script.Source)
		}
	} else if s.Statement != nil {
		c.checkStatement(s.Statement)
	}
	for _, sink := range c.plan.Sinks[before:] {
		text += logical.Text(sink, c.script.Source)
	}
	c.plan.Sinks = c.plan.Sinks[:before]
	if text != "" {
		c.answer(s, []string{"result"}, []string{text})
	}
}

func (c *checker) checkQueryStatement(s *lang.QueryStatement) {
	before := len(c.list)
	c.checkQuery(s.Query, nil)
	if !c.list[before:].HasErrors() {
		c.errNoSink(s)
	}
}

// finish fills in what only the whole script tells.
func (c *checker) finish() {
	c.plan.Settings = c.settings.plan()
	c.plan.Functions = c.usedFunctions()
	for i := range c.list {
		if c.list[i].Source == nil {
			c.list[i].Source = c.script.Source
		}
		for j := range c.list[i].Notes {
			c.placeNote(&c.list[i].Notes[j])
		}
	}
}

func (c *checker) placeNote(n *diag.Remark) {
	if n.Source == nil && n.At != (diag.Span{}) {
		n.Source = c.script.Source
	}
}
