package lang

import (
	"slices"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

func TestCodesExamples(t *testing.T) {
	vars := ParseOptions{Vars: map[string]string{"LIMIT": "1; DROP TABLE t"}}
	for _, doc := range Codes {
		t.Run(doc.Code, func(t *testing.T) {
			_, diags := Parse(diag.NewSource("e.sql", doc.Example), vars)
			if len(diags) != 1 || diags[0].Code != doc.Code {
				t.Errorf("want one %s, got\n%s", doc.Code, diags)
			}
			if _, cured := Parse(diag.NewSource("c.sql", doc.Cure)); len(cured) > 0 {
				t.Errorf("the cure is wrong:\n%s", cured)
			}
		})
	}
}

// TestErrors has one mistake a case and wants exactly one diagnostic: "line:col code: message".
func TestErrors(t *testing.T) {
	tests := []struct{ in, at, code, message string }{
		{"SELECT a, FROM t", "1:11", "syntax", "expected an expression, found FROM"},
		{"SELECT a FORM t", "1:15", "syntax", "did not expect t"},
		{"CREATE TABLE t (a INT b INT)", "1:23", "syntax", `expected ")", found b`},
		{"CREATE TABLE t (a INT,, b INT)", "1:23", "syntax", `did not expect ","`},
		{"CREATE TABLE t (a INT,,)", "1:23", "syntax", `did not expect ","`},
		{"CREATE TABLE t (a INT, 5)", "1:24", "syntax", "did not expect the number 5"},
		{"CREATE TABLE t (a INT, CONSTRAINT c b INT)", "1:37", "syntax",
			"expected PRIMARY KEY or UNIQUE, found b"},
		{"CREATE TABLE t a INT)", "1:16", "syntax", "did not expect a"},
		{"CREATE TABEL t (a INT)", "1:8", "syntax",
			"expected TABLE, VIEW, FUNCTION, CATALOG or DATABASE, found TABEL"},
		{"CREATE TABLE t (a INT) WITH ('a' 'b')", "1:34", "syntax",
			`expected "=", found a text in single quotes`},
		{"CREATE TABLE t (a INT) WITH ('a' = b)", "1:36", "syntax",
			"expected a text in single quotes, env('NAME') or file('path'), found b"},
		{"CREATE TABLE t (WATERMARK ts AS ts)", "1:27", "syntax", "expected FOR, found ts"},
		{"CREATE TABLE t (PRIMARY (a))", "1:25", "syntax", `expected KEY, found "("`},
		{"CREATE TABLE t (a FOO<INT>)", "1:22", "syntax", `expected ")", found "<"`},
		{"CREATE TABLE order (a INT)", "1:14", "reserved-word",
			"ORDER is a reserved word and cannot be a name"},
		{"SELECT a AS date FROM t", "1:13", "reserved-word",
			"DATE is a reserved word and cannot be a name"},
		{"INSERT t SELECT 1", "1:8", "syntax", "expected INTO or OVERWRITE, found t"},
		{"INSERT INTO t", "1:14", "syntax",
			"expected a query (SELECT, VALUES, WITH or FROM), found the end of the statement"},
		{"SELECT CASE a WHEN 1 THEN 2", "1:28", "syntax",
			"expected WHEN, ELSE or END, found the end of the statement"},
		{"SELECT CAST(a INT)", "1:15", "syntax", "expected AS, found INT"},
		{"SELECT UPPER(a FROM t", "1:13", "syntax", "this parenthesis is not closed in front of FROM"},
		{"SELECT TRIIM(BOTH a FROM b)", "1:8", "syntax", `function "TRIIM" takes no BOTH`},
		{"SELECT JSON_QUERY a, b)", "1:19", "syntax", `expected "(", found a`},
		{"SELECT (1", "1:10", "syntax", `expected ")", found the end of the statement`},
		{"SELECT 1)", "1:9", "syntax", `did not expect ")"`},
		{"SELECT a NOT 1", "1:14", "syntax",
			"expected BETWEEN, IN, LIKE or SIMILAR TO, found the number 1"},
		{"SELECT INTERVAL '1' FORTNIGHT", "1:21", "syntax", "expected a time unit " +
			"(SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER or YEAR), found FORTNIGHT"},
		{"SELECT CURRENT_DATE()", "1:8", "syntax", "CURRENT_DATE takes no parentheses"},
		{"SELECT * FROM f(1)", "1:15", "syntax", "a function in FROM needs the word TABLE"},
		{"SELECT * FROM a LEFT SEMI JOIN b ON TRUE", "1:22", "not-supported",
			"LEFT SEMI JOIN is not supported"},
		{"SELECT 1 LIMIT 1, 2", "1:17", "not-supported", "LIMIT with two numbers is not supported"},
		{"WITH RECURSIVE a AS (SELECT 1) SELECT 1", "1:6", "not-supported",
			"WITH RECURSIVE is not supported"},
		{"FOO BAR", "1:1", "syntax", "expected a statement (CREATE, INSERT, SELECT, SET, ..), found FOO"},
		{"END", "1:1", "syntax", "END closes nothing here"},
		{"SELECT 1\nINSERT INTO t SELECT 2", "2:1", "syntax", "did not expect INSERT"},
		{"SELECT 'a${X}b'", "1:10", "unknown-var", `the variable "X" has no value`},
		{"FROM t |> SHOUT a", "1:11", "syntax", "expected an operator of a pipe " +
			"(SELECT, WHERE, EXTEND, AGGREGATE, JOIN, ORDER BY, ..), found SHOUT"},
		{"CREATE FUNCTION f(a INT) LANGUAGE GO AS 'x'", "1:26", "syntax",
			"expected RETURNS, found LANGUAGE"},
		{"CREATE FUNCTION f(a) RETURNS INT", "1:20", "syntax", `expected a type, found ")"`},
		{"CREATE TABLE t LIKE u (OVERWRITING ALL)", "1:24", "syntax",
			"LIKE has no option OVERWRITING ALL"},
		{"CREATE TABLE t LIKE u (INCLUDING FOO)", "1:24", "syntax", "LIKE has no option INCLUDING FOO"},
		{"DROP THING x", "1:6", "syntax",
			"expected TABLE, VIEW, FUNCTION, CATALOG or DATABASE, found THING"},
		{"SELECT EXTRACT(1 FROM d)", "1:16", "syntax",
			"expected a time unit such as DAY or HOUR, found the number 1"},
		{"SELECT TRIM(BOTH 'x' a)", "1:22", "syntax", "expected FROM, found a"},
		{"SELECT SUM(a) OVER (ROWS 1)", "1:27", "syntax",
			`expected PRECEDING or FOLLOWING, found ")"`},
		{"SELECT CAST(a AS TIMESTAMP(x))", "1:28", "syntax", "expected a whole number, found x"},
		{"SELECT CAST(a AS STRUCTURED<f INT>)", "1:29", "syntax",
			"expected a text in single quotes, found f"},
		{"DROP TABLE X'00'", "1:12", "syntax", "expected a name, found a binary literal"},
		{"CREATE TABLE t (a INT) COMMENT x", "1:32", "syntax",
			"expected a text in single quotes, found x"},
		{"BEGIN STATEMENT SET; INSERT INTO t SELECT 1; END x", "1:50", "syntax", "did not expect x"},
		{"BEGIN STATEMENT SET x; END", "1:21", "syntax", "did not expect x"},
		{"EXPLAIN DROP TABLE t", "1:9", "syntax",
			"expected a query, INSERT or STATEMENT SET, found DROP"},
		{"SELECT 1 FROM a NATURAL b", "1:25", "syntax", "expected JOIN, found b"},
		{"SELECT 1 FROM LATERAL b", "1:23", "syntax",
			"expected TABLE(function(..)) or a query in parentheses, found b"},
		{"SELECT 1 FROM a AS b FOR SYSTEM_TIME AS OF c", "1:22", "syntax",
			"FOR SYSTEM_TIME stands in front of the alias"},
		{"SELECT 1 FROM TABLE(1)", "1:21", "syntax",
			"expected the name of a function, found the number 1"},
		{"SELECT 1 FROM TABLE(f)", "1:22", "syntax", `expected "(", found ")"`},
		{"SELECT 1 FROM t /*+ a(b", "1:24", "syntax",
			`expected ")", found the end of the statement`},
		{"SELECT 1 FROM t /*+ 5 */", "1:21", "syntax", "expected a hint, found the number 5"},
		{"SELECT 1 FROM a MATCH_RECOGNIZE (AFTER MATCH SKIP NEXT PATTERN (A) DEFINE A AS TRUE)",
			"1:51", "syntax", "expected PAST LAST ROW or TO, found NEXT"},
		{"SELECT 1 FROM a MATCH_RECOGNIZE (PATTERN (1) DEFINE A AS TRUE)", "1:43", "syntax",
			"expected a pattern variable, found the number 1"},
		{"SHOW NONSENSE", "1:6", "syntax",
			"expected what to show (TABLES, VIEWS, FUNCTIONS, CREATE TABLE, ..), found NONSENSE"},
		{"SHOW TABLES NOT 'a'", "1:17", "syntax",
			"expected LIKE or ILIKE, found a text in single quotes"},
		{"SET 'a' = b", "1:11", "syntax", "expected a text in single quotes, found b"},
		{"SET 'a' =", "1:10", "syntax",
			"expected a text in single quotes, found the end of the statement"},
		{"SET a = b", "1:1", "unquoted-set", "keys and values of SET belong in single quotes"},
		{"RESET a", "1:1", "unquoted-set", "keys and values of SET belong in single quotes"},
		{"SELECT U&'\\+12'", "1:8", "malformed-escape",
			"this text has an escape that stands for no character"},
		{"SELECT U&'a", "1:8", "unterminated-string", "this text is never closed"},
		{"SELECT X'00", "1:8", "unterminated-string", "this binary literal is never closed"},
		{"SELECT X'${V}'", "1:10", "unknown-var", `the variable "V" has no value`},
		{"SELECT U&'${V}'", "1:11", "unknown-var", `the variable "V" has no value`},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			_, diags := Parse(diag.NewSource("e.sql", test.in))
			if len(diags) != 1 {
				t.Fatalf("want one diagnostic, got\n%s", diags)
			}
			d := diags[0]
			line, col := d.Source.Position(d.At.Start)
			if at := place(line, col); at != test.at || d.Code != test.code || d.Message != test.message {
				t.Errorf("want %s %s: %s\ngot  %s %s: %s", test.at, test.code, test.message,
					at, d.Code, d.Message)
			}
			if !slices.ContainsFunc(Codes, func(c diag.Doc) bool { return c.Code == d.Code }) {
				t.Errorf("%s is not documented", d.Code)
			}
		})
	}
}
