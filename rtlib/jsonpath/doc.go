// Package jsonpath finds values in JSON text by a path, and writes JSON text: what the JSON
// functions of SQL are made of.
//
// The language of paths is that of Jayway's JsonPath 2.9, by which Flink 1.20 evaluates them, with
// the word lax or strict in front: members ($.a, $['a'], $['a','b']), elements ($[0], $[-1],
// $[0,2], $[1:3]), * for all of either, .. for any depth, and filters ($[?(@.n > 1 && @.s ==
// 'x')]). JSON text is what Jackson 2.14 reads: one value, whatever follows it; of several members
// of a name the last.
//
// A path of single members and elements is looked up in one pass over the text, which is read to
// the end of its value because a later member may replace an earlier one. For other paths the text
// is read into a tree first, in memory that a Finder uses again and again.
package jsonpath
