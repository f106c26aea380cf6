package demo

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// topic is the one that cdn.sql reads.
const topic = "access_log"

// partitions of the topic when the demo creates it.
const partitions = 4

// segmentBytes is the unit in which the broker in this process, which keeps its log in memory,
// gives room back.
const segmentBytes = 8 << 20

// serverWait bounds how long a server may take to answer.
const serverWait = 10 * time.Second

// broker is where the lines go.
type broker struct {
	address string
	cluster *kfake.Cluster // nil: a real Kafka
	client  *kgo.Client
	id      [16]byte // of the topic
	leaders []int32  // broker of each partition
}

// openBroker connects to a Kafka, or starts a broker when the address is empty, and makes sure that
// there is the topic.
func openBroker(ctx context.Context, address string) (*broker, error) {
	b := &broker{address: address}
	err := b.start()
	if err == nil {
		err = b.connect(ctx)
	}
	if err != nil {
		b.close()
		return nil, errKafka(b.address, err)
	}
	return b, nil
}

func (b *broker) start() (err error) {
	if b.address != "" {
		return nil
	}
	b.cluster, err = kfake.NewCluster(kfake.NumBrokers(1))
	if err != nil {
		return err
	}
	b.address = b.cluster.ListenAddrs()[0]
	return b.cluster.CreateTopic(topic, partitions, map[string]string{
		"segment.bytes": strconv.Itoa(segmentBytes)})
}

func (b *broker) connect(ctx context.Context) (err error) {
	b.client, err = kgo.NewClient(kgo.SeedBrokers(b.address), kgo.DisableIdempotentWrite(),
		kgo.RequiredAcks(kgo.LeaderAck()), kgo.RetryTimeout(serverWait))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, serverWait)
	defer cancel()
	admin := kadm.NewClient(b.client)
	_, err = admin.CreateTopic(ctx, partitions, 1, nil, topic)
	if err != nil && !errors.Is(err, kerr.TopicAlreadyExists) {
		return err
	}
	for {
		if err = b.locate(ctx, admin); err == nil {
			return nil
		}
		if waited(ctx, pause) != nil {
			return err
		}
	}
}

// locate asks which broker leads each partition; a topic that was just made has no leaders yet.
func (b *broker) locate(ctx context.Context, admin *kadm.Client) error {
	found, err := admin.Metadata(ctx, topic)
	if err != nil {
		return err
	}
	t := found.Topics[topic]
	if t.Err != nil {
		return t.Err
	}
	b.id, b.leaders = t.ID, nil
	for _, p := range t.Partitions.Sorted() {
		if p.Err != nil {
			return p.Err
		}
		b.leaders = append(b.leaders, p.Leader)
	}
	if len(b.leaders) == 0 {
		return kerr.LeaderNotAvailable
	}
	return nil
}

// waited sleeps; the error says that the context has ended before.
func waited(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// shared reports whether others may write to the topic, too.
func (b *broker) shared() bool { return b.cluster == nil }

// String says where the broker is.
func (b *broker) String() string {
	if b.shared() {
		return b.address + ", topic " + topic
	}
	return b.address + ", in this process"
}

// send appends batch number n, which decides about the partition. A leader that has just got its
// role refuses for a moment: nothing was written then, and it is asked again. Nothing else is
// tried twice, for it might then be there twice.
func (b *broker) send(n int, lines *batch) error {
	ctx, cancel := context.WithTimeout(context.Background(), serverWait)
	defer cancel()
	records := lines.finish(time.Now())
	for {
		err := b.produce(ctx, n%len(b.leaders), records)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, kerr.NotLeaderForPartition), errors.Is(err, kerr.UnknownTopicOrPartition),
			errors.Is(err, kerr.UnknownTopicID), errors.Is(err, kerr.LeaderNotAvailable):
			if waited(ctx, pause) == nil {
				continue
			}
		}
		return errProduce(b.address, err)
	}
}

// produce sends one request with one batch.
func (b *broker) produce(ctx context.Context, partition int, records []byte) error {
	p := kmsg.NewProduceRequestTopicPartition()
	p.Partition, p.Records = int32(partition), records
	t := kmsg.NewProduceRequestTopic()
	t.Topic, t.TopicID = topic, b.id
	t.Partitions = []kmsg.ProduceRequestTopicPartition{p}
	r := kmsg.NewPtrProduceRequest()
	r.Acks, r.TimeoutMillis = 1, int32(serverWait.Milliseconds())
	r.Topics = []kmsg.ProduceRequestTopic{t}
	answer, err := b.client.Broker(int(b.leaders[partition])).Request(ctx, r)
	if err != nil {
		return err
	}
	for _, t := range answer.(*kmsg.ProduceResponse).Topics {
		for _, p := range t.Partitions {
			return kerr.ErrorForCode(p.ErrorCode)
		}
	}
	return errNoAnswer
}

// trim drops what the job has read from the broker in this process. Of a partition's records the
// last greatLead may not be read yet: the feeder is never further ahead, all partitions together.
func (b *broker) trim() error {
	if b.cluster == nil {
		return nil
	}
	for _, p := range b.cluster.PartitionInfos(topic) {
		to := p.HighWatermark - greatLead
		if to <= p.LogStartOffset {
			continue
		}
		if err := b.cluster.DeleteRecords(topic, p.Partition, to); err != nil {
			return errKafka(b.address, err)
		}
	}
	return nil
}

func (b *broker) close() {
	if b.client != nil {
		b.client.Close()
	}
	if b.cluster != nil {
		b.cluster.Close()
	}
}
