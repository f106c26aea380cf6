package physical

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/flinkc/flinkc/typecheck/types"
)

// A stage is named after what the SQL says of it, so that it finds its state again when other statements are added,
// removed or put in another order: "group by k into t" is the aggregation by k of the INSERT INTO t. Only what would
// have the same name is numbered: equal operators of a statement from its end to its beginning, and statements that
// write the same table in their order.

// ids counts how often a name was given.
type ids map[string]int

// id gives the second of a name the number 2.
func (i ids) id(name string) string {
	i[name]++
	if n := i[name]; n > 1 {
		return fmt.Sprintf("%s %d", name, n)
	}
	return name
}

// id names an operator of the statement that is being lowered.
func (l *lowering) id(operator string) string { return l.ids.id(operator) + " into " + l.into }

// keyed names the columns that rows are brought together by.
func keyed(columns []int, schema []types.Field) string {
	if len(columns) == 0 {
		return "all"
	}
	out := []string{"by"}
	for _, c := range columns {
		out = append(out, name(schema[c].Name))
	}
	return strings.Join(out, " ")
}

// name is a table or column in an id: quoted unless it is an ordinary identifier, so that no name looks like a number
// or like two names.
func name(s string) string {
	for i, r := range s {
		if r != '_' && r != '$' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return "`" + strings.ReplaceAll(s, "`", "``") + "`"
		}
	}
	return s
}
