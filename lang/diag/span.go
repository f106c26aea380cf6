// Package diag holds sources, positions and diagnostics; every phase uses it and it uses none.
package diag

// Span is a range of a source: byte offsets, End exclusive.
type Span struct{ Start, End int }
