package emit

import (
	"os"
	"testing"
)

// TestLife drives aggregations whose keys expire: testdata/life.
func TestLife(t *testing.T) {
	script, err := os.ReadFile("testdata/life/script.sql")
	if err != nil {
		t.Fatal(err)
	}
	dir := writeFiles(t, "life", printed(t, string(script)))
	goTool(t, dir, nil, "vet", "./...")
	goTool(t, dir, nil, "test", "-count=1", "./pipeline")
}
