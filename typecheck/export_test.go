package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/types"
)

// QueryTypes checks a script and returns, for each INSERT, the names and types of its query's
// columns before they are cast to the table's.
func QueryTypes(script *lang.Script, env Env) [][]types.Field {
	var out [][]types.Field
	c := newChecker(script, env)
	for _, s := range script.Statements {
		c.checkStatement(s)
		for _, insert := range insertsOf(s) {
			r := c.checkQuery(insert.Query, nil)
			var columns []types.Field
			for i, name := range r.names {
				columns = append(columns, types.Field{Name: name, Type: r.types[i]})
			}
			out = append(out, columns)
		}
	}
	return out
}

func insertsOf(s lang.Statement) []*lang.Insert {
	switch s := s.(type) {
	case *lang.Insert:
		return []*lang.Insert{s}
	case *lang.StatementSet:
		return s.Inserts
	}
	return nil
}
