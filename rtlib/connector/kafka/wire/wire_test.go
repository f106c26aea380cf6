package wire

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/twmb/franz-go/pkg/kmsg"
)

// franz-go's encoding of the same messages is the judge.

func TestFetchRequest(t *testing.T) {
	f := Fetch{Client: "me", ID: 7, MaxWait: 500, MinBytes: 1, MaxBytes: 1000, Isolation: ReadCommitted,
		Parts: []Want{{"a", 0, 3, 100, 50}, {"a", 2, -1, 200, 60}, {"b", 1, 0, 300, 70}}}
	got := f.Append([]byte("before"))
	if !bytes.HasPrefix(got, []byte("before")) {
		t.Fatal("Append does not append")
	}
	got = got[len("before"):]
	q := kmsg.NewPtrFetchRequest()
	q.Version = FetchVersion
	head := []byte{0, 1, 0, FetchVersion, 0, 0, 0, 7, 0, 2, 'm', 'e'}
	if int(got[3])|int(got[2])<<8 != len(got)-4 || !bytes.Equal(got[4:4+len(head)], head) {
		t.Fatalf("header % x", got[:16])
	}
	if err := q.ReadFrom(got[4+len(head):]); err != nil {
		t.Fatal(err)
	}
	var parts []Want
	for _, topic := range q.Topics {
		for _, p := range topic.Partitions {
			parts = append(parts, Want{
				topic.Topic, p.Partition, p.CurrentLeaderEpoch, p.FetchOffset, p.PartitionMaxBytes,
			})
		}
	}
	if !reflect.DeepEqual(parts, f.Parts) || len(q.Topics) != 2 {
		t.Errorf("franz-go reads partitions %+v in %d topics", parts, len(q.Topics))
	}
	if q.MaxWaitMillis != 500 || q.MinBytes != 1 || q.MaxBytes != 1000 || q.IsolationLevel != 1 ||
		q.ReplicaID != -1 || q.SessionID != 0 || q.SessionEpoch != -1 {
		t.Errorf("franz-go reads %+v", q)
	}
}

func response() []byte {
	res := kmsg.NewPtrFetchResponse()
	res.Version = FetchVersion
	for _, name := range []string{"a", "bb"} {
		topic := kmsg.NewFetchResponseTopic()
		topic.Topic = name
		for id := range int32(2) {
			p := kmsg.NewFetchResponseTopicPartition()
			p.Partition, p.HighWatermark, p.LastStableOffset, p.LogStartOffset = id, 10, 9, 1
			p.RecordBatches = []byte(name)
			a := kmsg.NewFetchResponseTopicPartitionAbortedTransaction()
			a.ProducerID, a.FirstOffset = 5, 6
			p.AbortedTransactions = append(p.AbortedTransactions, a)
			topic.Partitions = append(topic.Partitions, p)
		}
		res.Topics = append(res.Topics, topic)
	}
	return res.AppendTo([]byte{0, 0, 0, 9})
}

func TestFetchResponse(t *testing.T) {
	var r Response
	for range 2 { // reused
		if err := r.Decode(response()); err != nil {
			t.Fatal(err)
		}
		if r.ID != 9 || len(r.Parts) != 4 {
			t.Fatalf("id %d, %d partitions, want 9 and 4", r.ID, len(r.Parts))
		}
		for i, p := range r.Parts {
			name := []string{"a", "bb"}[i/2]
			if string(p.Topic) != name || p.ID != int32(i%2) || p.High != 10 || p.LastStable != 9 ||
				p.LogStart != 1 || string(p.Records) != name || len(p.Aborted) != 1 || p.Aborted[0].Producer != 5 {
				t.Errorf("partition %d: %+v", i, p)
			}
		}
	}
	if n := testing.AllocsPerRun(10, func() { _ = r.Decode(responseBytes) }); n > 0 {
		t.Errorf("%v allocations for a response, want 0", n)
	}
}

var responseBytes = response()

func TestTruncatedResponsesAreErrors(t *testing.T) {
	var r Response
	for n := range len(responseBytes) {
		if err := r.Decode(responseBytes[:n]); err == nil {
			t.Errorf("no error for %d of %d bytes", n, len(responseBytes))
		}
	}
}

func TestEpochEnd(t *testing.T) {
	q := EpochEnd{Client: "me", Topic: "a", Part: 2, Current: 7, Epoch: 3}
	back := kmsg.NewPtrOffsetForLeaderEpochRequest()
	back.Version = EpochVersion
	if err := back.ReadFrom(q.Append(nil)[16:]); err != nil {
		t.Fatal(err)
	}
	if p := back.Topics[0].Partitions[0]; back.Topics[0].Topic != "a" || p.Partition != 2 ||
		p.CurrentLeaderEpoch != 7 || p.LeaderEpoch != 3 {
		t.Errorf("franz-go reads %+v", back)
	}
	part := kmsg.NewOffsetForLeaderEpochResponseTopicPartition()
	part.Partition, part.EndOffset, part.ErrorCode = 2, 44, 6
	topic := kmsg.NewOffsetForLeaderEpochResponseTopic()
	topic.Topic, topic.Partitions = "a", append(topic.Partitions, part)
	res := kmsg.NewPtrOffsetForLeaderEpochResponse()
	res.Version, res.Topics = EpochVersion, append(res.Topics, topic)
	raw := res.AppendTo([]byte{0, 0, 0, 1})
	if code, end, err := DecodeEpochEnd(raw); code != 6 || end != 44 || err != nil {
		t.Errorf("decoded %d, %d, %v, want 6, 44", code, end, err)
	}
	for n := range raw {
		if _, _, err := DecodeEpochEnd(raw[:n]); err == nil {
			t.Errorf("no error for %d bytes", n)
		}
	}
}

// FuzzResponse: no input may panic or make partitions that are not inside of it.
func FuzzResponse(f *testing.F) {
	f.Add(responseBytes)
	f.Add([]byte{0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		var r Response
		if r.Decode(b) != nil {
			return
		}
		total := 0
		for _, p := range r.Parts {
			total += len(p.Records) + minPart
		}
		if total > len(b) {
			t.Fatalf("%d partitions with %d bytes out of %d", len(r.Parts), total, len(b))
		}
	})
}
