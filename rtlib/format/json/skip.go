package json

// SkipValue is the index behind the value at p, which is checked as strictly as the general path
// does; -1 when it is malformed or unusual: an escape, or more than 64 levels.
func SkipValue(buf []byte, p, e int, seen *uint64) int {
	if p >= e {
		return -1
	}
	if c := buf[p]; c == '{' || c == '[' {
		return skipNested(buf, p, e, seen)
	}
	return skipScalar(buf, p, e, seen)
}

func skipScalar(buf []byte, p, e int, seen *uint64) int {
	switch buf[p] {
	case '"':
		if p = StringEnd(buf, p, e, seen); p < 0 {
			return -1
		}
		return p + 1
	case 't', 'f':
		p, _ = BoolEnd(buf, p)
	case 'n':
		p = NullEnd(buf, p)
	default:
		return NumberEnd(buf, p, e)
	}
	if p < 0 || p < e && !endsScalar(buf[p]) {
		return -1
	}
	return p
}

// maxLevels is how deep skipNested follows; the kinds of the open brackets are the bits of a word.
const maxLevels = 64

// skipNested walks over an object or array: at the top of the loop a value starts at p, or the
// container just opened ends there.
func skipNested(buf []byte, p, e int, seen *uint64) int {
	objects, depth := uint64(0), 0
	for p < e {
		c := buf[p]
		switch {
		case c == '{' || c == '[':
			if depth == maxLevels {
				return -1
			}
			objects = objects<<1 | uint64(c>>5&1) // '{' is 0x7B, '[' is 0x5B
			depth++
			p = blanks(buf, p+1, e)
			if p < e && buf[p] == c+2 {
				break // empty: falls to the closing brackets below
			}
			if objects&1 == 1 {
				p = skipKey(buf, p, e, seen)
			}
			if p < 0 {
				return -1
			}
			continue
		default:
			if p = skipScalar(buf, p, e, seen); p < 0 {
				return -1
			}
		}
		for {
			if p = blanks(buf, p, e); p >= e {
				return -1
			}
			if buf[p] != ']'+byte(objects&1)<<5 {
				break
			}
			p, objects, depth = p+1, objects>>1, depth-1
			if depth == 0 {
				return p
			}
		}
		if buf[p] != ',' {
			return -1
		}
		p = blanks(buf, p+1, e)
		if objects&1 == 1 {
			p = skipKey(buf, p, e, seen)
		}
		if p < 0 {
			return -1
		}
	}
	return -1
}

// skipKey is the index of the value behind the key at p.
func skipKey(buf []byte, p, e int, seen *uint64) int {
	if p >= e {
		return -1
	}
	if p = StringEnd(buf, p, e, seen); p < 0 {
		return -1
	}
	if p = blanks(buf, p+1, e); p >= e || buf[p] != ':' {
		return -1
	}
	return blanks(buf, p+1, e)
}

func blanks(buf []byte, p, e int) int {
	for p < e && (buf[p] == ' ' || buf[p] == '\n' || buf[p] == '\r' || buf[p] == '\t') {
		p++
	}
	return p
}
