// Package decode measures the decoder that the compiler prints for the flagship's source table
// against one that was written by hand for the same table and query. Neither may be slower than the
// other by more than noise: what the compiler prints is what one would write.
//
// generated.go is cut out of the printed program and kept up to date by a test.
package decode
