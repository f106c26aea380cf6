package options

import (
	"fmt"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/types"
)

// request reads lines of key=value; env:NAME and file:path are the other origins.
func request(text string) Request {
	out := Request{Columns: []types.Field{{Name: "id", Type: types.Of(types.BigInt)},
		{Name: "name", Type: types.StringOf()}, {Name: "tiny", Type: types.Of(types.TinyInt)}}}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		e := Entry{Key: key, Value: value, KeyAt: diag.Span{Start: i}, ValAt: diag.Span{Start: i}}
		if name, ok := strings.CutPrefix(value, "env:"); ok {
			e.Value, e.Origin = name, FromEnv
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

const mysql = "connector=jdbc\ntable-name=t\n"

func TestProblems(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"right", "connector=print\nprint-identifier=x", ""},
		{"unknown key", "connector=print\nprint-identifer=x",
			"unknown-option: connector 'print' has no option 'print-identifer'"},
		{"nearest", "connector=print\nprint-identifer=x", "Did you mean 'print-identifier'?"},
		{"no connector", "topic=x", "missing-connector: the table has no option 'connector'"},
		{"unknown connector", "connector=kafak", "Did you mean 'kafka'?"},
		{"foreign connector", "connector=upsert-kafka", "is not supported by flinkc"},
		{"twice", "connector=print\nconnector=print", "duplicate-option"},
		{"both styles", "connector=print\nconnector.type=print", "option-conflict"},
		{"bad number", "connector=datagen\nrows-per-second=many", "'many' is no integer"},
		{"bad choice", "connector=datagen\nfields.id.kind=sequenc", "Did you mean 'sequence'?"},
		{"sequence without end", "connector=datagen\nfields.id.kind=sequence\nfields.id.start=1",
			"needs the option 'fields.id.end'"},
		{"unknown field", "connector=datagen\nfields.idd.kind=random", "names the column 'idd'"},
		{"bound out of range", "connector=datagen\nfields.tiny.max=128", "is no bound"},
		{"null rate", "connector=datagen\nfields.id.null-rate=1.5", "is no share"},
		{"missing format", "connector=filesystem\npath=x", "needs the option 'format'"},
		{"foreign format", "connector=filesystem\npath=x\nformat=parquet", "not supported"},
		{"other format's option", "connector=filesystem\npath=x\nformat=csv\n" +
			"json.ignore-parse-errors=true", "belongs to format 'json'"},
		{"format option without format", "connector=print\ncsv.null-literal=x", "has no format"},
		{"quote and no quote", "connector=filesystem\npath=x\nformat=csv\n" +
			"csv.disable-quote-character=true\ncsv.quote-character='", "exclude each other"},
		{"same characters", "connector=filesystem\npath=x\nformat=csv\ncsv.field-delimiter=\"",
			"are the same character"},
		{"long delimiter", "connector=filesystem\npath=x\nformat=csv\ncsv.field-delimiter=||",
			"is no character"},
		{"remote path", "connector=filesystem\npath=s3://b/x\nformat=csv", "scheme 's3'"},
		{"file path", "connector=filesystem\npath=file:///x\nformat=csv", ""},
		{"monitor", "connector=filesystem\npath=x\nformat=csv\nsource.monitor-interval=1s",
			"unsupported-option"},
		{"no topic", "connector=kafka\nformat=csv\nproperties.bootstrap.servers=h:1",
			"'topic' or 'topic-pattern'"},
		{"no servers", "connector=kafka\nformat=csv\ntopic=a",
			"needs the option 'properties.bootstrap.servers'"},
		{"timestamp missing", "connector=kafka\nformat=csv\ntopic=a\n" +
			"properties.bootstrap.servers=h:1\nscan.startup.mode=timestamp",
			"scan.startup.timestamp-millis"},
		{"bad offsets", "connector=kafka\nformat=csv\ntopic=a\nproperties.bootstrap.servers=h:1\n" +
			"scan.startup.mode=specific-offsets\nscan.startup.specific-offsets=0:42",
			"is no start offset"},
		{"unknown property", "connector=kafka\nformat=csv\ntopic=a\n" +
			"properties.bootstrap.servers=h:1\nproperties.max.poll.records=5", "ignored-option"},
		{"kerberos", "connector=kafka\nformat=csv\ntopic=a\nproperties.bootstrap.servers=h:1\n" +
			"properties.sasl.mechanism=GSSAPI", "value 'GSSAPI'"},
		{"env for no secret", "connector=print\nprint-identifier=env:X", "option-secret"},
		{"env for a secret", mysql + "url=jdbc:mysql://h/d\nusername=u\npassword=env:X", ""},
		{"password alone", mysql + "url=jdbc:mysql://h/d\npassword=p", "needs the option 'username'"},
		{"oracle", mysql + "url=jdbc:oracle://h/d", "databases of kind 'oracle'"},
		{"no database", mysql + "url=jdbc:mysql://h:3306", "the database is missing"},
		{"bad port", mysql + "url=jdbc:mysql://h:99999/d", "the port must be"},
		{"two hosts", mysql + "url=jdbc:mysql://a,b/d", "one host"},
		{"local infile", mysql + "url=jdbc:mysql://h/d?allowLoadLocalInfile=true", "is refused"},
		{"unknown parameter", mysql + "url=jdbc:mysql://h/d?useSSLL=true", "Did you mean 'useSSL'?"},
		{"ignored parameter", mysql + "url=jdbc:mysql://h/d?useUnicode=true", "is ignored"},
		{"short retry", mysql + "url=jdbc:mysql://h/d\nconnection.max-retry-timeout=10 ms",
			"must be at least 1 s"},
		{"negative rows", mysql + "url=jdbc:mysql://h/d\nsink.buffer-flush.max-rows=-1",
			"must be at least 0"},
		{"no host", mysql + "url=jdbc:mysql://:3306/d", "the host is missing"},
		{"empty port", mysql + "url=jdbc:mysql://h:/d", "the port must be"},
		{"bad database", mysql + "url=jdbc:mysql://h/a%2Fb", "name of the database is not valid"},
		{"bad escape", mysql + "url=jdbc:mysql://h/d?useSSL=%zz", "the value of useSSL is not valid"},
		{"bad parameter", mysql + "url=jdbc:mysql://h/d?useSSL=perhaps",
			"'perhaps' is no value of the parameter useSSL"},
		{"topic and pattern", "connector=kafka\nformat=csv\ntopic=a\ntopic-pattern=a.*\n" +
			"properties.bootstrap.servers=h:1", "option-conflict"},
		{"sasl without mechanism", "connector=kafka\nformat=csv\ntopic=a\n" +
			"properties.bootstrap.servers=h:1\nproperties.security.protocol=SASL_SSL",
			"needs the option 'properties.sasl.mechanism'"},
		{"no parallelism", "connector=print\nsink.parallelism=0", "must be at least 1"},
		{"empty table", "connector=jdbc\nurl=jdbc:mysql://h/d\ntable-name=", "must not be empty"},
		{"negative length", "connector=datagen\nfields.name.length=-1", "must be at least 0"},
		{"start out of range", "connector=datagen\nfields.tiny.kind=sequence\n" +
			"fields.tiny.start=-129\nfields.tiny.end=1", "is no bound"},
		{"end before start", "connector=datagen\nfields.id.kind=sequence\n" +
			"fields.id.start=5\nfields.id.end=1", "must be at least 5"},
		{"bound of a text", "connector=datagen\nfields.name.max=5", "is no bound"},
		{"empty path", "connector=filesystem\npath=\nformat=csv", "must not be empty"},
		{"no path", "connector=filesystem\nformat=csv", "needs the option 'path'"},
		{"quote like a default", "connector=filesystem\npath=x\nformat=csv\ncsv.quote-character=,",
			"are the same character"},
		{"legacy unsupported", "connector.type=kafka\nformat.type=csv\nconnector.topic=a\n" +
			"connector.properties.bootstrap.servers=h:1\nformat.line-delimiter=|", "unsupported-option"},
		{"legacy connector unknown", "connector.type=elastic\nconnector.foo=x", "elastic"},
		{"legacy unknown", "connector.type=jdbc\nconnector.tabel=x\nconnector.url=jdbc:mysql://h/d",
			"Did you mean 'connector.table'?"},
		{"legacy missing", "connector.type=jdbc\nconnector.url=jdbc:mysql://h/d",
			"needs the option 'connector.table'"},
		{"today's key in a legacy table", "connector.type=jdbc\nurl=jdbc:mysql://h/d\n" +
			"connector.table=t", "called 'connector.url'"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := Resolve(request(test.text))
			got := ""
			for _, p := range problems {
				got += fmt.Sprintf("%s: %s %s\n", p.Code, p.Message, p.Hint)
			}
			if test.want == "" && got != "" || !strings.Contains(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestValues(t *testing.T) {
	const kafka = "connector=kafka\nformat=csv\ntopic=a;b\nproperties.bootstrap.servers=h:1\n"
	const legacyKafka = "connector.type=kafka\nformat.type=csv\nconnector.topic=a\n" +
		"connector.properties.bootstrap.servers=h:1\n"
	const legacyJDBC = "connector.type=jdbc\nconnector.url=jdbc:mariadb://h:3307/d\n" +
		"connector.table=t\n"
	tests := []struct{ text, key, want string }{
		{kafka, "topic", "[a b]"},
		{kafka, "scan.startup.mode", "group-offsets"},
		{kafka, "properties.auto.offset.reset", "none"},
		{kafka + "scan.startup.mode=EARLIEST_OFFSET", "scan.startup.mode", "earliest-offset"},
		{kafka + "value.csv.null-literal=N", "csv.null-literal", "N"},
		{kafka + `csv.field-delimiter=\t`, "csv.field-delimiter", "\t"},
		{kafka + `csv.field-delimiter=\u0001`, "csv.field-delimiter", "\x01"},
		{legacyKafka, "properties.auto.offset.reset", "latest"},
		{legacyKafka, "properties.bootstrap.servers", "h:1"},
		{legacyKafka + "format.ignore-parse-errors=TRUE", "csv.ignore-parse-errors", "true"},
		{"connector.type=kafka\nformat.type=csv\nconnector.topic=a\n" +
			"connector.properties.0.key=bootstrap.servers\nconnector.properties.0.value=x:1",
			"properties.bootstrap.servers", "x:1"},
		{legacyJDBC, "sink.buffer-flush.max-rows", "5000"},
		{legacyJDBC, "sink.buffer-flush.interval", "0s"},
		{legacyJDBC + "connector.write.flush.interval=1s", "sink.buffer-flush.interval", "1s"},
		{mysql + "url=jdbc:mysql://h/d", "sink.buffer-flush.max-rows", "100"},
		{mysql + "url=jdbc:mysql://h/d", "sink.buffer-flush.interval", "1s"},
		{"connector=datagen", "fields.name.length", "100"},
	}
	for _, test := range tests {
		resolved, problems := Resolve(request(test.text))
		for _, p := range problems {
			if p.Severity == diag.Error {
				t.Errorf("%s: %s", test.key, p.Message)
			}
		}
		if got := show(resolved.Get(test.key)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.key, got, test.want)
		}
	}
}

// show is the field of a value that holds something.
func show(v Value) string {
	switch {
	case v.List != nil:
		return fmt.Sprint(v.List)
	case v.Duration != 0 || v.Text == "0":
		return v.Duration.String()
	case v.Bool:
		return "true"
	case v.Int != 0:
		return fmt.Sprint(v.Int)
	}
	return v.Text
}

func TestJDBCURL(t *testing.T) {
	tests := []struct{ url, want string }{
		{"jdbc:mysql://localhost:3306/Flink", "mysql localhost 3306 Flink []"},
		{"jdbc:mysql://localhost/d", "mysql localhost 3306 d []"},
		{"jdbc:mariadb://[::1]:3307/d", "mariadb ::1 3307 d []"},
		{"jdbc:mysql://h/d?sslMode=REQUIRED&connectTimeout=500&socketTimeout=0",
			"mysql h 3306 d [{tls skip-verify} {timeout 500ms} {readTimeout 0ms}]"},
		{"jdbc:mysql://h/d?useSSL=false&serverTimezone=UTC", "mysql h 3306 d [{tls false}]"},
		{"jdbc:mysql://h/d?useSSL=true", "mysql h 3306 d [{tls preferred}]"},
		{"jdbc:mysql://h/d?requireSSL=true", "mysql h 3306 d [{tls skip-verify}]"},
		{"jdbc:mysql://h/d?sslMode=disabled", "mysql h 3306 d [{tls false}]"},
		{"jdbc:mysql://h/d?sslMode=PREFERRED", "mysql h 3306 d [{tls preferred}]"},
		{"jdbc:mysql://h/d?sslMode=VERIFY_CA", "mysql h 3306 d [{tls true}]"},
		{"jdbc:mariadb://h/d?sslMode=verify-full", "mariadb h 3306 d [{tls true}]"},
		// Whichever comes last, none makes the connection less safe than the one that counts.
		{"jdbc:mysql://h/d?sslmode=VERIFY_IDENTITY&useSSL=true&requireSSL=true",
			"mysql h 3306 d [{tls true}]"},
		{"jdbc:mysql://h/d?useSSL=false&sslMode=REQUIRED", "mysql h 3306 d [{tls skip-verify}]"},
		{"jdbc:mysql://h/d?requireSSL=true&useSSL=true", "mysql h 3306 d [{tls skip-verify}]"},
		{"jdbc:mysql://h/d?useSSL=true&requireSSL=true", "mysql h 3306 d [{tls skip-verify}]"},
		{"jdbc:mysql://h/d?useSSL=false&requireSSL=true", "mysql h 3306 d [{tls false}]"},
		{"jdbc:mysql://h/d?requireSSL=false", "mysql h 3306 d [{tls preferred}]"},
	}
	for _, test := range tests {
		resolved, problems := Resolve(request(mysql + "url=" + test.url))
		j := resolved.JDBC
		if j == nil {
			t.Errorf("%s: %v", test.url, problems)
			continue
		}
		got := fmt.Sprint(j.Vendor, " ", j.Host, " ", j.Port, " ", j.Database, " ", j.Params)
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.url, got, test.want)
		}
	}
}

func TestParse(t *testing.T) {
	durations := map[string]string{"1s": "1s", "1 min": "1m0s", "500 ms": "500ms", "250": "250ms",
		"2 d": "48h0m0s", "3 HOURS": "3h0m0s", "10 µs": "10µs", "-1 s": "", "1 week": "", "": "",
		"s": "", "99999999999 d": ""}
	for text, want := range durations {
		d, ok := ParseDuration(text)
		if got := d.String(); ok != (want != "") || ok && got != want {
			t.Errorf("duration %q: got %s %v, want %q", text, got, ok, want)
		}
	}
	memory := map[string]int64{"128MB": 128 << 20, "1kb": 1024, "200b": 200, "7": 7, "1 x": -1,
		"99999999 tb": -1}
	for text, want := range memory {
		n, ok := parseMemory(text)
		if ok != (want >= 0) || ok && n != want {
			t.Errorf("memory %q: got %d %v, want %d", text, n, ok, want)
		}
	}
}

func TestSecretIsMasked(t *testing.T) {
	resolved, _ := Resolve(request(mysql + "url=jdbc:mysql://h/d\nusername=root\npassword=hush"))
	if text := fmt.Sprintf("%v %+v", resolved.Get("password"), resolved.All()); strings.Contains(text,
		"hush") {
		t.Errorf("the password is shown: %s", text)
	}
	if secret := resolved.Get("password").Secret; !secret.IsLiteral() || secret.Literal != "hush" {
		t.Error("the password is lost")
	}
}

// TestTables looks for mistakes in the tables themselves.
func TestTables(t *testing.T) {
	for _, name := range append(Connectors(), Formats()...) {
		seen := map[string]bool{}
		for _, o := range Of(name) {
			switch {
			case seen[o.Key]:
				t.Errorf("%s: %s is there twice", name, o.Key)
			case o.Status == Supported && o.Doc == "":
				t.Errorf("%s: %s has no documentation", name, o.Key)
			case o.Status != Supported && o.Why == "":
				t.Errorf("%s: %s does not say why", name, o.Key)
			case o.Kind == Enum && len(o.Values) == 0:
				t.Errorf("%s: %s has no values", name, o.Key)
			}
			if _, ok := parseValue(o.Default, &o); o.Default != "" && !ok {
				t.Errorf("%s: default of %s is wrong", name, o.Key)
			}
			seen[o.Key] = true
		}
	}
}

func FuzzJDBCURL(f *testing.F) {
	f.Add("jdbc:mysql://h:3306/d?useSSL=false&x=%41")
	f.Add("jdbc:mariadb://[::1/d?&&=")
	f.Fuzz(func(t *testing.T, url string) {
		r := &resolution{out: &Resolved{}}
		j := parseJDBC(r, &Entry{Value: url})
		if j != nil && (j.Host == "" || j.Database == "" || j.Port < 1 || j.Port > 65535) {
			t.Errorf("%q gives %+v", url, j)
		}
	})
}
