package types

// The table behind docs/types.md: every type that columns and expressions can have, with what nothing
// else in the compiler knows. What follows from rules (casts, common types, results of operators) is
// asked of the rules; see markdown.go. A test runs all examples.

// reference is one line of the document.
type reference struct {
	Name   string   // as it is written, with the names of its parameters
	Also   []string // other names of Type
	Type   Type     // the type itself, or one of its types
	Values string   // what it holds
	Least  string   // CAST of this text to Type gives the least value, which has this text
	Most   string
	InRow  string // what it takes in a row of a running program
}

var references = []reference{
	{Name: "BOOLEAN", Type: Of(Boolean), Values: "TRUE, FALSE", Least: "FALSE", Most: "TRUE", InRow: "1 byte"},
	{Name: "TINYINT", Type: Of(TinyInt), Values: "whole numbers of 8 bits",
		Least: "-128", Most: "127", InRow: "1 byte"},
	{Name: "SMALLINT", Type: Of(SmallInt), Values: "16 bits", Least: "-32768", Most: "32767", InRow: "2 bytes"},
	{Name: "INT", Also: []string{"INTEGER"}, Type: Of(Int), Values: "32 bits",
		Least: "-2147483648", Most: "2147483647", InRow: "4 bytes"},
	{Name: "BIGINT", Type: Of(BigInt), Values: "64 bits",
		Least: "-9223372036854775808", Most: "9223372036854775807", InRow: "8 bytes"},
	{Name: "FLOAT", Also: []string{"REAL"}, Type: Of(Float), Values: "IEEE 754, with NaN and infinities",
		Least: "-3.4028235E38", Most: "3.4028235E38", InRow: "4 bytes"},
	{Name: "DOUBLE", Also: []string{"DOUBLE PRECISION"}, Type: Of(Double), Values: "IEEE 754, with NaN and infinities",
		Least: "-1.7976931348623157E308", Most: "1.7976931348623157E308", InRow: "8 bytes"},
	{Name: "DECIMAL(p, s)", Also: []string{"DEC", "NUMERIC", "DECIMAL(10)", "DECIMAL(10, 0)"}, Type: Of(Decimal),
		Values: "p digits, 1 to 38, s of them behind the point; DECIMAL is DECIMAL(10, 0)",
		Least:  "-9999999999", Most: "9999999999", InRow: "8 bytes up to 18 digits, else 16"},
	{Name: "CHAR(n)", Also: []string{"CHARACTER", "CHAR(1)"}, Type: CharOf(1),
		Values: "UTF-8, n characters; CHAR is CHAR(1)", InRow: "16 bytes and the text"},
	{Name: "VARCHAR(n)", Type: VarCharOf(20), Values: "UTF-8, up to n characters", InRow: "16 bytes and the text"},
	{Name: "STRING", Also: []string{"VARCHAR", "VARCHAR(2147483647)"}, Type: StringOf(), Values: "UTF-8",
		InRow: "16 bytes and the text"},
	{Name: "BINARY(n)", Also: []string{"BINARY(1)"}, Type: BinaryOf(1), Values: "n bytes; BINARY is BINARY(1)",
		InRow: "16 bytes and the bytes"},
	{Name: "VARBINARY(n)", Type: VarBinaryOf(20), Values: "up to n bytes", InRow: "16 bytes and the bytes"},
	{Name: "BYTES", Also: []string{"VARBINARY", "VARBINARY(2147483647)"}, Type: BytesOf(), Values: "bytes",
		InRow: "16 bytes and the bytes"},
	{Name: "DATE", Type: Of(Date), Values: "days", Least: "0001-01-01", Most: "9999-12-31", InRow: "4 bytes"},
	{Name: "TIME", Also: []string{"TIME(0)", "TIME(3)"}, Type: Of(Time),
		Values: "milliseconds of a day. As in Flink every TIME(p) is TIME(0): the readers of csv and json and the " +
			"cast to text cut the fraction off, others keep it",
		Least: "00:00:00", Most: "23:59:59", InRow: "4 bytes"},
	{Name: "TIMESTAMP(p)", Also: []string{"TIMESTAMP", "TIMESTAMP(6) WITHOUT TIME ZONE"}, Type: TimestampOf(6),
		Values: "a wall clock with p digits of fraction, 0 to 9; TIMESTAMP is TIMESTAMP(6)",
		Least:  "0001-01-01 00:00:00.000000", Most: "9999-12-31 23:59:59.999999",
		InRow: "8 bytes up to 3 digits, else 12; also where more digits were read and somebody sees them"},
	{Name: "TIMESTAMP_LTZ(p)", Also: []string{"TIMESTAMP_LTZ", "TIMESTAMP(6) WITH LOCAL TIME ZONE"},
		Type: TimestampLTZOf(6),
		Values: "an instant with p digits of fraction; casts, EXTRACT and the like see the clock of " +
			"`table.local-time-zone`, by default the machine's. csv and json hold UTC with a Z",
		Least: "0001-01-01 00:00:00.000000", Most: "9999-12-31 23:59:59.999999", InRow: "as TIMESTAMP"},
	{Name: "INTERVAL YEAR TO MONTH", Also: []string{"INTERVAL YEAR(2) TO MONTH"}, Type: Of(IntervalYearMonth),
		Values: "months; in queries and views, not in tables", InRow: "4 bytes"},
	{Name: "INTERVAL DAY TO SECOND", Also: []string{"INTERVAL DAY(2) TO SECOND(6)"}, Type: Of(IntervalDayTime),
		Values: "milliseconds; in queries and views, not in tables", InRow: "8 bytes"},
	{Name: "ARRAY<t>", Type: ArrayOf(Of(Int)), Values: constructedValues, InRow: constructedRow},
	{Name: "MAP<k, v>", Type: MapOf(StringOf(), Of(Int)), Values: constructedValues, InRow: constructedRow},
	{Name: "MULTISET<t>", Type: MultisetOf(StringOf()), Values: constructedValues, InRow: constructedRow},
	{Name: "ROW<a t, ..>", Type: RowOf(Field{Name: "a", Type: Of(Int)}, Field{Name: "b", Type: StringOf()}),
		Values: constructedValues, InRow: constructedRow},
}

const (
	constructedValues = "see [below](#array-map-multiset-row)"
	constructedRow    = "4 bytes and 8 for each part, and behind them what texts, DECIMALs, timestamps and inner " +
		"values take"
)

// form is a value with its texts: of CAST AS STRING, and as print, json and csv write it; no for a
// connector or format that does not.
type form struct{ SQL, Type, Text, Print, JSON, CSV string }

const no = "-"

var forms = []form{
	{"TRUE", "BOOLEAN", "TRUE", "true", "true", "true"},
	{"12", "INT", "12", "12", "12", "12"},
	{"9000000000", "BIGINT", "9000000000", "9000000000", "9000000000", "9000000000"},
	{"-1.50", "DECIMAL(3, 2)", "-1.50", "-1.50", "-1.5", "-1.5"},
	{"1E10", "DOUBLE", "1.0E10", "1.0E10", "1.0E10", "1.0E10"},
	{"CAST(0.1 AS FLOAT)", "FLOAT", "0.1", "0.1", "0.1", "0.1"},
	{"'it''s'", "CHAR(4)", "it's", "it's", `"it's"`, `"it's"`},
	{`U&'\00e4'`, "CHAR(1)", "ä", "ä", `"ä"`, "ä"},
	{"X'41ff'", "BINARY(2)", "A\ufffd", "[65, -1]", `"Qf8="`, "Qf8="},
	{"DATE '2024-02-29'", "DATE", "2024-02-29", "2024-02-29", `"2024-02-29"`, "2024-02-29"},
	{"TIME '12:30:00'", "TIME(0)", "12:30:00", "12:30", `"12:30:00"`, "12:30:00"},
	{"TIMESTAMP '2024-02-29 12:30:00.5'", "TIMESTAMP(1)", "2024-02-29 12:30:00.5", "2024-02-29T12:30:00.500",
		`"2024-02-29 12:30:00.5"`, `"2024-02-29 12:30:00.5"`},
	{"CAST('2024-02-29 12:30:00.5' AS TIMESTAMP_LTZ(3))", "TIMESTAMP_LTZ(3)", "2024-02-29 12:30:00.500",
		"2024-02-29T12:30:00.500Z", `"2024-02-29 12:30:00.5Z"`, `"2024-02-29 12:30:00.5Z"`},
	{"INTERVAL '1-2' YEAR TO MONTH", "INTERVAL YEAR(2) TO MONTH", "+1-02", no, no, no},
	{"INTERVAL '10' MINUTE", "INTERVAL MINUTE", "+0 00:10:00.000", no, no, no},
	{"ARRAY[1, 2]", "ARRAY<INT NOT NULL>", "[1, 2]", "[1, 2]", "[1,2]", "1;2"},
	{"MAP['a', 1]", "MAP<CHAR(1) NOT NULL, INT NOT NULL>", "{a=1}", "{a=1}", `{"a":1}`, no},
	{"ROW(1, 'x')", "ROW<`EXPR$0` INT NOT NULL, `EXPR$1` CHAR(1) NOT NULL>", "(1, x)", "+I[1, x]",
		`{"EXPR$0":1,"EXPR$1":"x"}`, "1;x"},
}

// truth is an expression with NULLs and what it gives.
type truth struct{ SQL, Value string }

var truths = []truth{
	{"NULL AND FALSE", "FALSE"}, {"NULL AND TRUE", "NULL"}, {"NULL OR TRUE", "TRUE"}, {"NULL OR FALSE", "NULL"},
	{"NOT CAST(NULL AS BOOLEAN)", "NULL"}, {"1 = CAST(NULL AS INT)", "NULL"},
	{"1 + CAST(NULL AS INT)", "NULL"}, {"'a' || CAST(NULL AS STRING)", "NULL"},
	{"CAST(NULL AS INT) IS NULL", "TRUE"}, {"CAST(NULL AS INT) IS DISTINCT FROM 1", "TRUE"},
	{"CAST(NULL AS INT) IS NOT DISTINCT FROM CAST(NULL AS INT)", "TRUE"},
	{"1 IN (1, NULL)", "TRUE"}, {"2 IN (1, NULL)", "NULL"}, {"2 NOT IN (1, NULL)", "NULL"},
	{"12 BETWEEN NULL AND 10", "FALSE"}, {"CASE WHEN CAST(NULL AS BOOLEAN) THEN 1 ELSE 2 END = 2", "TRUE"},
	{"COALESCE(CAST(NULL AS INT), 3) = 3", "TRUE"}, {"NULLIF(1, 1) IS NULL", "TRUE"},
}
