package typecheck

import "github.com/flinkc/flinkc/lang/diag"

// exampleTimed is a table whose column ts is a time attribute.
const exampleTimed = "CREATE TABLE t (id BIGINT, name STRING, ts TIMESTAMP(3), " +
	"WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');\n" + exampleOut

var streamingCodes = []diag.Doc{
	{Code: "ambiguous-column", Title: "A name that several tables have",
		Text:    "A name alone means a column of any table in FROM. Two have it.",
		Example: exampleBoth + "INSERT INTO o SELECT id, name FROM t CROSS JOIN UNNEST(ARRAY[1, 2]) AS u (id);",
		Cure:    "Write the table in front of the name."},
	{Code: "duplicate-table", Title: "Two tables of one name in FROM",
		Text:    "What stands in front of a column would mean both.",
		Example: exampleBoth + "INSERT INTO o SELECT 1, 'x' FROM t JOIN t ON TRUE;",
		Cure:    "Give one of them another name."},
	{Code: "join-condition", Title: "A join without condition, or with one too many",
		Text:    "All joins but CROSS JOIN say which rows belong together; LATERAL takes CROSS and LEFT JOIN.",
		Example: exampleBoth + "INSERT INTO o SELECT t.id, u.name FROM t JOIN t AS u;",
		Cure:    "Write ON or USING, or CROSS JOIN."},
	{Code: "time-attribute", Title: "A time that is no time attribute",
		Text: "Windows, temporal joins and MATCH_RECOGNIZE wait until a time has come. Only a column with a " +
			"WATERMARK, or one that is PROCTIME(), tells when that is.",
		Example: exampleBoth + "INSERT INTO o SELECT id, name FROM " +
			"TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR));",
		Cure: "Declare a WATERMARK for the column."},
	{Code: "source-watermark", Title: "Watermarks that no source makes",
		Text: "SOURCE_WATERMARK() leaves the watermarks of a table to its connector. None of those that flinkc reads " +
			"makes any. It has no value, and so stands nowhere else.",
		Example: "CREATE TABLE t (id BIGINT, name STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS SOURCE_WATERMARK()) " +
			"WITH ('connector' = 'datagen');\n" + exampleOut + "INSERT INTO o SELECT id, name FROM t;",
		Cure: "Write an expression over the time column instead."},
	{Code: "window", Title: "A window that cannot be made",
		Text: "Window functions take a table, a DESCRIPTOR of its time and intervals of days or less; in GROUP BY " +
			"a time and the intervals, which TUMBLE_START and the like repeat.",
		Example: exampleTimed + "INSERT INTO o SELECT id, name FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), " +
			"INTERVAL '1' HOUR));",
		Cure: "Write the arguments as the hint shows."},
	{Code: "over", Title: "OVER that has no meaning",
		Text: "A function with OVER stands in SELECT, ORDER BY or QUALIFY. ROW_NUMBER, RANK, LAG and the like need " +
			"OVER with an order; a frame goes from an earlier to a later bound, in rows or in what the order is by. " +
			"DISTINCT is not there with OVER, and distances are literals.",
		Example: exampleBoth + "INSERT INTO o SELECT ROW_NUMBER() OVER (PARTITION BY id), name FROM t;",
		Cure:    "Correct the window."},
	{Code: "match-recognize", Title: "A pattern that cannot be looked for",
		Text: "AFTER MATCH names a variable of the pattern, and so should DEFINE; the rows are in ascending order of " +
			"their time; the last part of a pattern does not take as many rows as there are.",
		Example: exampleTimed + "INSERT INTO o SELECT * FROM t MATCH_RECOGNIZE (ORDER BY ts MEASURES A.id AS id, " +
			"A.name AS name AFTER MATCH SKIP TO LAST B PATTERN (A) DEFINE A AS TRUE);",
		Cure: "Correct the variable or the order."},
}
