package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kmsg"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

// tries of a time of which the smallest counts.
const tries = 9

// startUp measures the times that a person waits for.
func startUp(l *lab.Lab) ([]Result, error) {
	fetch, err := firstFetch(l)
	if err != nil {
		return nil, err
	}
	build, hello, err := builds(l)
	if err != nil {
		return nil, err
	}
	check, err := checking(l, 200)
	if err != nil {
		return nil, err
	}
	long, err := checking(l, 1000)
	if err != nil {
		return nil, err
	}
	return []Result{
		{ID: "P15", Name: "start of the flagship to its first fetch", Value: ms(fetch), Unit: " ms",
			Goal: 10, Rule: atMost},
		{ID: "P15", Name: "SQL to binary, warm, against go build of a small program",
			Value: ratio(build.wall, hello.wall), Unit: "x", Goal: 3, Rule: atMost,
			Text: fmt.Sprintf("%s against %s s; processor time %s against %s s, %sx",
				seconds(build.wall), seconds(hello.wall), seconds(build.cpu), seconds(hello.cpu),
				number(ratio(build.cpu, hello.cpu)))},
		{ID: "P15", Name: "check of 200 lines", Value: ms(check), Unit: " ms", Goal: 30,
			Rule: atMost},
		{ID: "P15", Name: "check of 1,000 lines", Value: ms(long), Unit: " ms", Goal: 60,
			Rule: atMost},
	}, nil
}

func seconds(d time.Duration) string { return number(d.Seconds()) }

func ratio(a, b time.Duration) float64 { return a.Seconds() / b.Seconds() }

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1e3 }

// least is the shortest of several times.
func least(n int, measure func(i int) (time.Duration, error)) (best time.Duration, err error) {
	for i := range n {
		d, err := measure(i)
		if err != nil {
			return 0, err
		}
		if i == 0 || d < best {
			best = d
		}
	}
	return best, nil
}

// firstFetch starts the flagship against a broker in this process that notes when it is asked for
// records.
func firstFetch(l *lab.Lab) (time.Duration, error) {
	c, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(1, topic))
	if err != nil {
		return 0, err
	}
	defer c.Close()
	fetched := make(chan time.Time, 1)
	c.ControlKey(int16(kmsg.Fetch), func(kmsg.Request) (kmsg.Response, error, bool) {
		c.KeepControl()
		select {
		case fetched <- time.Now():
		default:
		}
		return nil, nil, false
	})
	program, err := fromBroker(l, "start", c.ListenAddrs()[0])
	if err != nil {
		return 0, err
	}
	return least(tries, func(int) (time.Duration, error) { return untilFetch(program, fetched) })
}

func untilFetch(program string, fetched chan time.Time) (time.Duration, error) {
	cmd := exec.Command(program, "--from", "earliest", "-q", "--listen", "127.0.0.1:0")
	var log bytes.Buffer
	cmd.Stderr = &log
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		select { // a fetch that was still on its way
		case <-fetched:
		case <-time.After(50 * time.Millisecond):
		}
	}()
	select {
	case at := <-fetched:
		return at.Sub(start), nil
	case <-time.After(10 * time.Second):
		return 0, errNoFetch(log.String())
	}
}

const hello = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(%d) }\n"

// builds measures SQL to binary with a script that is new each time, and `go build` of a small
// program with a line that is. The processor time is beside the figure: it depends less than the
// wall's on what else the machine does.
func builds(l *lab.Lab) (build, small usage, err error) {
	dir := filepath.Join(l.Cache, "hello")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return usage{}, usage{}, err
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module hello\n\ngo 1.26\n"),
		0o644); err != nil {
		return usage{}, usage{}, err
	}
	if _, err := touched(l); err != nil { // warm
		return usage{}, usage{}, err
	}
	for i := range tries {
		b, err := touched(l)
		if err != nil {
			return usage{}, usage{}, err
		}
		s, err := smallBuild(l, dir)
		if err != nil {
			return usage{}, usage{}, err
		}
		if i == 0 {
			build, small = b, s
		}
		build, small = build.least(b), small.least(s)
	}
	return build, small, nil
}

func (u usage) least(o usage) usage {
	return usage{wall: min(u.wall, o.wall), cpu: min(u.cpu, o.cpu)}
}

// touched builds the flagship with a condition that it has not had before.
func touched(l *lab.Lab) (usage, error) {
	script, err := l.Script("touched", legacy, "FROM cdn_access_log)",
		fmt.Sprintf("FROM cdn_access_log WHERE response_size <> %d)", time.Now().UnixNano()))
	if err != nil {
		return usage{}, err
	}
	return spent(func() error {
		_, err := l.Job(script)
		return err
	})
}

func smallBuild(l *lab.Lab, dir string) (usage, error) {
	err := os.WriteFile(filepath.Join(dir, "main.go"), fmt.Appendf(nil, hello,
		time.Now().UnixNano()), 0o644)
	if err != nil {
		return usage{}, err
	}
	return spent(func() error {
		_, err := l.Run(dir, []string{"CGO_ENABLED=0", "GOWORK=off", "GOFLAGS="}, "go", "build",
			"-trimpath", "-o", "hello", ".")
		return err
	})
}

// spent is what a command took that f runs to its end.
func spent(f func() error) (usage, error) {
	start, cpu := time.Now(), measure.CPU()
	err := f()
	return usage{wall: time.Since(start), cpu: measure.CPU() - cpu}, err
}

// checking measures `flinkc check` of a script, the start of the process included.
func checking(l *lab.Lab, lines int) (time.Duration, error) {
	script, err := l.Text(fmt.Sprintf("check-%d", lines), ordinaryScript(lines))
	if err != nil {
		return 0, err
	}
	return least(tries, func(int) (time.Duration, error) {
		start := time.Now()
		_, err := l.Run(l.Root, nil, l.Compiler(), "check", script)
		return time.Since(start), err
	})
}

// ordinaryScript is a script of so many lines, in twenties: tables of some columns, and queries
// over them.
func ordinaryScript(lines int) string {
	var b strings.Builder
	for i := range lines / 20 {
		fmt.Fprintf(&b, `CREATE TABLE log_%[1]d (
    uuid          STRING,
    client_ip     STRING,
    request_time  BIGINT,
    response_size BIGINT,
    price         DECIMAL(10, 2),
    uri           STRING
) WITH (
    'connector' = 'datagen'
);
CREATE TABLE statistic_%[1]d (
  client_ip STRING, accesses BIGINT, download BIGINT, price DECIMAL(38,2), speed DOUBLE) WITH ('connector'='blackhole');
INSERT INTO statistic_%[1]d
SELECT UPPER(client_ip), COUNT(uuid), SUM(response_size),
       SUM(CASE WHEN price > 0 THEN price END),
       SUM(response_size) * 1.0 / SUM(request_time)
FROM (SELECT * FROM log_%[1]d WHERE uri LIKE '/static/%%' AND CHAR_LENGTH(uuid) = 36)
WHERE request_time BETWEEN 1 AND 100000
GROUP BY UPPER(client_ip);

`, i)
	}
	return b.String()
}
