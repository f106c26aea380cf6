package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kgo"
)

// topic produces lines as values without keys, spread over the partitions.
type topic struct {
	client *kgo.Client
	ctx    context.Context
	name   string
	broker string

	mu  sync.Mutex
	err error // the first failure
}

// openTopic connects, and creates the topic if there is none of its name.
func openTopic(ctx context.Context, s settings) (*topic, error) {
	client, err := kgo.NewClient(
		kgo.SeedBrokers(s.kafka),
		kgo.DefaultProduceTopic(s.topic),
		kgo.ProducerLinger(5*time.Millisecond),
		kgo.RecordPartitioner(kgo.RoundRobinPartitioner()),
		kgo.RecordDeliveryTimeout(30*time.Second),
	)
	if err != nil {
		return nil, errTopic(s.topic, s.kafka, err)
	}
	limited, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	_, err = kadm.NewClient(client).CreateTopic(limited, int32(s.partitions), 1, nil, s.topic)
	if err != nil && !errors.Is(err, kerr.TopicAlreadyExists) {
		client.Close()
		return nil, errTopic(s.topic, s.kafka, err)
	}
	// Lines that were generated are delivered, even after an interrupt.
	ctx = context.WithoutCancel(ctx)
	return &topic{client: client, ctx: ctx, name: s.topic, broker: s.kafka}, nil
}

// write hands a copy of the line to the client, which sends in the background.
func (t *topic) write(line []byte) error {
	t.client.Produce(t.ctx, &kgo.Record{Value: append([]byte{}, line...)}, t.done)
	return t.failure()
}

func (t *topic) done(_ *kgo.Record, err error) {
	if err == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err == nil {
		t.err = errTopic(t.name, t.broker, err)
	}
}

func (t *topic) failure() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

// close waits until the broker has everything.
func (t *topic) close() error {
	err := t.client.Flush(t.ctx)
	t.client.Close()
	if failure := t.failure(); failure != nil {
		return failure
	}
	return err
}
