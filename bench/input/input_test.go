package input

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// TestRecordSet reads the set with the job's own reader, which checks the sums.
func TestRecordSet(t *testing.T) {
	lines := append(CSV(1500), Mixed(1000)...)
	var s batch.Set
	var b stream.Block
	s.Reset(RecordSet(lines), batch.Want{})
	read := 0
	for {
		b.Reset()
		if err := s.Fill(&b); err != nil {
			t.Fatal(err)
		}
		if b.Len() == 0 {
			break
		}
		for i, at := range b.Spans {
			if got := b.Buf[at.Start:at.End]; !bytes.Equal(got, lines[read]) {
				t.Fatalf("record %d: %q, want %q", read, got, lines[read])
			}
			if got := b.Base + int64(b.Delta[i]); got != int64(read) {
				t.Fatalf("record %d has offset %d", read, got)
			}
			read++
		}
	}
	if read != len(lines) {
		t.Errorf("%d records, want %d", read, len(lines))
	}
}

// TestJSON compares the documents with the lines that they are made of.
func TestJSON(t *testing.T) {
	lines := CSV(100)
	for i, doc := range JSON(100) {
		var d struct {
			UUID         string      `json:"uuid"`
			ClientIP     string      `json:"client_ip"`
			RequestTime  json.Number `json:"request_time"`
			ResponseSize json.Number `json:"response_size"`
			URI          string      `json:"uri"`
		}
		if err := json.Unmarshal(doc, &d); err != nil {
			t.Fatalf("%s: %v", doc, err)
		}
		got := d.UUID + "," + d.ClientIP + "," + d.RequestTime.String() + "," +
			d.ResponseSize.String() + "," + d.URI
		if got != string(lines[i]) {
			t.Errorf("%s, want %s", got, lines[i])
		}
	}
}

func TestBlock(t *testing.T) {
	lines := CSV(10)
	buf, spans := Block(lines)
	if cap(buf)-len(buf) < stream.Padding-1 {
		t.Errorf("%d bytes behind the buffer, want %d", cap(buf)-len(buf), stream.Padding)
	}
	for i, s := range spans {
		if got := string(buf[s.Start:s.End]); got != string(lines[i]) {
			t.Errorf("line %d is %q, want %q", i, got, lines[i])
		}
	}
	if !bytes.Equal(buf, Joined(lines)) {
		t.Error("a block's buffer is not the lines joined")
	}
}
