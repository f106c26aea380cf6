// Package rivals holds the hand-written programs that generated ones are measured against: the
// flagship (access logs grouped by what a user function makes of the address) and its decoders for
// CSV and JSON. Those of Nexmark's queries are in the package below.
//
//   - Naive is a first version by the book: encoding/csv, encoding/json, a map of values.
//   - Careful is what a good Go programmer writes: bytes.IndexByte, its own Atoi, a map to
//     pointers; goccy/go-json.
//   - Expert is specialised by hand to this one table and query.
//
// All give the same result as the generated program on broken records too, which the tests check;
// each hands the records that it does not understand to the one general path. They are never made
// slower. All call the same user function, which none of them knows.
package rivals
