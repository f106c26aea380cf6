// Package json is the runtime half of generated JSON decoders and encoders, with the semantics of
// Flink 1.20's json format (Jackson 2.14, decode.json-parser.enabled). The compiler prints one
// decoder per table and query; exemplar_test.go is such a decoder, whole.
//
// # What the emitter prints
//
// A function from field name to referenced column, a struct and a method of two paths:
//
//	func bidColumn(name string) int { switch name { case "auction": return 0 ... }; return -1 }
//
//	type decoder struct {
//		shape json.Shape  // what the last irregular document looked like
//		read  json.Reader // general path
//		Fault json.Fault  // the last record that decode dropped
//		Nulls int         // fields that were made NULL because they could not be read
//	}
//
// The fast path goes through the shape: the text before each value, verified byte by byte, then the
// value by its column. buf is the block's buffer cut to its capacity (b.Buf[:cap(b.Buf)]).
//
//	p, e, bits := int(s.Start), int(s.End), uint64(0)
//	if len(d.shape.Steps) == 0 { return false }
//	r.null = all // every column is NULL until its field is found
//	for i := range d.shape.Steps {
//		step := &d.shape.Steps[i]
//		if p = step.Match(buf, p, e); p < 0 { return false }
//		if buf[p] == 'n' && step.Column >= 0 {
//			if p = json.NullEnd(buf, p); p < 0 { return false }
//			continue
//		}
//		switch step.Column { ... one case per column, each moves p behind the value or leaves ...
//		default:
//			if p = json.SkipValue(buf, p, e, &bits); p < 0 { return false }
//		}
//	}
//	return d.shape.Tail.Match(buf, p, e) >= 0 && json.ValidText(buf, int(s.Start), e, bits)
//
// The cases:
//
//   - TINYINT to BIGINT: v, q := json.Digits(buf, p); if q < 0 { return false }; r.x = v; p = q
//     (the narrow types test the range);
//
//   - STRING: q := json.StringEnd(buf, p, e, &bits); if q < 0 { return false }; r.x =
//     json.Text(buf, p+1, q); p = q + 1;
//
//   - dates, timestamps, decimals written as strings: the text as above, then scalar.TimestampSQL
//     and so on, and leave if it is not ok;
//
//   - FLOAT, DOUBLE, DECIMAL: q := json.NumberEnd(buf, p, e); if q < 0 leave; convert Text(buf, p,
//     q);
//
//   - BOOLEAN: q, v := json.BoolEnd(buf, p).
//
// Where columns cannot be NULL the bits are gathered in a local variable, which the row gets once
// the bits of those columns, which it does not have, have been seen to be 0.
//
// The general path reads fields in any order with the Reader; see the exemplar. Without
// ignore-parse-errors a failed conversion fills Fault with Reader.BadValue(column) and leaves; with
// fail-on-missing-field a document that ends with n below the number of columns is
// Reader.MissingField.
//
// It stops looking
// for columns once it has read as many fields as the query references, duplicates counted, as Flink
// does. When a document passes the general path, and Shape.Missed says that it is time, its shape
// is learned. Reader.Reset is called once per block.
//
// # Promises
//
// The fast path accepts only documents for which the general path gives the same row. p <= e holds
// at every step, because Match compares only what lies before e; at most 19 bytes behind the record
// are read. No function allocates once the arena has grown, except Shape.Learn and the conversion
// of an object or array to STRING.
//
// Differences from Flink, all on purpose: a document without a readable value for a column that is
// declared NOT NULL gives no row (Flink lets the NULL through); documents in UTF-16 or UTF-32 are
// refused; a string with a bad escape or bad encoding ends the document even where Jackson could go
// on reading inside it; fractions inside an object that is read as STRING are doubles also in
// tables with a DECIMAL column.
package json
