// Package csv is the runtime half of generated CSV decoders and encoders, with the semantics of
// Flink 1.20's csv format (Jackson 2.14). The compiler prints one decoder per table and query;
// exemplar_test.go is such a decoder, whole.
//
// # What the emitter prints
//
// A struct
//
//	type decoder struct {
//		split csv.Splitter // csv.NewSplitter(format, columns of the table)
//		width csv.Width    // predicted width: one per column that is found as text, but the last
//		Fault csv.Fault    // the last record that decode dropped
//		Nulls int          // fields that were made NULL because they could not be read
//	}
//
// and two paths. buf is the block's buffer cut to its capacity (b.Buf[:cap(b.Buf)]), so that
// stream.Padding bytes behind the last record can be loaded.
//
//	func (d *decoder) plain(buf []byte, spans []stream.Span, rows []row) (n int)
//	func (d *decoder) decode(buf []byte, s stream.Span, r *row) bool
//
// plain is a loop over records without a call for each, which ends at the first that is not ordinary;
// that one goes through decode, and the loop goes on behind it. False from decode means that the record
// gives no row: with Fault.Kind == Empty it is to be skipped silently, else the error policy decides.
//
// An iteration of plain starts with
//
//	p, e := int(span.Start), int(span.End)
//	if e <= p { return n }
//
// goes through the columns in order and leaves the loop at anything unusual; p is always the start of a
// column, t is CharsOf(buf):
//
//   - text (also skipped columns of all types; leave out the assignment to the row):
//
//     if q = d.width.Guess(p); q >= e || t.Byte(q) != ',' || !t.Plain(p, q, ',') {
//     if q = t.Column(p, e, ','); q >= e || t.Byte(q) != ',' || t.Byte(p) == '"' {
//     if q, seen = csv.Find(buf, p, e, ',', '"'); q < 0 { return n }
//     all |= seen
//     }
//     d.width.Learn(q - p)
//     }
//     r.uuid = t.Text(p, q)
//     p = q + 1
//
//     The guess is left out where few texts are plain, or where plain ones may have quotes: when the
//     delimiter is not below the digits, or the quote is above the delimiter;
//
//   - TINYINT to BIGINT:
//
//     if r.size, q = t.Digits(p); q == p || q >= e || t.Byte(q) != ',' {
//     if r.size, q = csv.LongDigits(buf, p, e); q < 0 || t.Byte(q) != ',' { return n }
//     }
//     p = q + 1
//
//     TINYINT, SMALLINT and INT add a test of the range, which leaves too. When the delimiter or the
//     quote is a digit or a minus, numbers are found as text;
//
//   - other types: find the text, then convert it as decode does; !ok leaves;
//
//   - a nullable text column when the format has a null literal: if the text equals it set the null
//     bit;
//
//   - columns of other types, when the format has a null literal: find the text, set the null bit if
//     it is the literal, else convert it;
//
//   - the last column ends at e and has no delimiter behind it. Text: Plain, else Clean(buf, p, e, ','),
//     and leave when the byte at p is a quote. Digits that end at e are an integer; all else is found as
//     text and converted.
//
// It ends with
//
//	if !csv.ValidText(buf, int(span.Start), e, all) { return n }
//
// Every column but the last is seen to end before e, so nothing behind the record is taken for
// data, and p <= e holds at the start of each column: the loads stay within the padding. (At p == e
// the byte behind the record is looked at; a quote there only means that an empty last column leaves.)
// A table with allow-comments leaves when the byte at p is '#' or a blank at the start; one with
// escape-character leaves when csv.Has finds the escape. Without quoting the tests for '"' are left
// out, and Find gets a quote of 0.
//
// decode calls d.split.Split(buf[s.Start:s.End]) and, column by column, reads
// d.split.Fields[i]: NULL, or a text that is converted by Int64, Float64, ... . A conversion that
// fails sets the null bit and counts in Nulls when ignore-parse-errors is set; else it fills Fault
// (BadValue, the column, the text) and leaves. Texts point into the record or into the splitter's
// arena: both stay until Splitter.Reset, which the stage calls once per block, as it does with
// Width.Reset.
//
// For csv files without comments there is a third path, for a text of lines in which a source has not
// looked for records (stream.Lines): it guesses where columns end, and Lines proves the guesses. The
// method walk(rows *[stream.BlockRows]row) decodes lines until one needs a closer look, at two places of
// the text by turns. A column is found so:
//
//	if q = d.uuidWidth.Guess(p); q >= end || t.Byte(q) != ',' {
//		if q = t.End(p, ','); t.Byte(q) != ',' {
//			if q = csv.Search(buf, p, end, ',', ','); q < 0 { break }
//		}
//		d.uuidWidth.Learn(q - p)
//	}
//
// Such a line is taken by Odd and goes through decode. When the walk is not Proven at the end, nothing of
// the text has been handed on: giveUp makes no guesses for some blocks, and the text is cut into records.
//
// # Promises
//
// plain accepts only records for which decode gives the same row: the tests
// compare both on every judged record and the fuzz target on arbitrary bytes. Texts of lines are
// compared with the same records one by one (codegen/emit/csvlines_test.go). No function allocates
// once the arena has grown. Nothing is written to the buffer, and at most 8 bytes behind the record
// are read.
//
// Differences from Flink, all on purpose: a record with NULL, or with what cannot be read, in a
// column that is declared NOT NULL gives no row (Flink lets the NULL through); from files a
// malformed record is dropped and counted (Flink fails the job even with ignore-parse-errors); a
// delimiter, quote or escape must be one ASCII character; a record that starts with a NUL byte is
// UTF-8 (Flink may take it for UTF-16); TIMESTAMP(p) keeps what its storage holds, milliseconds for
// p <= 3.
package csv
