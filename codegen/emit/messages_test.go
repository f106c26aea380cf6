package emit

import (
	"os"
	"testing"
)

// TestMessages builds the program of every operator and has the harness beside it, testdata/messages, send rows,
// watermarks, idle and active, epoch marks and ends through the running job.
func TestMessages(t *testing.T) {
	script, err := os.ReadFile("testdata/messages/script.sql")
	if err != nil {
		t.Fatal(err)
	}
	dir := writeFiles(t, "messages", printed(t, string(script)))
	goTool(t, dir, nil, "vet", "./...")
	t.Logf("%s", goTool(t, dir, nil, "test", "-count=1", "./pipeline"))
}
