// Package flinkc carries the source of the runtime library, which is compiled into every generated program.
package flinkc

import "embed"

// Runtime is the source of the runtime library as it is in this module, tests included.
//
//go:embed rtlib
var Runtime embed.FS

// Examples are the scripts that the demo runs, with their functions.
//
//go:embed examples/cdn/*.sql examples/cdn/udf/*.go examples/cdn/udf/provinces.bin
var Examples embed.FS

// GoMod and GoSum are this module's own, from which the runtime's are made.
//
//go:embed go.mod
var GoMod []byte

// GoSum pins the content of all modules.
//
//go:embed go.sum
var GoSum []byte
