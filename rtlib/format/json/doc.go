// Package json is the runtime half of generated JSON decoders and encoders, with the semantics of
// Flink 1.20's json format (Jackson 2.14, decode.json-parser.enabled). The compiler prints one
// decoder per table and query; exemplar_test.go is such a decoder, whole.
//
// # What the emitter prints
//
// A function from field name to referenced column, a struct and methods of three paths:
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
// The plain path takes documents as most writers give them: all fields of the table, in its order,
// without blanks. The text before each value is a constant, compared by words; what is found there
// must be a value of the column's type, NULL, or for a column that the query does not read anything.
// It is a loop over a block's records without a call, up to the first that is not plain, and shows
// what the primitives of document.go are for. A text that is a value with its opening quote:
//
//	if !doc.Has16(p, e, `,"url":"`) {
//		if !doc.Has16(p, e, `,"url":null`) { return n }
//		null |= 0x10; p += 11
//	} else {
//		if q = doc.ASCIIEnd(p+8, e); doc.Byte(q) != '"' {
//			if q = doc.UTF8End(q, e); q < 0 { return n }
//		}
//		r.url = doc.Text(p+8, q); p = q + 1
//	}
//
// and an integer:
//
//	if !doc.Has16(p, e, `,"price":`) { return n }
//	if r.price, q = doc.Digits(p + 9); !doc.Whole(p+9, q) {
//		... NULL, or: if r.price, q = doc.LongDigits(p + 9); q < 0 { return n }
//	}
//	p = q
//
// The other records are given to decode one by one. Its fast path goes through the shape: the text
// before each value, verified byte by byte, then the value by its column, as above. Shape.Strange
// counts them, so that the plain path is not tried for nothing. buf is the block's buffer cut to its
// capacity (b.Buf[:cap(b.Buf)]).
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
// The plain and the fast path accept only documents for which the general path gives the same row.
// At most Reach bytes behind the record are read. No function allocates once the arena has grown,
// except Shape.Learn and the conversion of an object or array to STRING.
//
// Differences from Flink, all on purpose: a document without a readable value for a column that is
// declared NOT NULL gives no row (Flink lets the NULL through); documents in UTF-16 or UTF-32 are
// refused; a string with a bad escape or bad encoding ends the document even where Jackson could go
// on reading inside it; fractions inside an object that is read as STRING are doubles also in
// tables with a DECIMAL column.
package json
