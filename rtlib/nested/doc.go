// Package nested holds the values of ARRAY, MAP, MULTISET and ROW.
//
// # Form
//
// A value is a string without a pointer in it, so that rows, keyed state and exchanges treat it as
// they treat a text: it may be borrowed, copied and compared as bytes. All four types have one form,
// a list of cells:
//
//	count   4 bytes            how many cells there are
//	nulls   1 bit a cell       set: the cell is NULL, and all its bytes are 0
//	cells   8 bytes each       a number as its bits, or place and length of what is in rest
//	rest                       texts, DECIMALs, timestamps and inner values, in the order of cells
//
// The cells of an ARRAY are its elements, those of a ROW its fields; a MAP has its keys and behind
// them its values, in the same order, and a MULTISET its elements and behind them their counts. The
// order of bytes is little-endian. The form is canonical: two lists of cells of one type are equal as
// bytes exactly when their cells are equal as bits.
//
// # Use
//
// Reading a cell costs two loads. At, Field and the Key functions find a cell, -1 for one that is not
// there or NULL; Int and its like read what they found, and give zero for -1. A Writer makes values.
package nested
