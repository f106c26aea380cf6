package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/go-sql-driver/mysql"

	"github.com/flinkc/flinkc/cmd/flinkc/demo"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/browser"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
)

// runDemo runs the command and returns its summary. Temporary folders must be gone afterwards.
func runDemo(t *testing.T, args ...string) demo.Result {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	var out bytes.Buffer
	root := newRoot()
	root.SetOut(&out)
	root.SetArgs(append([]string{"demo", "--json"}, args...))
	if err := root.Execute(); err != nil {
		t.Fatalf("flinkc demo %q: %v", args, err)
	}
	var r demo.Result
	if err := json.Unmarshal(out.Bytes(), &r); err != nil || strings.Count(out.String(), "\n") != 1 {
		t.Fatalf("standard output %q, %v: want one line of JSON", out.String(), err)
	}
	left, err := filepath.Glob(dir + "/flinkc-demo-*")
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
	return r
}

// checkResult compares a summary with what a generator says of as many lines.
func checkResult(t *testing.T, r demo.Result, c loggen.Config) {
	t.Helper()
	lines := loggen.New(c)
	var line []byte
	for range r.Records {
		line = lines.Next(line[:0])
	}
	want := lines.Counts()
	if r.Records == 0 || r.BadRecords != want.BadRecords || r.BadFields != want.BadFields {
		t.Errorf("%d records, %d dropped, %d fields made NULL; want more than 0, %d, %d", r.Records,
			r.BadRecords, r.BadFields, want.BadRecords, want.BadFields)
	}
	if r.Provinces != 34 {
		t.Errorf("%d provinces, want 34", r.Provinces)
	}
	if rate := float64(r.Records) / r.Seconds; math.Abs(rate-r.Rate) > 1 {
		t.Errorf("%v records a second, want %v", r.Rate, rate)
	}
}

func TestDemo(t *testing.T) {
	r := runDemo(t, "--for", "3s", "--seed", "42", "--broken", "0.1", "--rate", "200000")
	checkResult(t, r, loggen.Config{Seed: 42, BrokenShare: 0.1, ForeignShare: demo.ForeignShare})
	if r.Seconds < 3 || r.Seconds > 30 || r.Records > 200_000*4 {
		t.Errorf("%d records in %v s, want about 600000 in 3", r.Records, r.Seconds)
	}
}

// Ctrl-C is the usual end: what was made is counted, and the exit code is 0.
func TestDemoIsInterrupted(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	go func() {
		for found := []string{}; len(found) == 0; time.Sleep(20 * time.Millisecond) {
			found, _ = filepath.Glob(dir + "/*/flinkc-demo-*/cdn.program") // never malformed
			more, _ := filepath.Glob(dir + "/flinkc-demo-*/cdn.program")
			found = append(found, more...)
		}
		time.Sleep(2 * time.Second)
		_ = syscall.Kill(os.Getpid(), syscall.SIGINT)
	}()
	var out bytes.Buffer
	root := newRoot()
	root.SetOut(&out)
	root.SetArgs([]string{"demo", "--json"})
	if err := root.Execute(); err != nil || !strings.HasPrefix(out.String(), `{"records":`) {
		t.Errorf("output %q, error %v", out.String(), err)
	}
}

// The page shows, to the last digit, what is in the database when the demo ends.
func TestDemoPage(t *testing.T) {
	b := startBrowser(t)
	progress := &addressFinder{found: make(chan string, 1)}
	files, err := exampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	seen := make(chan error, 1)
	go func() {
		seen <- watchPage(b, <-progress.found)
		end()
	}()
	r, err := demo.Run(ctx, demo.Config{Example: files, Build: buildForHere,
		Rate: 100_000, Broken: 0.01, Listen: "127.0.0.1:0", Progress: progress})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(<-seen, b.WaitFor(pageState("finished"), pageWait)); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Labels []string
		Counts []int64
		Table  []string
	}
	if err := b.Evaluate(shownNow, &got); err != nil {
		t.Fatal(err)
	}
	comparePage(t, r, got.Labels, got.Counts, got.Table)
	for _, e := range b.Errors() {
		t.Error("console:", e)
	}
	for _, request := range b.Requests() {
		if u, err := url.Parse(request); err != nil || u.Hostname() != "127.0.0.1" {
			t.Error("the page has asked for", request)
		}
	}
}

// pageWait is long for a browser that shares its processor with other tests.
const pageWait = time.Minute

// watchPage opens the page and returns when it has shown the running job for a while. The demo must
// not end before: a browser without a processor opens late, and asks for the page's icon later still.
func watchPage(b *browser.Browser, address string) error {
	if err := b.Open(address); err != nil {
		return err
	}
	err := b.WaitFor(pageState("running")+` && document.querySelectorAll("#rows tr").length === 35`,
		pageWait)
	time.Sleep(3 * time.Second)
	return err
}

func pageState(name string) string {
	return fmt.Sprintf(`document.getElementById("state").textContent === %q`, name)
}

const shownNow = `(() => {
	const pie = Chart.getChart("accesses").data;
	return { labels: pie.labels, counts: pie.datasets[0].data,
		table: Array.from(document.querySelectorAll("#rows tr"),
			(tr) => Array.from(tr.cells, (td) => td.dataset.value).join(" ")) };
})()`

func comparePage(t *testing.T, r *demo.Result, labels []string, counts []int64, table []string) {
	t.Helper()
	if len(labels) != 34 || len(table) != 35 {
		t.Fatalf("%d slices and %d rows, want 34 and 35", len(labels), len(table))
	}
	rows, slices := map[string]bool{}, map[string]int64{}
	for _, row := range r.Rows {
		speed, _ := json.Marshal(row.Speed) // a number or null has a text
		rows[fmt.Sprint(row.Province, " ", row.Count, " ", *row.Bytes, " ", string(speed))] = true
		slices[row.Province] = row.Count
	}
	for _, row := range table {
		if !rows[row] {
			t.Errorf("the page has a row %q, the database has not", row)
		}
	}
	for i, name := range labels {
		if slices[name] != counts[i] || name == "UnKnow" {
			t.Errorf("slice %q is %d, want %d", name, counts[i], slices[name])
		}
	}
}

// startBrowser skips without a Chromium, but fails with CI=true.
func startBrowser(t *testing.T) *browser.Browser {
	t.Helper()
	b, err := browser.Start(t.TempDir(), 1400, 1900)
	if ci, _ := strconv.ParseBool(os.Getenv("CI")); errors.Is(err, browser.ErrMissing) && !ci {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// addressFinder takes the page's address from the demo's progress.
type addressFinder struct {
	once  sync.Once
	found chan string
}

func (f *addressFinder) Write(p []byte) (int, error) {
	if _, address, ok := strings.Cut(string(p), "page "); ok {
		f.once.Do(func() { f.found <- strings.TrimSpace(address) })
	}
	return len(p), nil
}

// With real servers: topic, database and table are made; what an earlier demo has left in the topic
// is not counted again, and what it has left in the table is not touched.
func TestDemoOnServers(t *testing.T) {
	kafka, maria := servers.Kafka(t), servers.MariaDB(t)
	dsn := "root@tcp(" + maria.Addr() + ")/Demo"
	args := []string{"--for", "3s", "--rate", "50000", "--kafka", kafka.Bootstrap, "--mysql", dsn}
	for _, seed := range []uint64{1, 2} {
		r := runDemo(t, append(args, "--seed", fmt.Sprint(seed))...)
		checkResult(t, r, loggen.Config{Seed: seed, BrokenShare: demoBroken, ForeignShare: demo.ForeignShare})
		if code := run(append([]string{"demo"}, args...)); code != exitPipeline {
			t.Errorf("on a table with rows: exit code %d, want %d", code, exitPipeline)
		}
		truncate(t, dsn)
	}
}

func truncate(t *testing.T, dsn string) {
	t.Helper()
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("TRUNCATE TABLE access_statistic"); err != nil {
		t.Fatal(err)
	}
}

func TestDemoExitCodes(t *testing.T) {
	tests := []struct {
		args string
		want int
	}{
		{"--for -1s", exitUsage},
		{"--for soon", exitUsage},
		{"--rate -1", exitUsage},
		{"--broken 2", exitUsage},
		{"--mysql localhost", exitUsage},
		{"something", exitUsage},
		{"--listen 127.0.0.1:99999", exitEnvironment},
		{"--mysql root@tcp(127.0.0.1:1)/x", exitPipeline},
	}
	for _, tt := range tests {
		if got := run(append([]string{"demo"}, strings.Fields(tt.args)...)); got != tt.want {
			t.Errorf("flinkc demo %s: exit code %d, want %d", tt.args, got, tt.want)
		}
	}
}
