package rivals

import (
	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/format/json"
)

// Row is what the query reads of an access log. ip borrows the record.
type Row struct {
	IP                 string
	RequestTime        int64
	ResponseSize       int64
	NullUUID, NullIP   bool
	NullTime, NullSize bool
}

// Agg is one group: COUNT(uuid), SUM(response_size), SUM(request_time).
type Agg struct{ Count, Bytes, Time int64 }

// add counts a row with NULLs; sums of nothing stay 0 here, all rivals alike.
func (a *Agg) add(r *Row) {
	if !r.NullUUID {
		a.Count++
	}
	if !r.NullSize {
		a.Bytes += r.ResponseSize
	}
	if !r.NullTime {
		a.Time += r.RequestTime
	}
}

// Sum is the result of a decode-only run.
type Sum struct{ Rows, Text, Time, Bytes, Nulls int64 }

// add folds a row so that no decoded field can be left out.
func (s *Sum) add(r *Row) {
	s.Rows++
	if !r.NullIP {
		s.Text += int64(len(r.IP))
	}
	if r.NullTime {
		s.Nulls++
	} else {
		s.Time += r.RequestTime
	}
	if r.NullSize {
		s.Nulls++
	} else {
		s.Bytes += r.ResponseSize
	}
}

// general is the path for unusual records, shared by all rivals.
type general struct {
	split csv.Splitter
	read  json.Reader
}

func newGeneral() general {
	return general{split: csv.NewSplitter(csv.Format{Delimiter: ',', Quote: '"', Lenient: true}, 5)}
}

// csv reads one record; false when it gives no row. Texts are valid until the next call.
func (g *general) csv(rec []byte, r *Row) bool {
	g.split.Reset()
	if g.split.Split(rec).Kind != csv.None {
		return false
	}
	f := g.split.Fields
	*r = Row{IP: f[1].Text, NullUUID: f[0].Null, NullIP: f[1].Null, NullTime: true, NullSize: true}
	if v, ok := csv.Int64(f[2].Text); ok && !f[2].Null {
		r.RequestTime, r.NullTime = v, false
	}
	if v, ok := csv.Int64(f[3].Text); ok && !f[3].Null {
		r.ResponseSize, r.NullSize = v, false
	}
	return true
}

// json reads one document; false when it gives no row.
func (g *general) json(doc []byte, r *Row) bool {
	g.read.Reset()
	*r = Row{NullUUID: true, NullIP: true, NullTime: true, NullSize: true}
	g.read.Begin(doc)
	for n := 0; g.read.More(); {
		if n == 4 { // all columns seen: Flink looks no further, not even at names
			g.read.Skip()
			continue
		}
		if !g.field(g.read.Name(), r) {
			g.read.Skip()
			continue
		}
		g.read.Done()
		n++
	}
	return g.read.Fault().Kind == json.None
}

// field reads the value at hand if the query wants it.
func (g *general) field(name string, r *Row) bool {
	null := g.read.IsNull()
	ok := !null
	switch name {
	case "uuid":
		if ok {
			_, ok = g.read.String()
		}
		r.NullUUID = !ok
	case "client_ip":
		if ok {
			r.IP, ok = g.read.String()
		}
		r.NullIP = !ok
	case "request_time":
		if ok {
			r.RequestTime, ok = g.read.Int64()
		}
		r.NullTime = !ok
	case "response_size":
		if ok {
			r.ResponseSize, ok = g.read.Int64()
		}
		r.NullSize = !ok
	default:
		return false
	}
	return true
}
