package kafka

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// startLimit bounds how long Open and Reader try: a cluster that is not there, or a topic without
// leader, must be an error soon. Once reading, waiting has no limit.
const startLimit = 8 * time.Second

// Source is a Kafka source. It implements stream.Source, stream.Discoverer and stream.Committer.
type Source struct {
	cfg     Config
	pattern *regexp.Regexp
	dialer  *cluster.Dialer
	client  *cluster.Client
	health  *health
	known   map[string]*stream.Split
	stored  stored // by Commit
	view    view

	mu   sync.Mutex
	gaps int64
}

// place is a split's Private: the partition that it is.
type place struct {
	topic string
	id    int32
	late  bool // found after Open: starts at its beginning, or what came before it would be lost
}

// New checks the configuration. It does not connect. The result is a *Source, which no program need
// know: the compiler would read all that one is made of, messages and TLS, in each build. No method
// of Config mentions these either.
func New(cfg Config) (stream.Source, error) {
	pattern, err := cfg.complete()
	if err != nil {
		return nil, err
	}
	dialer, err := newDialer(&cfg)
	if err != nil {
		return nil, cfg.errorf("%w", err)
	}
	return &Source{cfg: cfg, pattern: pattern, dialer: dialer, health: newHealth(&cfg),
		client: cluster.NewClient(dialer, cfg.Brokers), known: map[string]*stream.Split{}}, nil
}

// Open connects and returns one split a partition, sorted by topic and number. A missing topic, an
// unknown host, a wrong password are errors within ten seconds.
func (s *Source) Open(ctx context.Context) ([]*stream.Split, error) {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	var parts []cluster.Part
	err := retry(ctx, func() (err error) {
		parts, err = s.partitions(ctx)
		return err
	})
	if err != nil {
		return nil, s.cfg.errConnect(err)
	}
	s.view.keep(parts)
	if missing := s.missing(parts); len(missing) > 0 {
		return nil, s.cfg.errMissingTopics(missing)
	}
	if len(parts) == 0 {
		return nil, s.cfg.errNoMatch()
	}
	return s.add(parts, false), nil
}

// retry calls f until it succeeds, ctx ends, or the error is one that waiting does not cure.
func retry(ctx context.Context, f func() error) error {
	for n := 1; ; n++ {
		err := f()
		if err == nil || final(err) || ctx.Err() != nil {
			return err
		}
		if !sleep(ctx, backoff(n)) {
			return err
		}
	}
}

// partitions asks for the partitions of the wanted topics. A pattern is matched here and not by the
// broker, whose API knows no patterns: all topics are listed.
func (s *Source) partitions(ctx context.Context) ([]cluster.Part, error) {
	if s.pattern == nil {
		return s.client.Topics(ctx, s.cfg.Topics)
	}
	parts, err := s.client.Topics(ctx, nil)
	return slices.DeleteFunc(parts, func(p cluster.Part) bool {
		return !s.pattern.MatchString(p.Topic)
	}), err
}

// missing lists the configured topics without any partition.
func (s *Source) missing(parts []cluster.Part) (names []string) {
	for _, t := range s.cfg.Topics {
		if !slices.ContainsFunc(parts, func(p cluster.Part) bool { return p.Topic == t }) {
			names = append(names, t)
		}
	}
	return names
}

// add makes splits of the partitions that are not known yet.
func (s *Source) add(parts []cluster.Part, late bool) (splits []*stream.Split) {
	for _, p := range parts {
		id := fmt.Sprintf("%s-%d", p.Topic, p.ID)
		// Partitions are never forgotten: one that is missing from an answer is a topic being
		// deleted, or metadata that a broker has not caught up with.
		if s.known[id] == nil {
			s.known[id] = &stream.Split{Table: s.cfg.Table, ID: id, Unit: "offset",
				Private: &place{topic: p.Topic, id: p.ID, late: late}}
			splits = append(splits, s.known[id])
		}
	}
	return splits
}

// Discover returns the partitions, and with a pattern the topics, that appeared since the last
// call. They are read from their beginning.
func (s *Source) Discover(ctx context.Context) ([]*stream.Split, error) {
	parts, err := s.partitions(ctx)
	if err != nil {
		return nil, s.cfg.errConnect(err)
	}
	return s.add(parts, true), nil
}

// DiscoverInterval is how often Discover should be called; 0 means never.
func (s *Source) DiscoverInterval() time.Duration { return s.cfg.DiscoverInterval }

// Gaps counts how often reading went on elsewhere since the wanted offset was not in the log.
func (s *Source) Gaps() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gaps
}

func (s *Source) gap(g Gap) {
	s.mu.Lock()
	s.gaps++
	s.mu.Unlock()
	if s.cfg.OnGap != nil {
		s.cfg.OnGap(g)
	}
}

// Close closes the source's own connections; its readers are closed apart.
func (s *Source) Close() error { return s.client.Close() }

var (
	_ stream.Source     = (*Source)(nil)
	_ stream.Discoverer = (*Source)(nil)
	_ stream.Committer  = (*Source)(nil)
)
