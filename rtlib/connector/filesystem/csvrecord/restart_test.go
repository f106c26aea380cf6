package csvrecord

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/connector/filesystem"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// TestRestartBetweenBlocks reads a file with a new reader for every block, each from the position that
// the one before gave: no record is lost or repeated, and each is where its position says.
func TestRestartBetweenBlocks(t *testing.T) {
	var b strings.Builder
	for i := range 9000 {
		fmt.Fprintf(&b, "%d,%s,x", i, strings.Repeat("y", i%90))
		if i/1500%2 == 1 && i%100 == 0 { // some parts have quotes
			b.WriteString(",\"a\nb\"")
		}
		b.WriteByte('\n')
	}
	text := strings.TrimSuffix(b.String(), "\n")
	path := filepath.Join(t.TempDir(), "f.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	source := filesystem.NewSource(filesystem.Config{Table: "t", Path: path, Framer: New(quoted)})
	splits, err := source.Open(context.Background())
	if err != nil || len(splits) != 1 {
		t.Fatal(splits, err)
	}
	want, byLines, bySpans := model(quoted, text), 0, 0
	for at := []stream.Start{{Split: splits[0]}}; len(want) > 0; {
		r, err := source.Reader(context.Background(), at)
		if err != nil {
			t.Fatal(err)
		}
		var block stream.Block
		if _, err := r.Fill(context.Background(), &block, 0); err != nil {
			t.Fatal(err)
		}
		byLines += block.Lines.N
		bySpans += len(block.Spans)
		block.Cut()
		if block.Len() == 0 || block.Len() > len(want) {
			t.Fatalf("%d records, %d are left", block.Len(), len(want))
		}
		for i, s := range block.Spans {
			p := block.Base + int64(block.Delta[i])
			if got := string(block.Buf[s.Start:s.End]); got != want[i] || !strings.HasPrefix(text[p:], got) {
				t.Fatalf("%q at %d, want %q", got, p, want[i])
			}
		}
		want, at = want[block.Len():], r.Positions()
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if byLines == 0 || bySpans == 0 {
		t.Errorf("%d records by lines, %d by spans", byLines, bySpans)
	}
}
