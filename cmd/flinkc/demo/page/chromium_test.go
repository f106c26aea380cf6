package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/browser"
	"github.com/flinkc/flinkc/examples/cdn/udf"
)

// chromium opens the page of a server. Without a Chromium the test is skipped, but fails with
// CI=true. FLINKC_SCREENSHOTS names a folder to look at afterwards.
func chromium(t *testing.T, s *Server) *browser.Browser {
	t.Helper()
	b, err := browser.Start(t.TempDir(), 1400, 1900)
	if ci, _ := strconv.ParseBool(os.Getenv("CI")); errors.Is(err, browser.ErrMissing) && !ci {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	if err := b.Open(s.URL()); err != nil {
		t.Fatal(err)
	}
	return b
}

// provinces is a snapshot with a row for every province and one for addresses without.
func provinces(state string, factor int64) Snapshot {
	n := Snapshot{State: state, BadRecords: 12, BadFields: 34, Rate: 1.25e6, Seconds: 3}
	for i, name := range append(udf.Provinces(), "UnKnow") {
		count := factor * int64((i*7)%36*(i%5+1)+3)
		size := count * (30_000 + int64(i)*1013)
		speed := 110.5 + float64(i*i%41)
		n.Rows = append(n.Rows, Row{name, count, &size, &speed})
		n.Records += count
	}
	return n
}

// drawn is what the page holds: the slices of the pie, the bars, and the cells of the table.
type drawn struct {
	Labels []string    `json:"labels"`
	Counts []int64     `json:"counts"`
	Bytes  []*float64  `json:"bytes"`
	Speeds []*float64  `json:"speeds"`
	Table  [][4]string `json:"table"`
	Total  string      `json:"total"`
}

const drawnNow = `(() => {
	const data = (id) => Chart.getChart(id).data;
	return {
		labels: data("accesses").labels, counts: data("accesses").datasets[0].data,
		bytes: data("bytes").datasets[0].data, speeds: data("speed").datasets[0].data,
		table: Array.from(document.querySelectorAll("#rows tr"),
			(tr) => Array.from(tr.cells, (td) => td.dataset.value)),
		total: document.getElementById("records").textContent,
	};
})()`

func TestChartsEqualTheTable(t *testing.T) {
	s := start(t)
	b := chromium(t, s)
	s.Publish(provinces(Running, 10)) // replaced by the next one
	last := provinces(Finished, 1000)
	s.Publish(last)
	if err := b.WaitFor(`document.getElementById("state").textContent === "finished"`, 20*time.Second); err != nil {
		t.Fatal(err)
	}
	var got drawn
	if err := b.Evaluate(drawnNow, &got); err != nil {
		t.Fatal(err)
	}
	screenshot(t, b)
	if len(got.Labels) != 34 || len(got.Table) != 35 {
		t.Fatalf("%d slices and %d rows, want 34 and 35", len(got.Labels), len(got.Table))
	}
	compare(t, got, last.Rows)
	quiet(t, b)
}

// compare checks every row: cell, slice and bars are the value that was published.
func compare(t *testing.T, got drawn, rows []Row) {
	t.Helper()
	want := map[string]Row{}
	for _, r := range rows {
		want[r.Province] = r
	}
	for i, cells := range got.Table {
		r := want[cells[0]]
		text := [4]string{r.Province, fmt.Sprint(r.Count), nullable(r.Bytes), nullable(r.Speed)}
		if cells != text {
			t.Errorf("row %d of the table is %q, want %q", i, cells, text)
		}
		if i == len(got.Labels) {
			break // the last row has no slice
		}
		drawn := fmt.Sprint(got.Labels[i], got.Counts[i], nullable(got.Bytes[i]), nullable(got.Speeds[i]))
		if want := fmt.Sprint(r.Province, r.Count, gigabytes(r.Bytes), nullable(r.Speed)); drawn != want {
			t.Errorf("slice and bars %d are %s, want %s", i, drawn, want)
		}
	}
}

// nullable is a value as the page writes it.
func nullable[T int64 | float64](v *T) string {
	if v == nil {
		return "NULL"
	}
	text, _ := json.Marshal(*v) // a number has a text
	return string(text)
}

func gigabytes(v *int64) string {
	if v == nil {
		return "NULL"
	}
	g := float64(*v) / 1e9
	return nullable(&g)
}

// quiet fails when the page had an error or asked another host for something.
func quiet(t *testing.T, b *browser.Browser) {
	t.Helper()
	for _, e := range b.Errors() {
		t.Error("console:", e)
	}
	requests := b.Requests()
	for _, r := range requests {
		if u, err := url.Parse(r); err != nil || u.Hostname() != "127.0.0.1" {
			t.Error("the page has asked for", r)
		}
	}
	if len(requests) < 5 { // itself, style, two scripts, events
		t.Errorf("only %d requests were seen: %q", len(requests), requests)
	}
}

func screenshot(t *testing.T, b *browser.Browser) {
	t.Helper()
	dir := os.Getenv("FLINKC_SCREENSHOTS")
	if dir == "" {
		return
	}
	if err := b.Screenshot(dir + "/" + t.Name() + ".png"); err != nil {
		t.Error(err)
	}
}

// The policy holds: the page could not talk to another host if it tried.
func TestPolicyForbidsOtherHosts(t *testing.T) {
	b := chromium(t, start(t))
	if err := b.WaitFor(`window.Chart`, 20*time.Second); err != nil {
		t.Fatal(err)
	}
	var outcome string
	err := b.Evaluate(`fetch("http://192.0.2.1/").then(() => "sent", () => "refused")`, &outcome)
	if err != nil || outcome != "refused" {
		t.Errorf("a request off this machine: %q, %v", outcome, err)
	}
	if len(b.Errors()) == 0 {
		t.Error("the browser has not logged the violated policy: errors are not seen")
	}
}
