// Package kafka is the Kafka source: it reads the values of topics' records as blocks.
//
// kafka-go dials and authenticates and brings the control messages (package cluster); fetching and
// decoding are done here and in the packages wire and batch, in reused buffers, without a step a
// record. A Reader has one connection a broker, on which a goroutine waits for an answer and Fill
// reads on while there are more at hand, and one more goroutine that finds the leaders of partitions
// that have none to read from:
//
//	Fill <- ready <- fetcher (a broker) <- partitions <- router <- lost partitions <- fetcher
package kafka

import (
	"cmp"
	"net"
	"regexp"
	"slices"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Startup says where to read a partition from that has no position.
type Startup uint8

// Startup modes, as scan.startup.mode has them. Partitions found later start at their beginning.
const (
	GroupOffsets Startup = iota
	EarliestOffset
	LatestOffset
	Timestamp
	SpecificOffsets
)

// Reset says what to do without a committed offset, and when the wanted offset is not in the log.
type Reset uint8

// Reset policies, as properties.auto.offset.reset has them. ResetNone is an error that says so.
const (
	ResetNone Reset = iota
	ResetEarliest
	ResetLatest
)

// Isolation says whether records of open and aborted transactions are seen.
type Isolation uint8

// Isolation levels, as properties.isolation.level has them.
const (
	ReadCommitted Isolation = iota
	ReadUncommitted
)

// Config is a source's configuration. Table, Brokers, and Topics or Pattern are required.
type Config struct {
	Table   string   // SQL name, for messages
	Topics  []string // read these, or
	Pattern string   // all whose whole name matches this regular expression
	Brokers []string // "host:port"
	Group   string   // for GroupOffsets and Commit; "" without

	Startup         Startup
	Timestamp       int64           // ms since the epoch, for Startup Timestamp
	SpecificOffsets map[int32]int64 // by partition, for Startup SpecificOffsets
	Reset           Reset
	UntilEnd        bool // end at the offsets that are the ends when the Reader is made
	Isolation       Isolation
	NeedTime        bool // fill stream.Block.Time

	// DiscoverInterval is how often the driver is to call Discover; 0 means never.
	DiscoverInterval time.Duration
	Properties       Properties
	Health           stream.Health // nil: nobody listens
	// OnGap is told when reading went on elsewhere, by Reset, since the wanted offset was not in
	// the log. It is called by background goroutines. nil: nobody listens, Source.Gaps counts.
	OnGap func(Gap)
}

// Properties are the client settings under properties.*. ParseProperties makes them from text.
type Properties struct {
	ClientID string
	Security Security
	// MaxWait is how long a broker may hold a fetch without data. 0: 500 ms.
	MaxWait time.Duration
	// MinBytes is how much data it waits for meanwhile. 0: 1.
	MinBytes int32
	// MaxBytes bounds a response, PartitionBytes one partition's part; a batch that is larger
	// still comes whole. 0: 1 MiB; of larger responses less is still in the processor's caches when
	// they are decoded.
	MaxBytes, PartitionBytes int32
	// Timeout is how long to wait for a broker's answer beyond MaxWait. 0: 10 s.
	Timeout time.Duration
}

// Gap is a hole in what was read: offsets From to To were wanted, and reading went on at To. To is
// below From when the log was truncated and is read again.
type Gap struct {
	Table, Topic string
	Partition    int32
	From, To     int64
	Reason       string
}

// Defaults of Properties.
const (
	defaultMaxWait        = 500 * time.Millisecond
	defaultMaxBytes       = 1 << 20
	defaultPartitionBytes = 1 << 20
	defaultTimeout        = 10 * time.Second
	defaultClientID       = "flinkc"
)

// complete checks the configuration and fills in defaults. pattern is nil without one.
func (c *Config) complete() (pattern *regexp.Regexp, err error) {
	switch {
	case len(c.Brokers) == 0:
		return nil, c.errNoBrokers()
	case (len(c.Topics) == 0) == (c.Pattern == ""):
		return nil, c.errTopics()
	case c.Startup == GroupOffsets && c.Group == "" && c.Reset == ResetNone:
		return nil, c.errNoGroup()
	}
	for _, b := range c.Brokers {
		if host, port, err := net.SplitHostPort(b); err != nil || host == "" || port == "" {
			return nil, c.errBroker(b)
		}
	}
	if c.Pattern != "" {
		if pattern, err = regexp.Compile("^(?:" + c.Pattern + ")$"); err != nil {
			return nil, c.errPattern(err)
		}
	}
	c.Topics = slices.Compact(slices.Sorted(slices.Values(c.Topics)))
	c.Properties.complete()
	return pattern, nil
}

func (p *Properties) complete() {
	p.ClientID = cmp.Or(p.ClientID, defaultClientID)
	p.MaxWait = cmp.Or(p.MaxWait, defaultMaxWait)
	p.MinBytes = cmp.Or(p.MinBytes, 1)
	p.MaxBytes = cmp.Or(p.MaxBytes, defaultMaxBytes)
	p.PartitionBytes = cmp.Or(p.PartitionBytes, min(p.MaxBytes, defaultPartitionBytes))
	p.Timeout = cmp.Or(p.Timeout, defaultTimeout)
}
