package kafka

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
)

func (c *Config) errorf(format string, args ...any) error {
	return fmt.Errorf("kafka table %q: %w", c.Table, fmt.Errorf(format, args...))
}

func (c *Config) errNoBrokers() error {
	return c.errorf("no broker is given; set properties.bootstrap.servers to host:port")
}

func (c *Config) errTopics() error {
	return c.errorf("exactly one of topic and topic-pattern must be set")
}

func (c *Config) errNoGroup() error {
	return c.errorf("scan.startup.mode is group-offsets, but there is no properties.group.id and " +
		"no properties.auto.offset.reset; set scan.startup.mode to earliest-offset or latest-offset")
}

func (c *Config) errBroker(addr string) error {
	return c.errorf("broker %q in properties.bootstrap.servers is not host:port", addr)
}

func (c *Config) errPattern(err error) error {
	return c.errorf("topic-pattern: %w", err)
}

func (c *Config) errConnect(err error) error {
	return c.errorf("cannot reach the cluster at %s: %w", strings.Join(c.Brokers, ","), err)
}

func (c *Config) errMissingTopics(names []string) error {
	return c.errorf("topic %s does not exist at %s; create it or correct the option topic",
		quoted(names), strings.Join(c.Brokers, ","))
}

func (c *Config) errNoMatch() error {
	return c.errorf("no topic at %s matches topic-pattern %q", strings.Join(c.Brokers, ","), c.Pattern)
}

func quoted(names []string) string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = fmt.Sprintf("%q", n)
	}
	return strings.Join(list, ", ")
}

func (c *Config) errNotCommitted(p *place) error {
	return c.errorf("group %q has no committed offset for topic %q partition %d; set "+
		"scan.startup.mode to earliest-offset or latest-offset, or properties.auto.offset.reset",
		c.Group, p.topic, p.id)
}

func (c *Config) errAt(p *place, err error) error {
	if code, ok := errors.AsType[wire.Code](err); ok && code == wire.TopicAuthorizationFailed {
		return c.errorf("topic %q partition %d: the user may not read the topic; grant READ on it",
			p.topic, p.id)
	}
	return c.errorf("topic %q partition %d: %w", p.topic, p.id, err)
}

// errRecords locates a malformed record set. The offset is in the cause.
func (c *Config) errRecords(p *place, err error) error {
	if e, ok := errors.AsType[*batch.Error](err); ok {
		return c.errorf("topic %q partition %d %w", p.topic, p.id, e)
	}
	return c.errAt(p, err)
}

func (c *Config) errGap(p *place, want, start int64) error {
	return c.errorf("topic %q partition %d: offset %d is wanted, but the log begins at %d: %d "+
		"offsets were deleted by retention before they were read; set properties.auto.offset.reset "+
		"or --from to go on without them", p.topic, p.id, want, start, start-want)
}

func (c *Config) errBeyond(p *place, want, end int64) error {
	return c.errorf("topic %q partition %d: offset %d is wanted, but the log ends at %d: it was "+
		"truncated or created anew; set properties.auto.offset.reset or --from to say where to go on",
		p.topic, p.id, want, end)
}

func (c *Config) errStuck(p *place, offset int64, tries int) error {
	return c.errorf("topic %q partition %d offset %d: the broker sent %d times no complete record "+
		"batch; its log may be damaged", p.topic, p.id, offset, tries)
}

func (c *Config) errCommit(err error) error {
	return c.errorf("cannot commit offsets of group %q: %w", c.Group, err)
}

func (c *Config) reasonCommit(err error) string {
	return fmt.Sprintf("offsets of group %q cannot be committed, trying again: %v", c.Group, err)
}

func errPositionVersion(s *stream.Split, b []byte) error {
	return fmt.Errorf("kafka table %q: the position of %s is of a version that is not known (% x)",
		s.Table, s.ID, b)
}

func errPositionSize(s *stream.Split, n int) error {
	return fmt.Errorf("kafka table %q: the position of %s is damaged (%d bytes)", s.Table, s.ID, n)
}

func errNoLeader(code wire.Code) error {
	if code == 0 {
		code = wire.LeaderNotAvailable
	}
	return fmt.Errorf("the partition has no leader: %w", code)
}

func errFetch(addr string, wait time.Duration, err error) error {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return slowError{addr, wait}
	}
	return fmt.Errorf("broker %s: %w", addr, err)
}

// slowError says that a broker has not answered in time, or not with all of its answer.
type slowError struct {
	addr string
	wait time.Duration
}

// Error names the broker.
func (e slowError) Error() string {
	return fmt.Sprintf("broker %s did not answer a fetch within %v", e.addr, e.wait)
}

func errOldBroker(addr string) error {
	return fmt.Errorf("broker %s does not take Fetch v%d; Apache Kafka 2.3 or later is needed",
		addr, wire.FetchVersion)
}

var (
	errGone     = errors.New("the topic or partition does not exist any more")
	errNotKafka = errors.New("the answer is not one of a Kafka broker")
)

// final reports errors that waiting cannot cure.
func final(err error) bool {
	code, ok := errors.AsType[wire.Code](err)
	_, marked := errors.AsType[finalError](err)
	return marked || cluster.IsFinal(err) || ok && finalCode(code)
}

// finalError marks an error of our own that waiting cannot cure.
type finalError struct{ error }

// Unwrap returns the marked error.
func (e finalError) Unwrap() error { return e.error }

// finalCode tells which of a broker's errors waiting cannot cure. Unknown codes are taken as
// passing, so that a newer broker's new reason to wait does not stop the job.
func finalCode(code wire.Code) bool {
	switch code {
	case wire.TopicAuthorizationFailed, wire.GroupAuthorizationFailed,
		wire.ClusterAuthorizationFailed, wire.InvalidTopic, wire.UnsupportedVersion,
		wire.UnsupportedCompressionType, wire.InvalidRequest, wire.UnsupportedForMessageFormat:
		return true
	}
	return false
}

// The rest are errors of properties.

func errProperty(key, value, want string) error {
	return fmt.Errorf("properties.%s: %q is not %s", key, value, want)
}

func errJaas(reason string) error {
	return fmt.Errorf("properties.sasl.jaas.config: %s; it reads like <module> required "+
		"username=\"..\" password=\"..\";", reason)
}

func errMechanism(name string) error {
	return fmt.Errorf("properties.sasl.mechanism: %q is not supported; "+
		"PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512 are", name)
}

func errStore(key, file string, err error) error {
	return fmt.Errorf("properties.%s: %s: %w", key, file, err)
}

var errNotPEM = errors.New("no PEM certificate is in it; export one from a JKS or PKCS12 store: " +
	"keytool -exportcert -rfc, or openssl pkcs12 -nodes")
