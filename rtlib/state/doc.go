// Package state holds keyed state: open-addressing tables without pointers, instantiated with
// generated value structs. The garbage collector never scans them, and a key's hash is the same in
// every process, so that state written by one is found by another.
//
// Values must not contain pointers, strings, slices, maps or interfaces: New panics and names the
// type otherwise, because such a value would be freed under the table's feet.
package state
