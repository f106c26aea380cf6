package loggen

import (
	"encoding/binary"
	"strconv"
)

// hexPairs are the two lower-case digits of every byte.
var hexPairs = func() (t [256][2]byte) {
	const digits = "0123456789abcdef"
	for i := range t {
		t[i] = [2]byte{digits[i>>4], digits[i&15]}
	}
	return t
}()

// octets are the decimal digits of every byte, with their number behind them.
var octets = func() (t [256][4]byte) {
	for i := range t {
		t[i][3] = byte(copy(t[i][:], strconv.Itoa(i)))
	}
	return t
}()

// appendUUID appends a random UUID (version 4).
func (g *Generator) appendUUID(dst []byte) []byte {
	var u [16]byte
	binary.LittleEndian.PutUint64(u[:], g.random.Uint64())
	binary.LittleEndian.PutUint64(u[8:], g.random.Uint64())
	u[6], u[8] = u[6]&15|0x40, u[8]&0x3f|0x80
	var text [36]byte
	p := 0
	for i, b := range u {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			text[p] = '-'
			p++
		}
		text[p], text[p+1] = hexPairs[b][0], hexPairs[b][1]
		p += 2
	}
	return append(dst, text[:]...)
}

// appendClient appends an address in a province or, rarely, elsewhere.
func (g *Generator) appendClient(dst []byte) []byte {
	from := &g.clients.foreign
	if g.random.Uint64()>>32 >= g.foreign {
		slot := g.below(slots)
		from = &g.clients.provinces[g.clients.slot[slot]]
	}
	return appendAddress(dst, from.address(g.below(from.size)))
}

func appendAddress(dst []byte, addr uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		o := octets[byte(addr>>shift)]
		dst = append(dst, o[:o[3]]...)
		dst = append(dst, '.')
	}
	return dst[:len(dst)-1]
}

// appendTime appends a request time of 1 to 4,096 ms; short ones are more frequent.
func (g *Generator) appendTime(dst []byte) []byte {
	r := g.random.Uint64()
	return strconv.AppendUint(dst, 1+r>>32&(1<<(4+r&7+r>>3&1)-1), 10)
}

// appendSize appends a response size of 1 byte to 2 MiB; small ones are more frequent.
func (g *Generator) appendSize(dst []byte) []byte {
	r := g.random.Uint64()
	return strconv.AppendUint(dst, 1+r>>32&(1<<(6+r&15)-1), 10)
}

// paths are the beginnings of addresses on the edge nodes; a number and an ending follow.
var (
	paths = [...]string{
		"/static/app.", "/img/", "/video/seg-", "/download/", "/api/v2/items/", "/视频/",
	}
	endings = [...]string{".js", ".css", ".jpg", ".ts", ".zip", ".html", "", "?from=index"}
)

// appendURI appends a path. One of 64 holds a comma and therefore stands in quotes.
func (g *Generator) appendURI(dst []byte) []byte {
	r := g.random.Uint64()
	if r>>58 == 0 {
		dst = append(dst, `"/search?q=a,b&page=`...)
		dst = strconv.AppendUint(dst, r>>16&0xfff, 10)
		return append(dst, '"')
	}
	return g.appendPath(dst, r)
}

// appendPath appends a path without special characters.
func (g *Generator) appendPath(dst []byte, r uint64) []byte {
	dst = append(dst, paths[r&0xffff*uint64(len(paths))>>16]...)
	dst = strconv.AppendUint(dst, r>>16&0xfffff, 10)
	return append(dst, endings[r>>40%uint64(len(endings))]...)
}
