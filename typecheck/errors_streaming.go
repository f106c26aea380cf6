package typecheck

import (
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Joins, windows and sequences of rows.

func (c *checker) errAmbiguous(e *lang.Ref, a, b *scopeColumn) {
	name := e.Parts[0]
	hint := "Give the column another name in one of both."
	if a.table != "" && b.table != "" {
		hint = "Write " + a.table + "." + name.Name + " or " + b.table + "." + name.Name + "."
	}
	c.error("ambiguous-column", name.Span(), "column "+quote(name.Name)+" exists more than once in FROM", hint)
}

func (c *checker) errDuplicateTable(at diag.Span, name string) {
	c.error("duplicate-table", at, "there are two tables "+quote(name)+" in FROM",
		"Give one of them another name: AS name.")
}

func (c *checker) errJoinCondition(at diag.Span, message, hint string) {
	c.error("join-condition", at, message, hint)
}

// errTimeAttribute is a time that cannot tell how far it has come.
func (c *checker) errTimeAttribute(at diag.Span, what string, t types.Type) {
	message := what + " wants a time attribute, but this is " + t.String()
	if t.IsTimestamp() {
		message += " without a watermark"
	}
	c.error("time-attribute", at, message, "Declare WATERMARK FOR the column in CREATE TABLE, or a "+
		"column AS PROCTIME(); what is computed from such a column is none.")
}

// errBatchWatermark: whoever reads all rows before the first result waits for no time.
func (c *checker) errBatchWatermark(e *lang.Call) {
	c.error("time-attribute", e.Span(), "CURRENT_WATERMARK has no meaning in batch mode, which has no watermarks",
		"Leave it out, or SET 'execution.runtime-mode' = 'streaming'.")
}

// sourceWatermarkCure is what stands in a WATERMARK instead of SOURCE_WATERMARK().
const sourceWatermarkCure = "Write an expression: WATERMARK FOR ts AS ts - INTERVAL '5' SECOND."

func (c *checker) errSourceWatermarkPlace(e *lang.Call) {
	c.error("source-watermark", e.Span(), "SOURCE_WATERMARK() has no value: it stands in WATERMARK FOR column AS "+
		"SOURCE_WATERMARK() alone, and leaves watermarks to the source", sourceWatermarkCure)
}

// errSourceWatermark is a table that is read and has nobody who makes its watermarks.
func (c *checker) errSourceWatermark(at diag.Span, t *table) {
	c.errorWith(diag.Diagnostic{Code: "source-watermark", At: at,
		Message: "connector '" + t.logical.Options.Connector + "' makes no watermarks, and table " +
			quote(t.path.String()) + " leaves them to it", Hint: sourceWatermarkCure},
		"SOURCE_WATERMARK() is written here", t.logical.Watermark.At)
}

func (c *checker) errWindow(at diag.Span, e *lang.Call, why string) {
	c.error("window", at, "this "+why, "Write "+windowForms[windowName(e)]+".")
}

// errStreamWindows is an aggregation that has a result when its window has ended.
func (c *checker) errStreamWindows(w *logical.Window) {
	cure := "When all tables that the query reads have an end, write SET 'execution.runtime-mode' = 'batch'; in " +
		"front of the first INSERT. Else group by a column that is computed from the time."
	if exprRole(w.In, w.Time) == processingTime { // of which batch mode has no windows
		cure = windowCure
	}
	c.errUnsupported(w.At, "an aggregation of the windows of a stream", cure)
}

func windowName(e *lang.Call) string {
	name, _, _ := strings.Cut(nameOf(e), "_")
	return name
}

var windowForms = map[string]string{
	"TUMBLE":   "TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE), or TUMBLE(ts, INTERVAL '1' MINUTE) in GROUP BY",
	"HOP":      "HOP(TABLE t, DESCRIPTOR(ts), slide, size), or HOP(ts, slide, size) in GROUP BY",
	"CUMULATE": "CUMULATE(TABLE t, DESCRIPTOR(ts), step, size)",
	"SESSION":  "SESSION(TABLE t PARTITION BY k, DESCRIPTOR(ts), gap), or SESSION(ts, gap) in GROUP BY",
}

func (c *checker) errOver(at diag.Span, message, hint string) { c.error("over", at, message, hint) }

func (c *checker) errStreamingOver(at diag.Span) {
	c.errUnsupported(at, "OVER in streaming mode", "It runs in batch mode: when all tables that the query reads "+
		"have an end, write SET 'execution.runtime-mode' = 'batch'; in front of the first INSERT.")
}

func (c *checker) errDistinctOver(e *lang.Call) {
	c.errOver(e.Span(), "DISTINCT does not go with OVER", "Flink has none in batch mode either.")
}

func windowHint(s *scope, name string) string {
	var names []string
	for _, w := range s.windows {
		names = append(names, w.Name.Name)
	}
	return orElse(didYouMean(name, names), "Declare it behind FROM: WINDOW "+name+" AS (..).")
}

// warnUnusedVariable is a condition that is never asked; Flink passes over it.
func (c *checker) warnUnusedVariable(name *lang.Ident, vars []string) {
	c.warn("match-recognize", name.Span(), "the pattern has no variable "+quote(name.Name)+
		", whose condition has no effect", didYouMean(name.Name, vars))
}

func (c *checker) errPattern(at diag.Span, message, hint string) {
	c.error("match-recognize", at, message, hint)
}
