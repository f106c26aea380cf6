package demo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReaddress(t *testing.T) {
	at := addresses{kafka: "127.0.0.1:1", mysql: "jdbc:mysql://h/it's"}
	tests := []struct{ script, want string }{
		{"a='localhost:9092', b='jdbc:mysql://localhost:3306/Flink';",
			"a='127.0.0.1:1', b='jdbc:mysql://h/it''s';"},
		{"a='localhost:9092'", "the example cdn.sql has the address " +
			"'jdbc:mysql://localhost:3306/Flink' 0 times, want once"},
		{"'localhost:9092' 'localhost:9092'",
			"the example cdn.sql has the address 'localhost:9092' 2 times, want once"},
	}
	for _, tt := range tests {
		got, err := readdress(tt.script, at)
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.script, got, tt.want)
		}
	}
}

// The committed example has the addresses where they are looked for, and nothing else changes.
func TestExampleIsOnlyReaddressed(t *testing.T) {
	original, err := os.ReadFile("../../../examples/cdn/cdn.sql")
	if err != nil {
		t.Fatal(err)
	}
	at := addresses{kafka: "127.0.0.1:1", mysql: "jdbc:mysql://127.0.0.1:2/Flink"}
	dir := t.TempDir()
	path, err := writeExample(os.DirFS("../../../examples/cdn"), dir, at)
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	back := strings.NewReplacer("'127.0.0.1:1'", usualKafka, "'jdbc:mysql://127.0.0.1:2/Flink'", usualMySQL)
	if got := back.Replace(string(script)); got != string(original) || string(script) == string(original) {
		t.Errorf("the script is\n%s", script)
	}
	for _, name := range []string{"province.go", "provinces.bin"} {
		if _, err := os.Stat(filepath.Join(dir, "udf", name)); err != nil {
			t.Error(err)
		}
	}
}

func TestExampleWithoutTestsAndTools(t *testing.T) {
	script := usualKafka + usualMySQL
	example := fstest.MapFS{"cdn.sql": {Data: []byte(script)}, "udf/a.go": {}, "udf/a_test.go": {},
		"udf/tool/main.go": {}}
	dir := t.TempDir()
	if _, err := writeExample(example, dir, addresses{}); err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(dir + "/udf/*")
	if err != nil || len(found) != 1 || filepath.Base(found[0]) != "a.go" {
		t.Errorf("written: %q, %v, want a.go alone", found, err)
	}
	_, err = writeExample(fstest.MapFS{}, dir, addresses{})
	wantError(t, err, Bug, "the example cdn.sql: ")
}
