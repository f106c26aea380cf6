package emit

import "github.com/dave/jennifer/jen"

// This file holds what the encoders of all formats print alike: the record under construction is
// the local variable line.

// pkgScalar holds the conversions that the formats share.
const pkgScalar = pkgCSV + "/scalar"

// setLine prints line = the extended line.
func setLine(extended *jen.Statement) *jen.Statement { return jen.Id("line").Op("=").Add(extended) }

// appendLine prints line = append(line, bytes).
func appendLine(bytes *jen.Statement) *jen.Statement {
	return setLine(jen.Append(jen.Id("line"), bytes))
}

// instant is a TIMESTAMP as the formats' encoders take it.
func instant(x val) *jen.Statement { return jen.Qual(pkgScalar, "Instant").Call(x.get()) }
