package kafka

import (
	"sync/atomic"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
)

func TestStartup(t *testing.T) {
	c := broker(t)
	p := producer(t, c)
	for i := range 5 {
		r := &kgo.Record{Topic: "t", Value: []byte{'0' + byte(i)}, Timestamp: time.UnixMilli(int64(1000 * i))}
		if err := p.ProduceSync(t.Context(), r).FirstErr(); err != nil {
			t.Fatal(err)
		}
	}
	s, _ := open(t, config(c, func(c *Config) { c.Group = "done" }))
	split := s.known["t-0"]
	if err := s.Commit(t.Context(), []stream.Start{{Split: split, Position: encodePosition(3, 0)}}); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		change func(*Config)
		want   []string
	}{
		{"earliest", func(*Config) {}, []string{"0", "1", "2", "3", "4"}},
		{"latest", func(c *Config) { c.Startup = LatestOffset }, nil},
		{"timestamp between two", func(c *Config) { c.Startup, c.Timestamp = Timestamp, 2500 }, []string{"3", "4"}},
		{"timestamp of a record", func(c *Config) { c.Startup, c.Timestamp = Timestamp, 4000 }, []string{"4"}},
		{"timestamp behind all", func(c *Config) { c.Startup, c.Timestamp = Timestamp, 9000 }, nil},
		{"specific", func(c *Config) {
			c.Startup, c.SpecificOffsets = SpecificOffsets, map[int32]int64{0: 2}
		}, []string{"2", "3", "4"}},
		{"specific for others: committed", func(c *Config) {
			c.Startup, c.SpecificOffsets, c.Group = SpecificOffsets, map[int32]int64{7: 2}, "done"
		}, []string{"3", "4"}},
		{"specific for others: beginning", func(c *Config) {
			c.Startup, c.SpecificOffsets = SpecificOffsets, map[int32]int64{7: 2}
		}, []string{"0", "1", "2", "3", "4"}},
		{"group", func(c *Config) { c.Startup, c.Group = GroupOffsets, "done" }, []string{"3", "4"}},
		{"new group, earliest", func(c *Config) {
			c.Startup, c.Group, c.Reset = GroupOffsets, "new", ResetEarliest
		}, []string{"0", "1", "2", "3", "4"}},
		{"new group, latest", func(c *Config) {
			c.Startup, c.Group, c.Reset = GroupOffsets, "new", ResetLatest
		}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, r := open(t, config(c, test.change))
			want := make([]string, len(test.want))
			for i, v := range test.want {
				want[i] = "t-0@" + v + "=" + v
			}
			same(t, read(t, r, -1), want)
		})
	}
}

func TestGroupWithoutOffsetNamesTheCure(t *testing.T) {
	c := broker(t)
	_, _, err := tryOpen(t, config(c, func(c *Config) { c.Startup, c.Group = GroupOffsets, "new" }))
	wantError(t, err, `table "logs"`, `group "new"`, `topic "t" partition 0`, "scan.startup.mode")
}

func TestConfigErrors(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Config)
		want   string
	}{
		"no broker":      {func(c *Config) { c.Brokers = nil }, "properties.bootstrap.servers"},
		"broker no port": {func(c *Config) { c.Brokers = []string{"localhost"} }, `"localhost"`},
		"no topic":       {func(c *Config) { c.Topics = nil }, "topic-pattern"},
		"topic and both": {func(c *Config) { c.Pattern = "t.*" }, "topic-pattern"},
		"bad pattern":    {func(c *Config) { c.Topics, c.Pattern = nil, "(" }, "topic-pattern"},
		"group without":  {func(c *Config) { c.Startup = GroupOffsets }, "properties.group.id"},
		"unknown SASL":   {func(c *Config) { c.Properties.Security.Mechanism = "GSSAPI" }, "SCRAM-SHA-256"},
		"truststore away": {func(c *Config) {
			c.Properties.Security.TLS, c.Properties.Security.CAFile = true, "/nil"
		}, "/nil"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := Config{Table: "logs", Topics: []string{"t"}, Brokers: []string{"h:1"}, Startup: EarliestOffset}
			test.change(&cfg)
			_, err := New(cfg)
			wantError(t, err, `table "logs"`, test.want)
		})
	}
}

// TestStartAsksForLeadersOnce counts the requests of a start, which a far cluster lets wait for each.
func TestStartAsksForLeadersOnce(t *testing.T) {
	c := broker(t)
	put(t, producer(t, c), "t", 0, series("v", 3)...)
	var asked atomic.Int32
	c.ControlKey(int16(kmsg.Metadata), func(kmsg.Request) (kmsg.Response, error, bool) {
		c.KeepControl()
		asked.Add(1)
		return nil, nil, false
	})
	asked.Store(0)
	_, r := open(t, config(c))
	same(t, read(t, r, -1), numbered("t-0", "v", 3))
	if n := asked.Load(); n != 1 {
		t.Errorf("leaders were asked for %d times", n)
	}
}

// TestLeaderMovesDuringStart: what the brokers said when the source was opened is not true any more when its
// reader looks for offsets, or, where there is a position, when it fetches.
func TestLeaderMovesDuringStart(t *testing.T) {
	for _, position := range [][]byte{nil, encodePosition(0, 0)} {
		c := broker(t, kfake.NumBrokers(3))
		put(t, producer(t, c), "t", 0, series("v", 3)...)
		made, err := New(config(c))
		if err != nil {
			t.Fatal(err)
		}
		s := made.(*Source)
		t.Cleanup(func() { s.Close() })
		splits, err := s.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for node, addr := range c.ListenAddrs() {
			if addr == s.view.parts[0].Leader {
				continue
			}
			if err := c.MoveTopicPartition("t", 0, int32(node)); err != nil {
				t.Fatal(err)
			}
			break
		}
		var starts []stream.Start
		for _, split := range splits {
			starts = append(starts, stream.Start{Split: split, Position: position})
		}
		r, err := reader(t, s, starts...)
		if err != nil {
			t.Fatal(err)
		}
		same(t, read(t, r, -1), numbered("t-0", "v", 3))
	}
}
