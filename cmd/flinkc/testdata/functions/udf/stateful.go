package udf

import (
	"errors"
	"fmt"
	"sync"

	"github.com/flinkc/flinkc/rtlib/udf"
)

// ledger counts what happens to the instances of Counting. Tests read it through Opened, since all run in one process.
var ledger struct {
	sync.Mutex
	open, closed int
}

// Counting numbers the rows that its lane has seen.
type Counting struct {
	n    int64
	lane int
	open bool
}

// Open marks the instance as open; a second call is a fault.
func (c *Counting) Open(ctx udf.Context) error {
	if c.open {
		return errors.New("opened twice")
	}
	if ctx.ParallelIndex() >= ctx.Parallelism() {
		return fmt.Errorf("lane %d of %d", ctx.ParallelIndex(), ctx.Parallelism())
	}
	c.open, c.lane = true, ctx.ParallelIndex()
	ledger.Lock()
	defer ledger.Unlock()
	ledger.open++
	return nil
}

// Eval adds v, and panics when the instance is not open.
func (c *Counting) Eval(v int64) int64 {
	if !c.open {
		panic("not open")
	}
	c.n += v
	return c.n
}

// Close fails when it is called twice.
func (c *Counting) Close() error {
	if !c.open {
		return errors.New("closed twice or never opened")
	}
	c.open = false
	ledger.Lock()
	defer ledger.Unlock()
	ledger.closed++
	return nil
}

// Balance is NULL-free proof that all instances of earlier programs were closed: 0 when as many were closed as opened.
func Balance(int32) int64 {
	ledger.Lock()
	defer ledger.Unlock()
	return int64(ledger.open - ledger.closed)
}

// Keeping remembers its first arguments and says whether any has changed since.
type Keeping struct {
	kept   []string
	copies []string
}

// Eval keeps s as it is and as a copy.
func (k *Keeping) Eval(s string) bool {
	k.kept = append(k.kept, s)
	k.copies = append(k.copies, string([]byte(s)))
	for i := range k.kept {
		if k.kept[i] != k.copies[i] {
			return false
		}
	}
	return true
}

// Stubborn cannot be opened.
type Stubborn struct{}

// Open fails.
func (Stubborn) Open(udf.Context) error { return errors.New("no door") }

// Eval is never reached.
func (Stubborn) Eval(v int64) int64 { return v }
