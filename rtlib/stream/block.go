// Package stream is what connectors, generated stages and the job driver agree on: blocks of raw
// records, batches of rows, the messages of an edge, and the interfaces of sources, sinks and
// stages.
package stream

import "bytes"

// BlockRows is the largest number of records in a block.
const BlockRows = 1024

// Padding is how many bytes behind the last record of a block may be read (never written), so that
// decoders can load whole words. Their content is undefined.
const Padding = 64

// Span is the place of one record's value in a block's buffer. A NULL value (a Kafka tombstone) has
// End < Start.
type Span struct{ Start, End uint32 }

// IsNull reports whether the record has no value.
func (s Span) IsNull() bool { return s.End < s.Start }

// Block is what a source hands to the first stage: up to BlockRows records of one split, in order.
// The block and what it refers to are valid until the next call of the reader that filled it.
type Block struct {
	Buf   []byte // cap(Buf) >= the end of the last span + Padding
	Spans []Span // reused by readers: Spans = Spans[:0], then append
	// Lines may stand for Spans and Delta in a block from a file. Cut makes them of it.
	Lines Lines
	Split *Split
	// Position of record i is Base + Delta[i]: a Kafka offset, the byte offset in a file, the
	// number of a generated row.
	Base  int64
	Delta []uint32
	// Time is the record time of record i in ms since the epoch, filled only when the source was
	// asked for it.
	Time []int64
}

// Lines is a text of N records, each of them a line. Every line feed in it, of which there are N, ends
// a record; the last one ends the text. Where the others are is not known: who decodes the records
// finds it on the way, and a search for each is saved.
type Lines struct {
	Span
	N int
}

// Reset empties the block and keeps its memory.
func (b *Block) Reset() {
	b.Spans, b.Delta, b.Time = b.Spans[:0], b.Delta[:0], b.Time[:0]
	b.Lines = Lines{}
}

// Cut finds the records of a block that has Lines, and leaves others as they are.
func (b *Block) Cut() {
	at := b.Lines.Start
	for text := b.Text(); len(text) > 0; {
		n := bytes.IndexByte(text, '\n')
		b.Add(Span{Start: at, End: at + uint32(n)}, at)
		text = text[n+1:]
		at += uint32(n) + 1
	}
	b.Lines = Lines{}
}

// Text is the text of the block's Lines. Behind it, Padding bytes of its capacity can be read.
func (b *Block) Text() []byte { return b.Buf[:cap(b.Buf)][b.Lines.Start:b.Lines.End] }

// Add appends a record.
func (b *Block) Add(s Span, delta uint32) {
	b.Spans = append(b.Spans, s)
	b.Delta = append(b.Delta, delta)
}
