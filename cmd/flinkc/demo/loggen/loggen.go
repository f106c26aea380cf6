// Package loggen makes access logs of a content delivery network, as edge nodes write them:
//
//	uuid,client_ip,request_time,response_size,uri
//	4f2c1c1e-6b0e-4a52-9f3e-0c8f6f1f4a11,27.184.139.25,118,40960,/static/app.js
//
// The lines depend on nothing but Config: the same seed gives the same bytes. A share of them is
// broken on purpose, in every way that a CSV decoder has an opinion about, and the generator knows
// how many records and fields such a decoder must report.
package loggen

import "math/rand/v2"

// Config says what the lines are like.
type Config struct {
	Seed uint64
	// BrokenShare is the part of lines, 0 to 1, that are taken from the odd kinds: dropped by the
	// decoder, with fields that it makes NULL, or merely unusual. Less is 0 and more is 1.
	BrokenShare float64
	// ForeignShare is the part of addresses, 0 to 1, outside of all provinces.
	ForeignShare float64
	// Files leaves out the kinds that a file with a record a line would read differently: empty
	// ones, and those with a line end or an open quote.
	Files bool
}

// Counts is what a job with csv.ignore-parse-errors must report for the lines so far, when it reads
// the columns request_time and response_size.
type Counts struct {
	Records    int64 `json:"records"`     // all lines, empty ones too
	BadRecords int64 `json:"bad_records"` // lines that give no row; empty ones are not counted
	BadFields  int64 `json:"bad_fields"`  // numbers made NULL; missing columns are not counted
}

// Generator makes lines. It belongs to one goroutine.
type Generator struct {
	random  *rand.PCG
	clients *clients
	kinds   []kind
	broken  uint64 // of 1 << 32
	foreign uint64 // of 1 << 32
	counts  Counts
	seen    []int64 // lines of each kind
}

// New returns a generator at its first line.
func New(c Config) *Generator {
	kinds := kindsFor(c.Files)
	return &Generator{
		random:  rand.NewPCG(c.Seed, 0x63646e),
		clients: newClients(),
		kinds:   kinds,
		broken:  share(c.BrokenShare),
		foreign: share(c.ForeignShare),
		seen:    make([]int64, len(kinds)),
	}
}

// share is a part of 1 as a part of 1 << 32; NaN is 0.
func share(part float64) uint64 {
	if !(part > 0) {
		return 0
	}
	return uint64(min(part, 1) * (1 << 32))
}

// Counts returns the counts of all lines so far.
func (g *Generator) Counts() Counts { return g.counts }

// Next appends the next line to dst, without a line end behind it, and returns it. It allocates
// only when dst has to grow.
func (g *Generator) Next(dst []byte) []byte {
	g.counts.Records++
	if g.random.Uint64()>>32 < g.broken {
		return g.odd(dst)
	}
	dst = append(g.appendUUID(dst), ',')
	dst = append(g.appendClient(dst), ',')
	dst = append(g.appendTime(dst), ',')
	dst = append(g.appendSize(dst), ',')
	return g.appendURI(dst)
}

// below is a random number under n. The tiny bias of the multiplication does not matter here.
func (g *Generator) below(n uint64) uint64 { return g.random.Uint64() >> 32 * n >> 32 }
