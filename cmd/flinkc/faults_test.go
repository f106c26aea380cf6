package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
)

// What happens to programs that flinkc has built when something around them fails. The servers are
// shared, each test begins with empty ones.
func TestFaultsOfServers(t *testing.T) {
	w := newWorld(t)
	t.Run("start", func(t *testing.T) { testStartFaults(t, w) })
	t.Run("stand-in", func(t *testing.T) { testStandInFaults(t, w) })
	t.Run("away", func(t *testing.T) { testServerAway(t, w) })
	t.Run("crash", func(t *testing.T) { testDatabaseCrash(t, w) })
	t.Run("stop", func(t *testing.T) { testStop(t, w) })
	t.Run("record", func(t *testing.T) { testBadMessage(t, w) })
	t.Run("restart", func(t *testing.T) { testRestart(t, w) })
	t.Run("kill", func(t *testing.T) { testKill(t, w) })
}

// startLimit is how long a program may take to say what is wrong with its surroundings.
const startLimit = 10 * time.Second

// startFault is a mistake in what surrounds a program, and what it must say about that.
type startFault struct {
	name    string
	program string // "" is lines
	damage  func(t *testing.T, w *world)
	want    []string
}

func statement(q string) func(*testing.T, *world) {
	return func(t *testing.T, w *world) { w.exec(t, q) }
}

var startFaults = []startFault{
	{name: "wrong password",
		damage: statement("SET PASSWORD FOR " + faultUser + "@'%' = PASSWORD('" + wrongPassword + "')"),
		want: []string{"refuses user writer with this password (error 1045)",
			"check username and password of the table"}},
	{name: "unknown database", damage: statement("DROP DATABASE flink"),
		want: []string{"has no database flink (error 1049)",
			"CREATE DATABASE `flink` CHARACTER SET utf8mb4"}},
	{name: "missing table", damage: statement("DROP TABLE flink.line"),
		want: []string{"has no table line, or user writer may not see it",
			"create it:\nCREATE TABLE `line`"}},
	{name: "latin1", damage: statement("ALTER TABLE flink.line CONVERT TO CHARACTER SET latin1"),
		want: []string{"column uuid of line has character set latin1",
			"ALTER TABLE `line` CONVERT TO CHARACTER SET utf8mb4"}},
	{name: "no unique key", damage: statement("ALTER TABLE flink.line DROP PRIMARY KEY"),
		want: []string{"line has no unique index over exactly (`uuid`)",
			"ALTER TABLE `line` ADD UNIQUE INDEX (`uuid`)"}},
	{name: "database not running", damage: func(_ *testing.T, w *world) { w.mysql.close() },
		want: []string{"cannot connect to MySQL at 127.0.0.1:",
			"check host and port of the url, and that the server runs"}},
	{name: "missing topic", damage: func(t *testing.T, w *world) { w.startBroker(t, "others") },
		want: []string{`topic "access_log" does not exist at 127.0.0.1:`,
			"create it or correct the option topic"}},
	{name: "unknown broker host", program: "nowhere", damage: func(*testing.T, *world) {},
		want: []string{`cannot reach the cluster at kafka.invalid:9092: broker kafka.invalid:9092: ` +
			`unknown host "kafka.invalid"`, "check properties.bootstrap.servers"}},
	{name: "broker not running", program: "refused", damage: func(*testing.T, *world) {},
		want: []string{"cannot reach the cluster at 127.0.0.1:1: broker 127.0.0.1:1: ",
			"connection refused", "check properties.bootstrap.servers"}},
}

func testStartFaults(t *testing.T, w *world) {
	for _, f := range startFaults {
		t.Run(f.name, func(t *testing.T) {
			w.reset(t)
			f.damage(t, w)
			defer w.exec(t, "SET PASSWORD FOR "+faultUser+"@'%' = PASSWORD('s3cret-Pa''ss')")
			program := f.program
			if program == "" {
				program = "lines"
			}
			c := w.start(t, program)
			c.wantExit(startLimit, exitPipeline)
			c.wantLog(append(f.want, "error: ", `table "`)...)
		})
	}
}

// testStandInFaults has the same mistakes in the stand-in for a database.
func testStandInFaults(t *testing.T, w *world) {
	good := standin.Table{Name: "line", Key: []string{"uuid"}, Columns: []standin.Column{
		{Name: "uuid", Type: "VARCHAR(36)", NotNull: true}, {Name: "size", Type: "BIGINT"}}}
	latin1, keyless := good, good
	latin1.Charset, keyless.Key = "latin1", nil
	tests := []struct {
		name     string // of the same one in startFaults
		password string
		tables   []standin.Table
	}{
		{"wrong password", wrongPassword, []standin.Table{good}},
		{"missing table", faultPassword, nil},
		{"latin1", faultPassword, []standin.Table{latin1}},
		{"no unique key", faultPassword, []standin.Table{keyless}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w.reset(t)
			s, err := standin.Start(standin.Config{User: faultUser, Password: tt.password, Database: "flink"})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			for _, table := range tt.tables {
				if err := s.CreateTable(table); err != nil {
					t.Fatal(err)
				}
			}
			w.mysql.open(s.Addr())
			c := w.start(t, "lines")
			c.wantExit(startLimit, exitPipeline)
			i := slices.IndexFunc(startFaults, func(f startFault) bool { return f.name == tt.name })
			c.wantLog(startFaults[i].want...)
		})
	}
}

// answerLimit is how long /readyz may take to say what is away, and that it is back.
const answerLimit = 5 * time.Second

// testServerAway cuts a connection in the middle of what passes through it, keeps the server away
// for a while, and compares the table when all lines are through.
func testServerAway(t *testing.T, w *world) {
	tests := []struct {
		name, program string
		gate          *gate
		way           direction
		bytes         int64
		reason        string
	}{
		{"broker, totals", "totals", w.kafka, toClient, 1 << 20, `topic "access_log" partition `},
		{"broker, lines", "lines", w.kafka, toClient, 1 << 20, `topic "access_log" partition `},
		{"database, totals", "totals", w.mysql, toServer, 3000, "sink totals: MySQL at 127.0.0.1:"},
		{"database, lines", "lines", w.mysql, toServer, 200_000, "sink line: MySQL at 127.0.0.1:"},
	}
	const lines = 30_000
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w.reset(t)
			w.produce(t, lines)
			tt.gate.closeAfter(tt.way, tt.bytes)
			c := w.start(t, tt.program)
			cut := tt.gate.awaitClosed(t)
			reason := c.ready(answerLimit-time.Since(cut), 503)
			if !strings.Contains(reason, tt.reason) {
				t.Errorf("/readyz gives the reason %q, want one with %q", reason, tt.reason)
			}
			time.Sleep(time.Second)
			tt.gate.reopen()
			c.ready(answerLimit, 200)
			w.produce(t, lines/10)
			w.awaitTable(t, tt.program, lines+lines/10)
			c.terminate(stopLimit, exitOK)
			w.wantTable(t, tt.program)
		})
	}
}

// testDatabaseCrash kills the server itself while rows come in, and starts it again.
func testDatabaseCrash(t *testing.T, w *world) {
	w.reset(t)
	c := w.start(t, "lines")
	w.produce(t, 20_000)
	w.awaitTable(t, "lines", 1)
	w.maria.Kill()
	w.produce(t, 1000)
	c.ready(answerLimit, 503)
	if err := w.maria.Start(); err != nil {
		t.Fatal(err)
	}
	c.ready(answerLimit, 200)
	w.awaitTable(t, "lines", 21_000)
	c.terminate(stopLimit, exitOK)
	w.wantTable(t, "lines")
}

// stopLimit is how long a program may take to drain and commit when nothing is in its way.
const stopLimit = time.Second

func testStop(t *testing.T, w *world) {
	for _, program := range []string{"totals", "lines"} {
		t.Run("running, "+program, func(t *testing.T) { testStopRunning(t, w, program) })
	}
	t.Run("database away", func(t *testing.T) { testStopWithoutDatabase(t, w) })
	t.Run("broker away", func(t *testing.T) { testStopWithoutBroker(t, w) })
}

// testStopRunning ends a program while lines come in. What it has read is what the table holds, and
// the next run of lines brings the rest.
func testStopRunning(t *testing.T, w *world, program string) {
	w.reset(t)
	c := w.start(t, program)
	w.produce(t, 20_000)
	w.awaitTable(t, program, 1)
	c.terminate(stopLimit, exitOK)
	read := c.summary().Records
	held := w.ask(t, "SELECT COUNT(*) FROM flink.line") +
		w.ask(t, "SELECT COALESCE(SUM(accesses), 0) FROM flink.totals")
	if read == 0 || held != read {
		t.Errorf("%d lines were read, %d are in the table", read, held)
	}
	next := w.start(t, program, "--until-end")
	next.wantExit(20*time.Second, exitOK)
	w.wantTable(t, program)
	if left := 20_000 - read; program == "lines" && next.summary().Records != left {
		t.Errorf("the next run has read %d lines, want the %d left", next.summary().Records, left)
	}
}

// testStopWithoutDatabase: a program that cannot write what it has read must not stop as if it had,
// nor wait for ever. What is lost is read again.
func testStopWithoutDatabase(t *testing.T, w *world) {
	w.reset(t)
	w.mysql.closeAfter(toServer, 20_000)
	w.produce(t, 10_000)
	c := w.start(t, "lines")
	w.mysql.awaitClosed(t)
	c.ready(answerLimit, 503)
	c.terminate(startLimit, exitPipeline)
	c.wantLog("error: stopped before the job was drained", "sink line: MySQL at 127.0.0.1:",
		"hint: Start it again when the server is back")
	w.mysql.reopen()
	w.start(t, "lines", "--until-end").wantExit(20*time.Second, exitOK)
	w.wantTable(t, "lines")
}

// testStopWithoutBroker: with all that was read written and committed there is nothing to wait for.
func testStopWithoutBroker(t *testing.T, w *world) {
	w.reset(t)
	w.produce(t, 1000)
	c := w.start(t, "lines")
	eventually(t, startLimit, "committed offsets", func() bool { return w.committed(t) == 1000 })
	w.kafka.close()
	c.ready(answerLimit, 503)
	c.terminate(stopLimit, exitOK)
	w.wantTable(t, "lines")
}

// testBadMessage sends a record that is no line among others, to a table that tolerates none.
func testBadMessage(t *testing.T, w *world) {
	const row = `{"uuid": "u", "response_size": 5}`
	tests := []struct {
		name, program, good, bad string
		want                     []string
	}{
		{"letters for a number", "strict", "u,1.2.3.4,5,6,/a", "u,1.2.3.4,5,many,/a",
			[]string{"at column response_size", `record: "u,1.2.3.4,5,many,/a"`}},
		{"open quote", "strict", "u,1.2.3.4,5,6,/a", `"u,1.2.3.4,5,6,/a`,
			[]string{"missing closing quote", `record: "\"u,1.2.3.4,5,6,/a"`}},
		{"long", "strict", "u,1.2.3.4,5,6,/a", strings.Repeat("u", 5000),
			[]string{"too few columns", `uu" ... (5000 bytes)`}},
		{"json, wrong type", "strict-json", row, `{"uuid": "u", "response_size": "many"}`,
			[]string{"response_size", `record: "{\"uuid\": \"u\", \"response_size\": \"many\"}"`}},
		{"json, torn", "strict-json", row, `{"uuid": "u", "resp`, []string{`record: "{\"uuid\": \"u\", \"resp"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w.reset(t)
			for _, record := range []string{tt.good, tt.good, tt.good, tt.bad} {
				w.send(t, &kgo.Record{Topic: faultTopic, Value: []byte(record)})
			}
			c := w.start(t, tt.program)
			c.wantExit(startLimit, exitPipeline)
			c.wantLog(append(tt.want, `error: table "access_log", access_log-1, offset 1: job.sql:15:50: `)...)
		})
	}
}

// testRestart looks at where a program goes on.
func testRestart(t *testing.T, w *world) {
	t.Run("state is lost", func(t *testing.T) {
		w.reset(t)
		w.produce(t, 5000)
		c := w.start(t, "totals-group")
		c.wantExit(startLimit, exitUsage)
		c.wantLog("state is lost at restart and totals would shrink",
			"hint: Say where to start: --from earliest recomputes everything")
		for range 2 {
			w.start(t, "totals-group", "--from", "earliest", "--until-end").wantExit(startLimit, exitOK)
			w.wantTable(t, "totals-group")
		}
		if n := w.committed(t); n != -1 {
			t.Errorf("group offsets of %d are committed, which a job with state must not do", n)
		}
	})
	t.Run("no state", func(t *testing.T) {
		w.reset(t)
		w.produce(t, 5000)
		c := w.start(t, "lines")
		eventually(t, startLimit, "committed offsets", func() bool { return w.committed(t) == 5000 })
		c.terminate(stopLimit, exitOK)
		w.produce(t, 700)
		next := w.start(t, "lines", "--until-end")
		next.wantExit(startLimit, exitOK)
		if n := next.summary().Records; n != 700 {
			t.Errorf("the restart has read %d lines, want the 700 new ones", n)
		}
		w.wantTable(t, "lines")
	})
}

// testKill kills a program at random instants. Its table is the only state, and rows are written by
// key, so that what was read twice changes nothing.
func testKill(t *testing.T, w *world) {
	w.reset(t)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for range 20 {
		c := w.start(t, "lines")
		w.produce(t, 2000)
		time.Sleep(time.Duration(random.Int64N(int64(250 * time.Millisecond))))
		c.kill()
	}
	held := w.ask(t, "SELECT COUNT(*) FROM flink.line")
	if t.Logf("%d of 40000 rows were written before the last run", held); held == 0 {
		t.Error("every run was killed before it did anything")
	}
	w.start(t, "lines", "--until-end").wantExit(20*time.Second, exitOK)
	w.wantTable(t, "lines")
}
