package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang/diag"
)

// Codes documents every code that Check reports, in the order of the catalog, the options, the
// queries and the sinks. The examples are run by a test: each gives its code.
var Codes = slices.Concat(catalogCodes, functionCodes, optionCodes, exprCodes, queryCodes,
	streamingCodes, insertCodes)

// Declarations that the examples begin with.
const (
	exampleIn = "CREATE TABLE t (id BIGINT, name STRING, ts TIMESTAMP(3)) " +
		"WITH ('connector' = 'datagen');\n"
	exampleOut  = "CREATE TABLE o (id BIGINT, name STRING) WITH ('connector' = 'print');\n"
	exampleBoth = exampleIn + exampleOut
	// Tables with an end, in batch mode.
	exampleBatch = "SET 'execution.runtime-mode' = 'batch';\n" +
		"CREATE TABLE t (id BIGINT, name STRING) WITH ('connector' = 'datagen', " +
		"'number-of-rows' = '9');\n" +
		exampleOut
	exampleJDBC = "CREATE TABLE o (id BIGINT, n BIGINT) WITH ('connector' = 'jdbc', " +
		"'url' = 'jdbc:mysql://localhost:3306/d', 'table-name' = 'o');\n"
)

var catalogCodes = []diag.Doc{
	{Code: "already-exists", Title: "The name is taken",
		Text:    "A table, view, function or database of this name is declared above.",
		Example: exampleIn + "CREATE TABLE t (id BIGINT) WITH ('connector' = 'print');",
		Cure:    "Choose another name, DROP the first one, or write IF NOT EXISTS."},
	{Code: "unknown-table", Title: "No such table",
		Text:    "No table, view or WITH query of this name is declared above. Case matters.",
		Example: exampleOut + "INSERT INTO o SELECT id, name FROM missing;",
		Cure:    "Declare it above the statement, or correct the name."},
	{Code: "unknown-database", Title: "No such database",
		Text:    "A name in front of a table is no catalog or database of the script.",
		Example: "CREATE TABLE shop.t (id BIGINT) WITH ('connector' = 'datagen');",
		Cure:    "CREATE DATABASE it, or leave it out."},
	{Code: "name-parts", Title: "A name with too many parts",
		Text:    "A name has at most three parts: catalog, database and object.",
		Example: "CREATE TABLE a.b.c.d (id BIGINT) WITH ('connector' = 'datagen');",
		Cure:    "Write catalog.database.object."},
	{Code: "drop", Title: "DROP of the wrong kind",
		Text:    "The object is a view and not a table, or temporary, or the reverse.",
		Example: exampleIn + "DROP VIEW t;", Cure: "Write the DROP that fits the declaration."},
	{Code: "alter", Title: "An ALTER that does not fit what is altered",
		Text: "ALTER TABLE is for tables, ALTER VIEW for views, and what DROP or MODIFY names must be there.",
		Example: "CREATE TABLE t (id INT) WITH ('connector' = 'datagen');\n" +
			"ALTER TABLE t DROP PRIMARY KEY;",
		Cure: "Remove the statement, or write the other kind."},
	{Code: "unknown-type", Title: "No such type", Text: "The word is no type of the dialect.",
		Example: "CREATE TABLE t (id BIGINTT) WITH ('connector' = 'datagen');",
		Cure:    "Correct the word."},
	{Code: "type-parameters", Title: "Length, precision or scale out of range",
		Text:    "DECIMAL has 1 to 38 digits, times have 0 to 9 digits of fraction, lengths at least 1.",
		Example: "CREATE TABLE t (id DECIMAL(40, 2)) WITH ('connector' = 'datagen');",
		Cure:    "Choose a value within the range."},
	{Code: "column-type", Title: "A type that columns cannot have",
		Text:    "Rows, the connector or the format have no form for values of the type.",
		Example: "CREATE TABLE t (wait INTERVAL DAY) WITH ('connector' = 'datagen');",
		Cure:    "Use a type that is supported, or plain columns for the parts."},
	{Code: "no-columns", Title: "A table without columns",
		Text:    "A table needs at least one column.",
		Example: "CREATE TABLE t () WITH ('connector' = 'print');", Cure: "Declare a column."},
	{Code: "duplicate-column", Title: "A column twice",
		Text:    "Two columns, parameters or names of a list are the same.",
		Example: "CREATE TABLE t (id BIGINT, id STRING) WITH ('connector' = 'datagen');",
		Cure:    "Rename or remove one of them."},
	{Code: "unique-key", Title: "UNIQUE", Text: "Flink knows PRIMARY KEY only.",
		Example: "CREATE TABLE t (id BIGINT, UNIQUE (id) NOT ENFORCED) WITH ('connector' = 'print');",
		Cure:    "Use PRIMARY KEY (..) NOT ENFORCED."},
	{Code: "second-primary-key", Title: "Two primary keys", Text: "A table has one PRIMARY KEY.",
		Example: "CREATE TABLE t (a BIGINT, b BIGINT, PRIMARY KEY (a) NOT ENFORCED, " +
			"PRIMARY KEY (b) NOT ENFORCED) WITH ('connector' = 'print');",
		Cure: "Declare one key with both columns."},
	{Code: "enforced-key", Title: "A key without NOT ENFORCED",
		Text:    "Nobody checks that keys are unique, and a key that says nothing claims ENFORCED.",
		Example: "CREATE TABLE t (a BIGINT, PRIMARY KEY (a)) WITH ('connector' = 'print');",
		Cure:    "Add NOT ENFORCED."},
	{Code: "key-column", Title: "A column that cannot be in a key",
		Text: "A PRIMARY KEY is made of stored columns, each once.",
		Example: "CREATE TABLE t (a BIGINT, b AS a + 1, PRIMARY KEY (b) NOT ENFORCED) " +
			"WITH ('connector' = 'print');",
		Cure: "Remove the column from the key."},
	{Code: "kafka-key", Title: "A key of a kafka table",
		Text: "csv and json records are new rows: nothing takes an older row of the key back.",
		Example: "CREATE TABLE t (a BIGINT, PRIMARY KEY (a) NOT ENFORCED) WITH ('connector' = " +
			"'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'h:1', 'format' = 'csv');",
		Cure: "Remove the PRIMARY KEY."},
	{Code: "second-watermark", Title: "Two watermarks", Text: "A table has one WATERMARK.",
		Example: "CREATE TABLE t (a TIMESTAMP(3), WATERMARK FOR a AS a, WATERMARK FOR a AS a) " +
			"WITH ('connector' = 'datagen');",
		Cure: "Remove one of them."},
	{Code: "watermark-column", Title: "A watermark for a nested field",
		Text: "The time of an event is a column of the table, not a field inside of one.",
		Example: "CREATE TABLE t (a TIMESTAMP(3), WATERMARK FOR x.a AS a) " +
			"WITH ('connector' = 'datagen');",
		Cure: "Declare a computed column for the field."},
	{Code: "watermark-type", Title: "A watermark that is no time",
		Text: "Time column and watermark are TIMESTAMP or TIMESTAMP_LTZ with at most three digits.",
		Example: "CREATE TABLE t (a TIMESTAMP(6), WATERMARK FOR a AS a) " +
			"WITH ('connector' = 'datagen');",
		Cure: "Use TIMESTAMP(3)."},
	{Code: "like-source", Title: "LIKE a view", Text: "LIKE copies the declaration of a table.",
		Example: exampleIn + "CREATE VIEW v AS SELECT id FROM t;\n" +
			"CREATE TABLE u WITH ('connector' = 'print') LIKE v;",
		Cure: "Name a table."},
	{Code: "setting-value", Title: "A value that SET does not take",
		Text:    "The key is known; the value is not one of its kind, or not supported.",
		Example: "SET 'parallelism.default' = 'many';", Cure: "Write a value of its kind."},
	{Code: "unknown-setting", Title: "A SET key without effect",
		Text:    "flinkc does not know the key and goes on without it.",
		Example: "SET 'table.exec.unheard-of' = 'true';", Cure: "Correct or remove it."},
	{Code: "show", Title: "SHOW CREATE of the other kind",
		Text:    "SHOW CREATE TABLE is for tables, SHOW CREATE VIEW for views.",
		Example: exampleIn + "SHOW CREATE VIEW t;", Cure: "Write the one that fits the declaration."},
	{Code: "no-effect", Title: "A statement without effect",
		Text: "What only a running cluster knows has no answer here. SHOW, DESCRIBE and EXPLAIN of the " +
			"rest are answered by flinkc check; other commands note that they leave them to it.",
		Example: "SHOW JOBS;", Cure: "Remove it, or use flinkc check."},
	{Code: "not-supported", Title: "Flink has it, flinkc does not yet",
		Text:    "The script is right, but this part of the dialect cannot run yet.",
		Example: exampleBoth + "INSERT INTO o SELECT t.id, t.name FROM t JOIN t AS u ON t.id = u.id;",
		Cure:    "See the hint for another way."},
	{Code: "too-large", Title: "A plan that grows beyond measure",
		Text: "Views and WITH queries are expanded where they are used. Those that use each other " +
			"several times multiply.",
		Example: exampleOut + exampleIn + growing(), Cure: "Write intermediate results to tables."},
}

// growing is a script whose views double the plan at each step.
func growing() string {
	const steps = 15
	out := "CREATE VIEW v0 AS SELECT id, name FROM t;\n"
	for i := range steps {
		from, to := string(rune('a'+i-1)), string(rune('a'+i))
		if i == 0 {
			from = "0"
		}
		out += "CREATE VIEW v" + to + " AS SELECT * FROM v" + from + " UNION ALL SELECT * FROM v" +
			from + ";\n"
	}
	return out + "INSERT INTO o SELECT * FROM vo;"
}

var functionCodes = []diag.Doc{
	{Code: "function-language", Title: "A function that is not Go",
		Text:    "Classes of Java and files of Python cannot be linked into the program.",
		Example: "CREATE FUNCTION f AS 'com.example.F';",
		Cure:    "Write it in Go, with LANGUAGE GO and a typed signature."},
	{Code: "function-signature", Title: "A Go function without types",
		Text:    "The types of parameters and result are declared in SQL.",
		Example: "CREATE FUNCTION f LANGUAGE GO AS './udf.F';",
		Cure:    "Write (x STRING) RETURNS STRING behind the name."},
	{Code: "function-clause", Title: "CREATE FUNCTION without AS",
		Text:    "AS says where the function's Go code is.",
		Example: "CREATE FUNCTION f (x STRING) RETURNS STRING LANGUAGE GO;",
		Cure:    "Add AS './folder.Func'."},
	{Code: "function-body", Title: "A body of another type than the function's result",
		Text:    "The expression of a function in SQL must fit the type behind RETURNS without a CAST.",
		Example: "CREATE FUNCTION f (x STRING) RETURNS INT RETURN UPPER(x);",
		Cure:    "Change the type behind RETURNS, or CAST the body to it."},
	{Code: "function-type", Title: "A type that Go functions cannot have",
		Text:    "Values of this type cannot be handed to a Go function yet.",
		Example: "CREATE FUNCTION f (x MULTISET<INT>) RETURNS STRING LANGUAGE GO AS './udf.F';",
		Cure:    "Use STRING, BOOLEAN, a number, DATE, TIMESTAMP, or an ARRAY, MAP or ROW of them."},
	{Code: "on-error-null", Title: "ON ERROR NULL with NOT NULL",
		Text: "An error becomes NULL, which the declared result cannot be.",
		Example: "CREATE FUNCTION f (x STRING) RETURNS STRING NOT NULL ON ERROR NULL LANGUAGE GO " +
			"AS './udf.F';",
		Cure: "Remove NOT NULL."},
	{Code: "go-function", Title: "The Go function is not found",
		Text:    "Folder, package, file or function does not exist, or has a form that SQL cannot call.",
		Example: "CREATE FUNCTION f (x STRING) RETURNS STRING LANGUAGE GO AS './udf.Missing';",
		Cure:    "Correct the reference; the message says what is missing."},
	{Code: "go-signature", Title: "Go and SQL disagree",
		Text: "Parameters or result of the Go function are not those that the declaration wants. " +
			"BIGINT is int64, STRING is string, DOUBLE is float64; a pointer sees NULL.",
		Example: "CREATE FUNCTION f (x BIGINT) RETURNS STRING LANGUAGE GO AS './udf.F';",
		Cure:    "Change one of the two."},
	{Code: "hidden-function", Title: "A function behind a built-in one",
		Text:    "A built-in function of this name is found first, as in Flink.",
		Example: "CREATE FUNCTION md5 (x STRING) RETURNS STRING LANGUAGE GO AS './udf.F';",
		Cure:    "Choose another name, or write CREATE TEMPORARY SYSTEM FUNCTION."},
	{Code: "unknown-function", Title: "No such function",
		Text:    "It is neither built in nor declared above.",
		Example: exampleBoth + "INSERT INTO o SELECT id, UPPERR(name) FROM t;",
		Cure:    "Correct the name, or declare the function."},
	{Code: "function-arguments", Title: "Arguments that do not fit",
		Text:    "The number or the types of the arguments are not those of any form of the function.",
		Example: exampleBoth + "INSERT INTO o SELECT id, UPPER(id) FROM t;",
		Cure:    "See the notes for each form, and use CAST."},
	{Code: "function-kind", Title: "A function in the place of another kind",
		Text: "A table function stands in FROM and in TABLE(..), other functions stand in expressions.",
		Example: exampleBoth + "CREATE FUNCTION f (x STRING) RETURNS STRING LANGUAGE GO AS './udf.F';\n" +
			"INSERT INTO o SELECT t.id, u.y FROM t, LATERAL TABLE(f(name)) AS u (y);",
		Cure: "Call it in SELECT, or join the table function with LATERAL TABLE."},
	{Code: "not-aggregate", Title: "DISTINCT, * or FILTER for a function of one row",
		Text:    "Only aggregate functions take them.",
		Example: exampleBoth + "INSERT INTO o SELECT id, UPPER(DISTINCT name) FROM t;",
		Cure:    "Remove it."},
}

var optionCodes = []diag.Doc{
	{Code: "missing-connector", Title: "A table without connector",
		Text:    "Every table says what it is connected to.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connectr' = 'print');",
		Cure:    "Add 'connector' = '..'."},
	{Code: "unknown-connector", Title: "No such connector",
		Text:    "The connector does not exist, or flinkc does not have it.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'kafak');",
		Cure:    "Use kafka, filesystem, datagen, jdbc, print or blackhole."},
	{Code: "missing-format", Title: "A table without format",
		Text:    "kafka and filesystem hold bytes; a format makes rows of them.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'filesystem', 'path' = 'x');",
		Cure:    "Add 'format' = 'csv' or 'json'."},
	{Code: "unknown-format", Title: "No such format",
		Text: "The format does not exist, or flinkc does not have it.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'filesystem', 'path' = 'x', " +
			"'format' = 'avro');",
		Cure: "Use csv or json."},
	{Code: "unknown-option", Title: "No such option",
		Text:    "Neither the connector nor the format has it. flinkc refuses what it would not obey.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'print', 'print-identifer' = 'x');",
		Cure:    "Correct or remove the key."},
	{Code: "duplicate-option", Title: "An option twice", Text: "One of the two would be lost.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'print', 'connector' = 'print');",
		Cure:    "Remove one."},
	{Code: "missing-option", Title: "An option is missing",
		Text:    "The connector, or another option, needs it.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'filesystem', 'format' = 'csv');",
		Cure:    "Add it."},
	{Code: "option-value", Title: "A value of the wrong kind",
		Text:    "The option wants a number, a duration, a choice or the like.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = 'x');",
		Cure:    "Write a value as the hint shows."},
	{Code: "option-conflict", Title: "Options that exclude each other",
		Text: "Two options say opposite things.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'filesystem', 'path' = 'x', " +
			"'format' = 'csv', 'csv.disable-quote-character' = 'true', 'csv.quote-character' = '|');",
		Cure: "Remove one."},
	{Code: "unsupported-option", Title: "An option that flinkc cannot obey",
		Text: "Flink has it. Going on without it would give other results.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'filesystem', 'path' = 'x', " +
			"'format' = 'csv', 'source.monitor-interval' = '1 s');",
		Cure: "Remove it, or see the hint."},
	{Code: "ignored-option", Title: "An option without effect",
		Text: "Flink has it; flinkc does not need it.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'datagen', " +
			"'scan.parallelism' = '2');",
		Cure: "Nothing needs to be done."},
	{Code: "option-secret", Title: "env() or file() where it is no credential",
		Text: "Values from the environment are for passwords and the like.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'print', " +
			"'print-identifier' = env('Y'));",
		Cure: "Use ${NAME} and --var NAME=value."},
	{Code: "jdbc-url", Title: "A jdbc url that is not understood",
		Text: "The url names another database, lacks a part, or has a parameter that is refused.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'jdbc', " +
			"'url' = 'jdbc:oracle:thin', 'table-name' = 't');",
		Cure: "Write jdbc:mysql://host:port/database."},
	{Code: "option-column", Title: "An option for a column that does not exist",
		Text:    "Options such as fields.#.kind name a column of the table.",
		Example: "CREATE TABLE t (id BIGINT) WITH ('connector' = 'datagen', 'fields.x.kind' = 'random');",
		Cure:    "Correct the column's name."},
}
