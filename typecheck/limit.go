package typecheck

import "github.com/flinkc/flinkc/lang/diag"

// maxNodes bounds a plan. Views and WITH queries are expanded where they are used, so thirty of
// them that each use the one before twice would make a plan of a billion nodes.
const maxNodes = 20000

// room reports whether the plan may have another node; the first time it may not is an error.
func (c *checker) room(at diag.Span) bool {
	c.nodes++
	if c.nodes > maxNodes && !c.tooLarge {
		c.tooLarge = true
		c.errTooLarge(at)
	}
	return !c.tooLarge
}
