package batch

import "fmt"

// Error says what is wrong with a record set and at which offset. Its callers add topic and
// partition.
type Error struct {
	Offset int64 // base offset of the batch, or the record's own where it is known
	Reason string
}

// Error returns the offset and the reason.
func (e *Error) Error() string { return fmt.Sprintf("offset %d: %s", e.Offset, e.Reason) }

func fail(offset int64, format string, args ...any) error {
	return &Error{Offset: offset, Reason: fmt.Sprintf(format, args...)}
}

func errShort(base int64, n int) error {
	return fail(base, "a record batch of %d bytes is too short to be one", n)
}

func errLength(base int64, n int) error {
	return fail(base, "a record batch has the impossible length %d", n)
}

func errMagic(base int64, magic byte) error {
	if magic > 2 {
		return fail(base, "record batch format v%d is not known; formats v0 to v2 are", magic)
	}
	return fail(base, "messages of format v%d (Kafka before 0.11) cannot be read; "+
		"copy the topic with a current producer, or start behind these messages", magic)
}

func errHeader(base, delta int64, count int) error {
	return fail(base, "the record batch header contradicts itself (last offset delta %d, %d records)",
		delta, count)
}

func errCRC(base int64, want, got uint32) error {
	return fail(base, "wrong CRC: the record batch says %08x, its bytes sum to %08x", want, got)
}

func errOrder(base, next int64) error {
	return fail(base, "offsets go backwards: the batch before ends at %d", next-1)
}

func errRecord(base int64, at string) error {
	return fail(base, "a record in the batch is malformed: %s", at)
}

func errMissing(base int64, left int) error {
	return fail(base, "the record batch ends %d records too early", left)
}

func errCodec(base int64, codec uint16) error {
	return fail(base, "compression codec %d is not known", codec)
}

func errDecompress(base int64, codec uint16, err error) error {
	return fail(base, "the record batch cannot be decompressed (%s): %v", codecNames[codec], err)
}

func errTooLarge(limit int) error {
	return fmt.Errorf("more than %d MiB decompressed", limit>>20)
}

func errClaim(claimed, size int) error {
	return fmt.Errorf("a block of %d bytes claims to hold %d", size, claimed)
}
