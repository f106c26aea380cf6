package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
)

// watermarkScript reads four partitions in two lanes; the LIMIT, which is never reached, is behind both.
const watermarkScript = `SET 'pipeline.auto-watermark-interval' = '10 ms';
SET 'table.exec.source.idle-timeout' = '${IDLE}';
CREATE TABLE t (id INT, ts TIMESTAMP_LTZ(3), WATERMARK FOR ts AS ts) WITH (
    'connector' = 'kafka', 'topic' = 'times', 'properties.bootstrap.servers' = '${KAFKA}',
    'scan.startup.mode' = 'earliest-offset', 'format' = 'csv'
);
CREATE TABLE o (id INT, w BIGINT) WITH ('connector' = 'print');
INSERT INTO o SELECT id, EXTRACT(SECOND FROM CURRENT_WATERMARK(ts)) FROM (SELECT * FROM t LIMIT 1000000);
`

// timedTopic is a broker with the topic and a running program.
type timedTopic struct {
	*testing.T
	client *kgo.Client
	*child
}

func newTimedTopic(t *testing.T, idle string) *timedTopic {
	t.Helper()
	cluster, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(4, "times"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cluster.Close)
	client, err := kgo.NewClient(kgo.SeedBrokers(cluster.ListenAddrs()...),
		kgo.RecordPartitioner(kgo.ManualPartitioner()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	program := buildScript(t, watermarkScript, map[string]string{"KAFKA": cluster.ListenAddrs()[0], "IDLE": idle})
	w := &timedTopic{t, client, start(t, exec.Command(program, "--parallelism", "2"))}
	w.ready(20*time.Second, 200)
	return w
}

// send appends a record to a partition: its id, and the second of its time.
func (w *timedTopic) send(partition int32, id, second int) {
	w.Helper()
	line := fmt.Appendf(nil, "%d,1970-01-01 00:00:%02dZ", id, second)
	r := &kgo.Record{Topic: "times", Partition: partition, Value: line}
	if err := w.client.ProduceSync(w.Context(), r).FirstErr(); err != nil {
		w.Fatal(err)
	}
}

var watermarkMetric = regexp.MustCompile(`(?m)^flinkc_watermark_milliseconds\{stage="(\w+) [^"]*",lane="(\d)"\} (\d+)$`)

// watermarks are those that /metrics tells: "read 0: 10000, ..".
func (w *timedTopic) watermarks() string {
	_, text := w.ask("/metrics")
	var out []string
	for _, m := range watermarkMetric.FindAllStringSubmatch(text, -1) {
		if m[1] != "write" {
			out = append(out, m[1]+" "+m[2]+": "+m[3])
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func (w *timedTopic) await(want string) {
	w.Helper()
	defer func() {
		if w.Failed() {
			_, why := w.ask("/why")
			w.Logf("the watermarks are %s\n%s", w.watermarks(), why)
		}
	}()
	eventually(w.T, 20*time.Second, "the watermarks "+want, func() bool { return w.watermarks() == want })
}

// awaitRow waits for what print shows of a record.
func (w *timedTopic) awaitRow(want string) {
	w.Helper()
	eventually(w.T, 20*time.Second, "the row "+want+" among\n"+w.out.String(), func() bool {
		return strings.Contains(w.out.String(), want)
	})
}

// wantWhy wants /why to say something.
func (w *timedTopic) wantWhy(want string) {
	w.Helper()
	if _, why := w.ask("/why"); !strings.Contains(why, want) {
		w.Errorf("/why does not say %q, but:\n%s", want, why)
	}
}

// TestWatermarksOfPartitions: the lowest partition of a lane counts, and the lowest lane. Partitions 0 and 2 are in
// lane 0.
func TestWatermarksOfPartitions(t *testing.T) {
	w := newTimedTopic(t, "0 s")
	w.send(0, 1, 10)
	w.send(1, 2, 20)
	w.send(2, 3, 30)
	w.await("read 0: 10000")
	w.send(1, 4, 21)
	w.awaitRow("+I[4, null]")
	w.wantWhy("lane 1: no watermark yet, held back by split times-3, which has had no record")
	w.send(3, 5, 15)
	w.await("limit 0: 10000, read 0: 10000, read 1: 15000")
	w.send(0, 6, 40)
	w.await("limit 0: 15000, read 0: 30000, read 1: 15000")
	w.send(0, 7, 11) // late
	w.awaitRow("+I[7, 15]")
	w.wantWhy("lane 0: the watermark is 1970-01-01 00:00:30.000, held back by split times-2")
	w.terminate(10*time.Second, 0)
}

// TestIdlePartition: a partition without records is not waited for while others have some, and comes back without the
// watermark falling.
func TestIdlePartition(t *testing.T) {
	w := newTimedTopic(t, "300 ms")
	second := 10
	eventually(t, 30*time.Second, "a watermark behind both lanes", func() bool {
		second = min(second+1, 59)
		for partition := range int32(3) {
			w.send(partition, second, second)
		}
		return strings.Contains(w.watermarks(), "limit 0")
	})
	w.send(3, 100, 5)
	w.awaitRow("+I[100, ")
	_, row, _ := strings.Cut(w.out.String(), "+I[100, ")
	var at int
	if _, err := fmt.Sscan(row, &at); err != nil || at < 11 || at > second {
		t.Errorf("the watermark at the late record is %d, want one from 11 to %d: %v", at, second, err)
	}
	w.terminate(10*time.Second, 0)
}
