package function

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/typecheck/types"
)

// paramTypes are arguments that fit an overload: what each class makes of a NULL literal.
func paramTypes(o *overload) []types.Type {
	ts := make([]types.Type, len(o.params))
	for i, p := range o.params {
		ts[i], _ = p.take(types.Of(types.Null))
	}
	return ts
}

// column types as the expected texts below name them.
var columns = map[string]types.Type{
	"v": types.VarCharOf(10), "vn": types.VarCharOf(10).NotNull(), "s": types.StringOf(),
	"c": types.CharOf(5), "cn": types.CharOf(5).NotNull(),
	"ti": types.Of(types.TinyInt), "i": types.Of(types.Int), "in": types.Of(types.Int).NotNull(),
	"l": types.Of(types.BigInt), "f": types.Of(types.Float), "d": types.Of(types.Double),
	"de": types.DecimalOf(10, 3), "dt": types.Of(types.Date), "ts": types.TimestampOf(3),
	"ts6": types.TimestampOf(6), "tm": types.Of(types.Time), "b": types.Of(types.Boolean),
	"ltz": types.TimestampLTZOf(3), "null": types.Of(types.Null), "bytes": types.BytesOf(),
	"1": types.Of(types.Int).NotNull(), "-1": types.Of(types.Int).NotNull(), "3": types.Of(types.Int).NotNull(),
}

var numbers = map[string]int64{"1": 1, "-1": -1, "3": 3}

// resolve is the result type of a call such as "SUBSTRING v 1", or the error.
func resolve(t *testing.T, name, argList string) string {
	t.Helper()
	f, ok := Lookup(name)
	if !ok {
		t.Fatalf("no function %s", name)
	}
	var args []types.Type
	var literals []*int64
	for _, a := range strings.Fields(argList) {
		args = append(args, columns[a])
		var literal *int64
		if n, ok := numbers[a]; ok {
			literal = &n
		}
		literals = append(literals, literal)
	}
	r, err := f.Resolve(args, literals...)
	if err != nil {
		return err.Error()
	}
	return r.Result.String()
}

// The expected types are those that Flink 1.20 gives.
func TestResultTypes(t *testing.T) {
	for _, c := range []struct{ name, args, want string }{
		{"upper", "c", "CHAR(5)"}, {"UPPER", "s", "STRING"}, {"SUBSTRING", "vn 1", "VARCHAR(10)"},
		{"substr", "cn 1 1", "VARCHAR(5)"}, {"TRIM", "vn", "VARCHAR(10) NOT NULL"},
		{"TRIM LEADING", "vn cn", "VARCHAR(10) NOT NULL"}, {"CONCAT", "cn vn", "STRING NOT NULL"},
		{"CONCAT", "c v", "STRING"}, {"||", "cn vn", "VARCHAR(15) NOT NULL"}, {"||", "cn cn", "CHAR(10) NOT NULL"},
		{"||", "s s", "STRING"}, {"CONCAT_WS", "vn vn", "STRING NOT NULL"}, {"CONCAT_WS", "vn v", "STRING NOT NULL"},
		{"CHAR_LENGTH", "vn", "INT NOT NULL"}, {"character_length", "v", "INT"}, {"REVERSE", "vn", "STRING"},
		{"OVERLAY", "vn cn 1", "VARCHAR(15) NOT NULL"}, {"SPLIT_INDEX", "vn vn 1", "STRING"},
		{"SPLIT_INDEX", "vn in 1", "STRING"}, {"REGEXP", "vn vn", "BOOLEAN NOT NULL"},
		{"REGEXP_EXTRACT", "vn vn", "STRING"}, {"ABS", "ti", "TINYINT"}, {"ABS", "de", "DECIMAL(10, 3)"},
		{"SIGN", "f", "FLOAT"}, {"MOD", "l i", "INT"}, {"MOD", "de i", "DECIMAL(10, 3)"},
		{"ROUND", "de", "DECIMAL(8, 0)"}, {"ROUND", "de 1", "DECIMAL(9, 1)"}, {"ROUND", "de -1", "DECIMAL(8, 0)"},
		{"ROUND", "de i", "DECIMAL(10, 3)"}, {"ROUND", "de 3", "DECIMAL(10, 3)"}, {"ROUND", "l 1", "BIGINT"},
		{"TRUNCATE", "f 1", "FLOAT"}, {"FLOOR", "de", "DECIMAL(10, 0)"}, {"ceiling", "l", "BIGINT"},
		{"POWER", "in de", "DOUBLE"}, {"PI", "", "DOUBLE NOT NULL"}, {"GREATEST", "i l", "BIGINT"},
		{"GREATEST", "i de", "DECIMAL(13, 3)"}, {"GREATEST", "cn vn", "VARCHAR(10) NOT NULL"},
		{"LEAST", "ts ts6", "TIMESTAMP(6)"}, {"LEAST", "in null", "INT"}, {"year", "dt", "BIGINT"},
		{"EXTRACT HOUR", "tm", "BIGINT"}, {"FLOOR TO HOUR", "ts6", "TIMESTAMP(6)"}, {"FLOOR TO MONTH", "dt", "DATE"},
		{"DATE_FORMAT", "ts vn", "STRING"}, {"TO_TIMESTAMP", "vn", "TIMESTAMP(3)"},
		{"TIMESTAMPADD DAY", "1 dt", "DATE"}, {"TIMESTAMPADD HOUR", "1 dt", "TIMESTAMP(6)"},
		{"TIMESTAMPADD SECOND", "1 tm", "TIME(0)"}, {"TIMESTAMPDIFF DAY", "dt ts", "INT"},
		{"UNIX_TIMESTAMP", "", "BIGINT NOT NULL"}, {"now", "", "TIMESTAMP_LTZ(3) NOT NULL"},
		{"MD5", "v", "CHAR(32)"}, {"SHA2", "vn 1", "VARCHAR(128) NOT NULL"}, {"UUID", "", "CHAR(36) NOT NULL"},
		{"JSON_VALUE", "vn vn", "STRING"}, {"JSON_VALUE RETURNING INT DEFAULT ? ON EMPTY", "vn vn ti", "INT"},
		{"JSON_VALUE RETURNING BIGINT ERROR ON EMPTY DEFAULT ? ON ERROR", "vn vn i", "BIGINT"},
		{"JSON_QUERY WITH CONDITIONAL ARRAY WRAPPER EMPTY ARRAY ON ERROR", "vn vn", "STRING"},
		{"JSON_EXISTS UNKNOWN ON ERROR", "vn vn", "BOOLEAN"}, {"JSON_OBJECT", "", "STRING NOT NULL"},
		{"JSON_OBJECT ABSENT ON NULL", "vn d cn null", "STRING NOT NULL"}, {"JSON_ARRAY", "b ts", "STRING NOT NULL"},
		{"JSON_STRING", "in", "STRING NOT NULL"}, {"JSON_STRING", "de", "STRING"},
		{"IS JSON", "v", "BOOLEAN NOT NULL"},
		{"IS_ALPHA", "v", "BOOLEAN NOT NULL"}, {"HASH_CODE", "null", "INT"}, {"STARTSWITH", "bytes bytes", "BOOLEAN"},
	} {
		if got := resolve(t, c.name, c.args); got != c.want {
			t.Errorf("%s(%s) is %s, want %s", c.name, c.args, got, c.want)
		}
	}
}

func TestMismatches(t *testing.T) {
	for _, c := range []struct{ name, args, want string }{
		{"UPPER", "i", "no form of UPPER takes (INT)\n  UPPER(string): string must be a string, not INT"},
		{"UPPER", "", "no form of UPPER takes no arguments\n  UPPER(string): takes 1 argument, the call has 0"},
		{"CONCAT", "", "no form of CONCAT takes no arguments\n" +
			"  CONCAT(string, ...): takes at least 1 arguments, the call has 0"},
		{"LEFT", "s l", "no form of LEFT takes (STRING, BIGINT)\n" +
			"  LEFT(string, count): count must be INT or smaller, not BIGINT"},
		{"YEAR", "tm", "no form of YEAR takes (TIME(0))\n  YEAR(date): date must be DATE, not TIME(0)\n" +
			"  YEAR(timestamp): timestamp must be TIMESTAMP, not TIME(0)\n" +
			"  YEAR(timestamp): timestamp must be TIMESTAMP_LTZ, not TIME(0)"},
	} {
		if got := resolve(t, c.name, c.args); got != c.want {
			t.Errorf("%s(%s):\n%s\nwant\n%s", c.name, c.args, got, c.want)
		}
	}
	if got := resolve(t, "GREATEST", "i v"); !strings.Contains(got, "no common type: (INT, VARCHAR(10))") {
		t.Error(got)
	}
}

// Clauses that say what a function does anyway change nothing; there is a form for each other choice.
func TestWithClauses(t *testing.T) {
	for _, c := range []struct{ function, clauses, want string }{
		{"json_value", "RETURNING STRING,NULL ON EMPTY,NULL ON ERROR", "JSON_VALUE"},
		{"JSON_VALUE", "RETURNING INT,DEFAULT ? ON EMPTY,NULL ON ERROR",
			"JSON_VALUE RETURNING INT DEFAULT ? ON EMPTY"},
		{"JSON_QUERY", "WITHOUT ARRAY WRAPPER,EMPTY OBJECT ON ERROR", "JSON_QUERY EMPTY OBJECT ON ERROR"},
		{"JSON_EXISTS", "FALSE ON ERROR", "JSON_EXISTS"}, {"JSON_OBJECT", "NULL ON NULL", "JSON_OBJECT"},
		{"JSON_ARRAY", "NULL ON NULL", "JSON_ARRAY NULL ON NULL"}, {"JSON_EXISTS", "NULL ON ERROR", ""},
		{"JSON_VALUE", "RETURNING DATE", ""}, {"JSON_QUERY", "DEFAULT ? ON EMPTY", ""},
		{"JSON_STRING", "NULL ON NULL", ""},
	} {
		f, ok := WithClauses(c.function, strings.Split(c.clauses, ","))
		if ok != (c.want != "") || ok && f.Name != c.want {
			t.Errorf("%s with %s: %v %v", c.function, c.clauses, f, ok)
		}
	}
	if got := CallText("JSON_VALUE RETURNING INT DEFAULT ? ON EMPTY", []string{"j", "'$.a'", "7"}); got !=
		"JSON_VALUE(j, '$.a' RETURNING INT DEFAULT 7 ON EMPTY)" {
		t.Error(got)
	}
}

func TestCastsOfArguments(t *testing.T) {
	f, _ := Lookup("power")
	r, err := f.Resolve([]types.Type{columns["de"], columns["in"]})
	if err != nil || r.Params[0].String() != "DOUBLE" || r.Params[1].String() != "DOUBLE NOT NULL" {
		t.Errorf("POWER casts to %v, %v", r.Params, err)
	}
	f, _ = WithUnit("timestampdiff", "sql_tsi_day")
	r, err = f.Resolve([]types.Type{columns["dt"], columns["ts6"]})
	if err != nil || r.Params[0].Kind != types.Timestamp || r.Params[1].Precision != 6 {
		t.Errorf("TIMESTAMPDIFF casts to %v, %v", r.Params, err)
	}
}

func TestLookup(t *testing.T) {
	if _, ok := Lookup("NO_SUCH"); ok {
		t.Error("found NO_SUCH")
	}
	for _, c := range [][2]string{{"extract", "year"}, {"floor", "month"}, {"ceiling", "day"}, {"TRIM", "both"},
		{"TIMESTAMPADD", "WEEK"}} {
		if _, ok := WithUnit(c[0], c[1]); !ok {
			t.Errorf("no %s %s", c[0], c[1])
		}
	}
	if _, ok := WithUnit("extract", "fortnight"); ok {
		t.Error("found EXTRACT FORTNIGHT")
	}
	for _, name := range Names() {
		if strings.ContainsAny(name, " |") {
			t.Errorf("%q cannot be called", name)
		}
	}
}

func TestEveryFunctionIsDocumented(t *testing.T) {
	doc := Markdown()
	for name, f := range families {
		if whole, clauses := cutClauses(name); clauses != "" { // a form, of which that without clauses tells
			name, f = whole, families[whole]
		}
		if f.Doc == "" || f.Example == "" || f.Section == "" || !strings.Contains(doc, cell(f.Name)) {
			t.Errorf("%s lacks documentation", name)
		}
	}
}
