package main

import (
	"fmt"
	"strings"
)

// largeScript is a script of the odd corpus that is better made than written.
type largeScript struct{ name, text string }

// largeScripts are those whose size is what they test.
func largeScripts() []largeScript {
	return []largeScript{
		{"large-200-columns", wideTable(200, "CAST(%d AS INT)")},
		{"large-70-nulls", wideTable(70, "CAST(NULLIF(%d, 0) AS INT)")},
		{"large-case-100", caseOf(100)},
		{"large-in-500", inList(500)},
		{"large-in-500-text", inText(500)},
		{"large-nested-200", nested(200, "(%s + 1)")},
		{"large-nested-case", nested(60, "CASE WHEN x > 0 THEN %s + 1 ELSE 0 END")},
		{"large-nested-divide", nested(60, "COALESCE((%s + 1) / NULLIF(x, 0), x)")},
		{"large-and-chain", chain(150, " AND ")},
		{"large-or-chain", chain(150, " OR ")},
		{"large-concat", concatenation(100)},
		{"large-inserts", inserts(40)},
	}
}

// list joins n pieces, each printed with its number.
func list(n int, piece, sep string) string {
	var out []string
	for i := range n {
		out = append(out, strings.ReplaceAll(piece, "%d", fmt.Sprint(i)))
	}
	return strings.Join(out, sep)
}

// wideTable sends n columns through a group and a filter. The even columns are aggregated.
func wideTable(n int, value string) string {
	var selected, keys, want []string
	for i := range n {
		if i%2 == 0 {
			selected = append(selected, fmt.Sprintf("MAX(c%d)", i))
		} else {
			selected = append(selected, fmt.Sprintf("c%d", i))
			keys = append(keys, fmt.Sprintf("c%d", i))
		}
		if i == 0 && strings.Contains(value, "NULLIF") {
			want = append(want, "null")
			continue
		}
		want = append(want, fmt.Sprint(i))
	}
	return "-- a table of many columns\nCREATE TABLE r (" + list(n, "c%d INT", ", ") +
		") WITH ('connector' = 'print');\nCREATE VIEW v AS SELECT " + list(n, value+" AS c%d", ",\n  ") +
		"\nFROM (VALUES (1), (2)) AS t (x);\nINSERT INTO r SELECT " + strings.Join(selected, ", ") +
		" FROM v\nGROUP BY " + strings.Join(keys, ", ") + ";\n--= [" + strings.Join(want, ", ") + "]\n"
}

const threeNumbers = "FROM (VALUES (1), (7), (CAST(NULL AS INT))) AS t (x)"

// numbers is a script that computes one BIGINT of three numbers.
func numbers(expr string, want ...string) string {
	return "CREATE TABLE r (x INT, y BIGINT) WITH ('connector' = 'print');\nINSERT INTO r SELECT x, CAST(" + expr +
		" AS BIGINT)\n" + threeNumbers + ";\n--= [1, " + want[0] + "]\n--= [7, " + want[1] + "]\n--= [null, " +
		want[2] + "]\n"
}

func caseOf(n int) string {
	return numbers("CASE "+list(n, "WHEN x = %d THEN x / (%d - 200) + %d", "\n  ")+" ELSE -1 END", "1", "7", "-1")
}

func inList(n int) string {
	return numbers("CASE WHEN x IN ("+list(n, "%d + 2", ", ")+") THEN 1 ELSE 0 END", "0", "1", "0")
}

func inText(n int) string {
	return numbers("CASE WHEN CAST(x AS STRING) NOT IN ("+list(n, "'%d'", ", ")+") THEN 1 ELSE 0 END", "0", "0", "0")
}

// nested puts an expression into itself n times. Each level adds one where x is not NULL, and may then divide by x.
func nested(n int, around string) string {
	e := "x"
	for range n {
		e = strings.Replace(around, "%s", e, 1)
	}
	switch {
	case strings.HasPrefix(around, "CASE"):
		return numbers(e, fmt.Sprint(1+n), fmt.Sprint(7+n), "0")
	case strings.HasPrefix(around, "COALESCE"):
		return numbers(e, fmt.Sprint(1+n), "0", "null")
	}
	return numbers(e, fmt.Sprint(1+n), fmt.Sprint(7+n), "null")
}

// chain joins conditions that need statements of their own, so that each must be lazy.
func chain(n int, op string) string {
	cond := list(n, "10 / (x + %d) >= 0", op)
	return numbers("CASE WHEN "+cond+" THEN 1 ELSE 0 END", "1", "1", "0")
}

func concatenation(n int) string {
	return numbers("CHAR_LENGTH("+list(n, "CAST(x AS STRING)", " || ")+")", fmt.Sprint(n), fmt.Sprint(n), "null")
}

// inserts is a statement set of n inserts that share one scan and one view.
func inserts(n int) string {
	var b strings.Builder
	b.WriteString("CREATE VIEW v AS SELECT x, x * 2 AS y " + threeNumbers + ";\n")
	for i := range n {
		fmt.Fprintf(&b, "CREATE TABLE r%d (a BIGINT) WITH ('connector' = 'print', 'print-identifier' = '%d');\n", i, i)
	}
	b.WriteString("EXECUTE STATEMENT SET BEGIN\n")
	for i := range n {
		fmt.Fprintf(&b, "INSERT INTO r%d SELECT CAST(SUM(y + %d) AS BIGINT) FROM v;\n", i, i)
	}
	b.WriteString("END;\n")
	for i := range n {
		fmt.Fprintf(&b, "--= %d[%d]\n", i, 16+2*i)
	}
	return b.String()
}
