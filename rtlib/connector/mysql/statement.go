package mysql

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unsafe"
)

const (
	maxInsertRows = 1000
	// maxDeleteRows stays below MariaDB's in_predicate_conversion_threshold: a longer list would
	// become a subquery, which locks and reads the whole table.
	maxDeleteRows = 500
	// maxStatement is the longest statement of several rows, whatever the server would accept.
	maxStatement = 4 << 20
	// packetReserve is what a packet needs beside the statement's text, with some room.
	packetReserve = 64
)

// shapeKind says which of the statement shapes a statement has. Committables contain it.
type shapeKind byte

const (
	insertRows shapeKind = iota + 1
	deleteRows
	// deleteNullKey is for a key with a NULL column, which IN would never find.
	deleteNullKey
)

// shape is a statement around its tuples: head (..),(..) tail.
type shape struct {
	head, tail string
	maxRows    int
}

func newShapes(c *Config) [deleteNullKey + 1]shape {
	target := quoteName(c.Target)
	keys := "(" + quoteNames(c.keyNames()) + ")"
	remove := "DELETE FROM " + target + " WHERE "
	return [...]shape{
		insertRows: {head: insertHead(c) + " VALUES ", tail: updateClause(c),
			maxRows: maxInsertRows},
		deleteRows:    {head: remove + keys + " IN (", tail: ")", maxRows: maxDeleteRows},
		deleteNullKey: {head: remove, maxRows: 1},
	}
}

func insertHead(c *Config) string {
	names := make([]string, len(c.Columns))
	for i, column := range c.Columns {
		names[i] = column.Name
	}
	return "INSERT INTO " + quoteName(c.Target) + "(" + quoteNames(names) + ")"
}

// updateClause sets every column, also those of the key, as Flink's statement does. That matters
// when the key's collation takes 'a' for 'A': the last written form stays.
func updateClause(c *Config) string {
	if len(c.Key) == 0 {
		return ""
	}
	var b strings.Builder
	for i, column := range c.Columns {
		b.WriteString([]string{" ON DUPLICATE KEY UPDATE ", ", "}[min(i, 1)])
		name := quoteName(column.Name)
		b.WriteString(name + "=VALUES(" + name + ")")
	}
	return b.String()
}

// A committable is the rendered epoch, all that Commit needs, also after a restart:
//
//	version epoch(8) { kind length(4) statement }
//
// Numbers are little endian.
const (
	committableVersion = 1
	committableHeader  = 1 + 8
	statementHeader    = 1 + 4
)

// renderer appends statements to a committable.
type renderer struct {
	shapes [deleteNullKey + 1]shape
	keys   []string // quoted names of the key's columns
	limit  int      // longest statement that the server takes
	out    []byte

	kind  shapeKind // of the open statement, 0 when there is none
	start int
	rows  int
}

// begin starts a committable in the memory of out.
func (r *renderer) begin(epoch uint64, out []byte) {
	out = append(out[:0], committableVersion)
	r.out = binary.LittleEndian.AppendUint64(out, epoch)
	r.kind = 0
}

// add appends a tuple to the open statement, or to a new one when it does not fit or is of
// another kind.
func (r *renderer) add(kind shapeKind, tuple []byte) error {
	s := &r.shapes[kind]
	if n := len(s.head) + len(tuple) + len(s.tail); n > r.limit {
		return errRowTooLong(n, r.limit, tuple)
	}
	if r.kind == kind && r.rows < s.maxRows && r.fits(s, tuple) {
		r.out = append(append(r.out, ','), tuple...)
		r.rows++
		return nil
	}
	r.end()
	r.kind, r.rows = kind, 1
	r.out = append(r.out, byte(kind), 0, 0, 0, 0)
	r.start = len(r.out)
	r.out = append(append(r.out, s.head...), tuple...)
	return nil
}

func (r *renderer) fits(s *shape, tuple []byte) bool {
	return len(r.out)-r.start+1+len(tuple)+len(s.tail) <= min(r.limit, maxStatement)
}

// end closes the open statement, if any.
func (r *renderer) end() {
	if r.kind == 0 {
		return
	}
	r.out = append(r.out, r.shapes[r.kind].tail...)
	binary.LittleEndian.PutUint32(r.out[r.start-4:], uint32(len(r.out)-r.start))
	r.kind = 0
}

// render writes all changes: upserts first, then deletes, as Flink does. Every key is there once,
// so the order matters only between keys that the database's collation takes for equal.
func (r *renderer) render(c *changes) error {
	for i := range c.entries {
		if e := &c.entries[i]; !e.deleted {
			if err := r.add(insertRows, c.text(e)); err != nil {
				return err
			}
		}
	}
	for i := range c.entries {
		if e := &c.entries[i]; e.deleted {
			if err := r.remove(c.text(e)); err != nil {
				return err
			}
		}
	}
	r.end()
	return nil
}

// remove adds a delete; almost every key is without NULL and joins the others in one IN.
func (r *renderer) remove(tuple []byte) error {
	if bytes.Contains(tuple, nullText) && hasNull(tuple) {
		return r.add(deleteNullKey, r.condition(tuple))
	}
	return r.add(deleteRows, tuple)
}

// condition is the form with <=> for a key with a NULL column. One row a statement, and not
// (a, b) <=> (1, NULL), which no index serves.
func (r *renderer) condition(tuple []byte) []byte {
	var b []byte
	values(tuple, func(i int, value []byte) {
		if i > 0 {
			b = append(b, " AND "...)
		}
		b = append(append(b, r.keys[i]...), " <=> "...)
		b = append(b, value...)
	})
	return b
}

// statement is one statement within a committable.
type statement struct {
	kind shapeKind
	text []byte
}

// query is the text without a copy: the driver copies it into its packet and keeps nothing.
func (s statement) query() string { return unsafe.String(unsafe.SliceData(s.text), len(s.text)) }

// parseCommittable returns the epoch and statements. It refuses what another query has written,
// since its statements would not fit the table's columns any more.
func parseCommittable(b []byte, shapes *[deleteNullKey + 1]shape) (uint64, []statement, error) {
	if len(b) < committableHeader || b[0] != committableVersion {
		return 0, nil, errCommittable("it is not of this version")
	}
	epoch := binary.LittleEndian.Uint64(b[1:])
	var list []statement
	for b = b[committableHeader:]; len(b) > 0; {
		if len(b) < statementHeader {
			return 0, nil, errCommittable("it is cut off")
		}
		kind, n := shapeKind(b[0]), int(binary.LittleEndian.Uint32(b[1:]))
		b = b[statementHeader:]
		if kind < insertRows || kind > deleteNullKey || n > len(b) {
			return 0, nil, errCommittable("it is cut off or damaged")
		}
		s, text := &shapes[kind], b[:n]
		if n < len(s.head)+len(s.tail) || !bytes.HasPrefix(text, []byte(s.head)) ||
			!bytes.HasSuffix(text, []byte(s.tail)) {
			return 0, nil, errCommittable("another query has written it")
		}
		list, b = append(list, statement{kind, text}), b[n:]
	}
	return epoch, list, nil
}
