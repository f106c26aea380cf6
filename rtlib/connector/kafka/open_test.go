package kafka

import (
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/sasl/plain"
)

func TestOpenErrorsNameThingAndCure(t *testing.T) {
	c := broker(t)
	secured := broker(t, kfake.EnableSASL(), kfake.Superuser("PLAIN", "alice", "right"))
	for name, test := range map[string]struct {
		change func(*Config)
		want   []string
	}{
		"missing topic": {func(c *Config) { c.Topics = []string{"t", "nope"} }, []string{`"nope"`, "create it"}},
		"no match":      {func(c *Config) { c.Topics, c.Pattern = nil, "x.*" }, []string{`"x.*"`}},
		"unknown host": {func(c *Config) { c.Brokers = []string{"no.such.host.invalid:9092"} },
			[]string{"no.such.host.invalid", "properties.bootstrap.servers"}},
		"nobody there": {func(c *Config) { c.Brokers = []string{"127.0.0.1:1"} },
			[]string{"127.0.0.1:1", "refused"}},
		"wrong password": {func(c *Config) {
			c.Brokers = secured.ListenAddrs()
			c.Properties.Security = Security{Mechanism: "PLAIN", User: "alice", Password: "wrong"}
		}, []string{`"alice"`, "password"}},
		"no SASL where it is wanted": {func(c *Config) { c.Brokers = secured.ListenAddrs() },
			[]string{"properties.security.protocol"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			within(t, 10*time.Second, func() {
				_, _, err := tryOpen(t, config(c, test.change))
				wantError(t, err, append(test.want, `table "logs"`)...)
				if err != nil && strings.Contains(err.Error(), "wrong") {
					t.Errorf("the error shows the password: %v", err)
				}
			})
		})
	}
}

func TestAuthenticates(t *testing.T) {
	for _, mechanism := range []string{"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"} {
		t.Run(mechanism, func(t *testing.T) {
			c := broker(t, kfake.EnableSASL(), kfake.Superuser(mechanism, "al,i=ce", "se cret"),
				kfake.Superuser("PLAIN", "writer", "w"))
			p := producer(t, c, kgo.SASL(plain.Auth{User: "writer", Pass: "w"}.AsMechanism()))
			put(t, p, "t", 0, "a0")
			_, r := open(t, config(c, func(c *Config) {
				c.Properties.Security = Security{Mechanism: mechanism, User: "al,i=ce", Password: "se cret"}
			}))
			same(t, read(t, r, -1), numbered("t-0", "a", 1))
		})
	}
}

// A real broker takes the same messages of SASL, and refuses with a code instead of hanging up.
func TestAuthenticatesAtApacheKafka(t *testing.T) {
	s := servers.Kafka(t)
	login := func(mechanism, password string) error {
		cfg := Config{Table: "logs", Pattern: "nope", Brokers: []string{s.Secured},
			Startup: EarliestOffset, UntilEnd: true}
		cfg.Properties.Security = Security{Mechanism: mechanism, User: servers.KafkaUser,
			Password: password}
		_, _, err := tryOpen(t, cfg)
		return err
	}
	for _, mechanism := range []string{"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"} {
		wantError(t, login(mechanism, servers.KafkaPassword), "no topic at")
		wantError(t, login(mechanism, "wrong"), `user "alice" is refused (`+mechanism+`)`)
	}
	wantError(t, login("", ""), "properties.security.protocol")
}

func TestPatternAndDiscovery(t *testing.T) {
	c := broker(t)
	p := producer(t, c)
	s, r := open(t, config(c, unbounded, func(c *Config) { c.Topics, c.Pattern = nil, "t3|x[0-9]+" }))
	if len(s.known) != 3 {
		t.Fatalf("%d splits, want those of t3", len(s.known))
	}
	if err := c.CreateTopic("x7", 1, nil); err != nil {
		t.Fatal(err)
	}
	put(t, p, "x7", 0, "a0", "a1")
	found, err := s.Discover(t.Context())
	if err != nil || len(found) != 1 || found[0].ID != "x7-0" {
		t.Fatalf("Discover gives %v, %v, want x7-0", found, err)
	}
	if again, err := s.Discover(t.Context()); err != nil || len(again) != 0 {
		t.Fatalf("Discover gives %v, %v the second time, want nothing", again, err)
	}
	if err := r.Assign(t.Context(), stream.Start{Split: found[0]}); err != nil {
		t.Fatal(err)
	}
	same(t, read(t, r, 2), numbered("x7-0", "a", 2))
}

func TestLatestStillReadsNewPartitionsWhole(t *testing.T) {
	c := broker(t)
	p := producer(t, c)
	s, r := open(t, config(c, unbounded, func(c *Config) { c.Topics, c.Pattern, c.Startup = nil, "t|y", LatestOffset }))
	if err := c.CreateTopic("y", 1, nil); err != nil {
		t.Fatal(err)
	}
	put(t, p, "y", 0, "a0")
	found, err := s.Discover(t.Context())
	if err != nil || len(found) != 1 {
		t.Fatalf("Discover gives %v, %v, want y-0", found, err)
	}
	if err := r.Assign(t.Context(), stream.Start{Split: found[0]}); err != nil {
		t.Fatal(err)
	}
	same(t, read(t, r, 1), numbered("y-0", "a", 1))
}

func TestSeveralPartitionsInSeveralLanes(t *testing.T) {
	c := broker(t, kfake.NumBrokers(2))
	p := producer(t, c)
	for i := range int32(3) {
		put(t, p, "t3", i, series("a", 2000)...)
	}
	s, _ := open(t, config(c, func(c *Config) { c.Topics = []string{"t3"} }))
	total := 0
	for _, ids := range [][]string{{"t3-0", "t3-2"}, {"t3-1"}} {
		var starts []stream.Start
		for _, id := range ids {
			starts = append(starts, stream.Start{Split: s.known[id]})
		}
		r, err := reader(t, s, starts...)
		if err != nil {
			t.Fatal(err)
		}
		bySplit := map[string][]string{}
		for _, line := range read(t, r, -1) {
			id, _, _ := strings.Cut(line, "@")
			bySplit[id] = append(bySplit[id], line)
		}
		for _, id := range ids {
			same(t, bySplit[id], numbered(id, "a", 2000))
			total += len(bySplit[id])
		}
	}
	if total != 6000 {
		t.Errorf("%d records in both lanes, want 6000", total)
	}
}
