// Package cdn_test checks the CDN example: what its parts say about the same lines.
package cdn_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/examples/cdn/udf"
	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/value"
)

// TestVerify runs the script's own tests.
func TestVerify(t *testing.T) {
	out, err := exec.Command("python3", "-B", "-m", "unittest", "verify_test").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// TestVerifyAgrees lets Go and the script compute the statistic of the same generated lines, and
// then wants the script to see a wrong count.
func TestVerifyAgrees(t *testing.T) {
	g := loggen.New(loggen.Config{Seed: 11, BrokenShare: 0.2, ForeignShare: 0.05})
	s := newStatistic()
	var file []byte
	for range 60_000 {
		line := g.Next(nil)
		file = binary.BigEndian.AppendUint32(file, uint32(len(line)))
		file = append(file, line...)
		s.add(line)
	}
	table := s.table(t)
	c := g.Counts()
	want := fmt.Sprintf("60000 lines, %d dropped, %d fields NULL, 35 rows, 0 differences\n",
		c.BadRecords, c.BadFields)
	if out, err := verify(t, file, table); err != nil || out != want {
		t.Errorf("%v, %s want %s", err, out, want)
	}
	wrong := strings.Replace(table, "UnKnow\t", "UnKnow\t1", 1)
	out, err := verify(t, file, wrong)
	if err == nil || !strings.Contains(out, "UnKnow: access_count") {
		t.Errorf("a wrong count: %v, %s", err, out)
	}
}

func verify(t *testing.T, lines []byte, table string) (string, error) {
	t.Helper()
	dir := t.TempDir()
	linesPath, tablePath := filepath.Join(dir, "lines"), filepath.Join(dir, "table")
	if err := os.WriteFile(linesPath, lines, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(tablePath, []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("python3", "-B", "verify.py", linesPath, tablePath).CombinedOutput()
	return string(out), err
}

// statistic is the query over lines, with the runtime's reader and arithmetic.
type statistic struct {
	split  csv.Splitter
	groups map[string]*group
}

type group struct {
	count        int64
	size, time   int64
	sized, timed bool // a number was added
}

func newStatistic() *statistic {
	f := csv.Format{Delimiter: ',', Quote: '"', Lenient: true}
	return &statistic{csv.NewSplitter(f, 5), map[string]*group{}}
}

func (s *statistic) add(line []byte) {
	s.split.Reset()
	if s.split.Split(line).Kind != csv.None {
		return
	}
	row := s.split.Fields
	ip := &row[1].Text
	if row[1].Null {
		ip = nil
	}
	name := udf.IPToProvince(ip)
	if s.groups[name] == nil {
		s.groups[name] = &group{}
	}
	g := s.groups[name]
	g.count++
	if v, ok := csv.Int64(row[2].Text); ok && !row[2].Null {
		g.time, g.timed = g.time+v, true
	}
	if v, ok := csv.Int64(row[3].Text); ok && !row[3].Null {
		g.size, g.sized = g.size+v, true
	}
}

// table is the statistic as verify.py reads it, the speeds as bits.
func (s *statistic) table(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for name, g := range s.groups {
		if !g.sized || !g.timed {
			t.Fatalf("%s has too few lines for a speed", name)
		}
		size := value.FromInt64(g.size * 10) // times 1.0: one digit behind the point
		quo, ok, err := value.DecimalDiv(size, 1, value.FromInt64(g.time), 0, 38, 17)
		if err != nil || !ok {
			t.Fatal(name, ok, err)
		}
		speed := value.DecimalFloat64(quo, 17)
		fmt.Fprintf(&b, "%s\t%d\t%d\t0x%016x\n", name, g.count, g.size, math.Float64bits(speed))
	}
	return b.String()
}
