package rivals

import (
	"bytes"
	"encoding/csv"
	stdjson "encoding/json"
	"io"
	"net/netip"
	"strconv"
	"unicode/utf8"
)

// NaiveCSV reads lines with encoding/csv and hands each row to emit.
func NaiveCSV(buf []byte, emit func(*Row)) {
	n := naive{general: newGeneral(), buf: buf, emit: emit}
	for from := 0; from < len(buf); {
		from = n.run(from)
	}
}

type naive struct {
	general
	buf  []byte
	emit func(*Row)
	row  Row
}

// run reads until encoding/csv takes several lines for one record, and returns where to start
// again.
func (n *naive) run(from int) int {
	r := csv.NewReader(bytes.NewReader(n.buf[from:]))
	r.ReuseRecord, r.FieldsPerRecord = true, 5
	for at := from; ; {
		fields, err := r.Read()
		if err == io.EOF {
			return len(n.buf)
		}
		end := from + int(r.InputOffset())
		for at < end && n.buf[at] == '\n' { // encoding/csv skips empty lines, and so does the job
			at++
		}
		line := n.buf[at:end]
		if i := bytes.IndexByte(line, '\n'); i >= 0 && i < len(line)-1 {
			n.unusual(line[:i])
			return at + i + 1
		}
		if line = bytes.TrimSuffix(line, []byte("\n")); err != nil || !n.usual(line, fields) {
			n.unusual(line)
		}
		at = end
	}
}

func (n *naive) usual(line []byte, f []string) bool {
	t, err1 := strconv.ParseInt(f[2], 10, 64)
	s, err2 := strconv.ParseInt(f[3], 10, 64)
	if err1 != nil || err2 != nil || bytes.IndexByte(line, '\r') >= 0 || !utf8.Valid(line) {
		return false
	}
	n.row = Row{IP: f[1], RequestTime: t, ResponseSize: s}
	n.emit(&n.row)
	return true
}

func (n *naive) unusual(line []byte) {
	if n.csv(line, &n.row) {
		n.emit(&n.row)
	}
}

// access is a document as encoding/json reads it.
type access struct {
	UUID         *string `json:"uuid"`
	ClientIP     *string `json:"client_ip"`
	RequestTime  *int64  `json:"request_time"`
	ResponseSize *int64  `json:"response_size"`
}

func (a *access) whole() bool {
	return a.UUID != nil && a.ClientIP != nil && a.RequestTime != nil && a.ResponseSize != nil
}

// NaiveJSON reads lines with encoding/json.
func NaiveJSON(buf []byte, emit func(*Row)) { structJSON(buf, stdjson.Unmarshal, emit) }

// structJSON reads lines with a library that fills structs.
func structJSON(buf []byte, unmarshal func([]byte, any) error, emit func(*Row)) {
	g, row := newGeneral(), Row{}
	for len(buf) > 0 {
		line, rest, _ := bytes.Cut(buf, []byte("\n"))
		buf = rest
		var a access
		if !utf8.Valid(line) || unmarshal(line, &a) != nil || !a.whole() {
			if g.json(line, &row) {
				emit(&row)
			}
			continue
		}
		row = Row{IP: *a.ClientIP, RequestTime: *a.RequestTime, ResponseSize: *a.ResponseSize}
		emit(&row)
	}
}

// NaiveFlagship groups the rows of NaiveCSV in a map of values.
func NaiveFlagship(buf []byte, f func(string) string) map[string]Agg {
	groups := map[string]Agg{}
	NaiveCSV(buf, func(r *Row) {
		name := f(r.IP)
		a := groups[name]
		a.add(r)
		groups[name] = a
	})
	return groups
}

// Network is a user function by the book: the /8 of an address by net/netip, "UnKnow" for what is
// none.
func Network(ip string) string {
	a, err := netip.ParseAddr(ip)
	if err != nil || !a.Is4() {
		return "UnKnow"
	}
	return networks[a.As4()[0]]
}

var networks = func() (names [256]string) {
	for i := range names {
		names[i] = "net " + strconv.Itoa(i)
	}
	return names
}()
