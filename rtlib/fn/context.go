package fn

import (
	"math/rand/v2"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Context is what functions know beyond their arguments. One belongs to one lane; it is not for
// several goroutines.
type Context struct {
	Zone *time.Location // session zone, never nil
	Now  func() int64   // milliseconds since 1970; tests set it
	// start is what CURRENT_TIMESTAMP and its like are in batch mode; nil: the clock.
	start *int64
	// seeded are the sequences of RAND(seed) and RAND_INTEGER(seed, n), which go on over the
	// records of a lane.
	seeded map[int32]*javaRandom
}

// NewContext is a context with the system's clock.
func NewContext(zone *time.Location) *Context {
	return &Context{Zone: zone, Now: func() int64 { return time.Now().UnixMilli() }}
}

// StartedAt is a context in which CURRENT_TIMESTAMP and its like stand still, at the start of the
// job.
func StartedAt(start time.Time, zone *time.Location) *Context {
	c, millis := NewContext(zone), start.UnixMilli()
	c.start = &millis
	return c
}

// local is the wall clock of the session zone at an instant.
func (c *Context) local(t value.Timestamp) value.Timestamp {
	if c.Zone == time.UTC {
		return t
	}
	return t.Local(c.Zone)
}

func (c *Context) random(seed int32) *javaRandom {
	r, ok := c.seeded[seed]
	if !ok {
		if c.seeded == nil {
			c.seeded = map[int32]*javaRandom{}
		}
		r = newJavaRandom(int64(seed))
		c.seeded[seed] = r
	}
	return r
}

// javaRandom is the generator of java.util.Random: a linear congruence modulo 2^48.
type javaRandom struct{ seed uint64 }

const (
	randomFactor = 0x5DEECE66D
	randomMask   = 1<<48 - 1
)

func newJavaRandom(seed int64) *javaRandom {
	return &javaRandom{(uint64(seed) ^ randomFactor) & randomMask}
}

func (r *javaRandom) next(bits int) int32 {
	r.seed = (r.seed*randomFactor + 0xB) & randomMask
	return int32(r.seed >> (48 - bits))
}

func (r *javaRandom) double() float64 {
	hi := int64(r.next(26)) << 27
	return float64(hi+int64(r.next(27))) * (1.0 / (1 << 53))
}

// below is in [0, bound) for a positive bound; values that would make it uneven are drawn again.
func (r *javaRandom) below(bound int32) int32 {
	v := r.next(31)
	if bound&(bound-1) == 0 {
		return int32(int64(bound) * int64(v) >> 31)
	}
	for v-v%bound+(bound-1) < 0 {
		v = r.next(31)
	}
	return v % bound
}

// Rand is a random number in [0, 1).
func Rand(*Context) float64 { return rand.Float64() }

// RandSeed is the next number in [0, 1) of the seed's sequence, that of java.util.Random.
func RandSeed(c *Context, seed int32) float64 { return c.random(seed).double() }

// RandInteger is a random integer in [0, bound). A bound below 1 is an error.
func RandInteger(_ *Context, bound int32) (int32, error) {
	if bound < 1 {
		return 0, errBound(bound)
	}
	return rand.Int32N(bound), nil
}

// RandIntegerSeed is the next integer in [0, bound) of the seed's sequence. A bound below 1 is an
// error.
func RandIntegerSeed(c *Context, seed, bound int32) (int32, error) {
	if bound < 1 {
		return 0, errBound(bound)
	}
	return c.random(seed).below(bound), nil
}

// UUID is a random UUID of version 4 in lower case.
func UUID(_ *Context, a *Arena) string {
	hi, lo := rand.Uint64(), rand.Uint64()
	hi = hi&^0xF000 | 0x4000
	lo = lo&(1<<62-1) | 1<<63
	b := a.Bytes(36)
	hexBits(b[0:8], hi>>32)
	hexBits(b[9:13], hi>>16)
	hexBits(b[14:18], hi)
	hexBits(b[19:23], lo>>48)
	hexBits(b[24:36], lo)
	b[8], b[13], b[18], b[23] = '-', '-', '-', '-'
	return text(b)
}

// hexBits writes the low bits of v as len(b) digits.
func hexBits(b []byte, v uint64) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = lowerDigits[v&15]
		v >>= 4
	}
}
