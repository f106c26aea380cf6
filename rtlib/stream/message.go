package stream

import (
	"math"
	"unsafe"
)

// MessageKind is what travels on an edge. One ordered queue per edge carries all of them.
type MessageKind uint8

// Kinds of messages.
const (
	MsgRows      MessageKind = iota // Batch
	MsgWatermark                    // Time: no row with a time up to it follows
	MsgIdle                         // the producer leaves the minimum of watermarks until it says more
	MsgMark                         // Time: an epoch ends here
	MsgFlush                        // the producer has nothing more at hand: hand on what is held back
	MsgEnd                          // nothing follows, ever
)

// MaxWatermark is the watermark at the end of a bounded input.
const MaxWatermark = math.MaxInt64

// Message is one element of an edge's queue.
type Message struct {
	Kind  MessageKind
	Port  int // of the consumer
	From  int // which of the consumer's producers sent it
	Batch Batch
	Time  int64
}

// Deliver hands a message to a consumer: into its queue, or straight into its stage when it runs in
// the same lane. It returns when the consumer has taken the message, or with the error that stopped
// the job.
type Deliver func(Message) error

func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
