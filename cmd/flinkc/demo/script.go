package demo

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// The addresses that cdn.sql has for servers on the usual ports.
const (
	usualKafka = "'localhost:9092'"
	usualMySQL = "'jdbc:mysql://localhost:3306/Flink'"
)

// addresses are what replaces them.
type addresses struct{ kafka, mysql string }

// writeExample writes cdn.sql, with other addresses, and its functions to a folder and returns the
// path of the script.
func writeExample(example fs.FS, dir string, at addresses) (string, error) {
	text, err := fs.ReadFile(example, "cdn.sql")
	if err != nil {
		return "", errExample(err)
	}
	script, err := readdress(string(text), at)
	if err != nil {
		return "", err
	}
	if err := writeFunctions(example, dir); err != nil {
		return "", errEnvironment("temporary folder", err)
	}
	file := filepath.Join(dir, "cdn.sql")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		return "", errEnvironment("temporary folder", err)
	}
	return file, nil
}

// readdress replaces each address, which the script must have exactly once.
func readdress(script string, at addresses) (string, error) {
	for _, a := range []struct{ usual, own string }{{usualKafka, at.kafka}, {usualMySQL, at.mysql}} {
		if n := strings.Count(script, a.usual); n != 1 {
			return "", errAddress(a.usual, n)
		}
		script = strings.Replace(script, a.usual, literal(a.own), 1)
	}
	return script, nil
}

// literal is a SQL string.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// writeFunctions copies the package udf without its tests and tools.
func writeFunctions(example fs.FS, dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "udf"), 0o700); err != nil {
		return err
	}
	entries, err := fs.ReadDir(example, "udf")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		content, err := fs.ReadFile(example, path.Join("udf", e.Name()))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "udf", e.Name()), content, 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
