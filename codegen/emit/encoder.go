package emit

import "github.com/dave/jennifer/jen"

// This file holds what the encoders of all formats print alike: the record under construction is
// the local variable line.

// setLine prints line = the extended line.
func setLine(extended *jen.Statement) *jen.Statement { return jen.Id("line").Op("=").Add(extended) }

// appendLine prints line = append(line, bytes).
func appendLine(bytes *jen.Statement) *jen.Statement {
	return setLine(jen.Append(jen.Id("line"), bytes))
}
