package json

// SkipValue is the index behind the value at p, which is checked as strictly as the general path
// does; -1 when it is malformed or unusual: an escape, or more than 64 levels.
func (d Doc) SkipValue(p, e int) int {
	if p >= e {
		return -1
	}
	if c := d.Byte(p); c == '{' || c == '[' {
		return d.skipNested(p, e)
	}
	return d.skipScalar(p, e)
}

func (d Doc) skipScalar(p, e int) int {
	switch d.Byte(p) {
	case '"':
		if p = d.StringEnd(p+1, e); p < 0 {
			return -1
		}
		return p + 1
	case 't', 'f':
		_, p = d.Bool(p)
	case 'n':
		if !d.Null(p) {
			return -1
		}
		p += len("null")
	default:
		return d.NumberEnd(p, e)
	}
	if p < 0 || p < e && !endsScalar(d.Byte(p)) {
		return -1
	}
	return p
}

// maxLevels is how deep skipNested follows; the kinds of the open brackets are the bits of a word.
const maxLevels = 64

// skipNested walks over an object or array: at the top of the loop a value starts at p, or the
// container just opened ends there.
func (d Doc) skipNested(p, e int) int {
	objects, depth := uint64(0), 0
	for p < e {
		c := d.Byte(p)
		switch {
		case c == '{' || c == '[':
			if depth == maxLevels {
				return -1
			}
			objects = objects<<1 | uint64(c>>5&1) // '{' is 0x7B, '[' is 0x5B
			depth++
			p = d.blanks(p+1, e)
			if p < e && d.Byte(p) == c+2 {
				break // empty: falls to the closing brackets below
			}
			if objects&1 == 1 {
				p = d.skipKey(p, e)
			}
			if p < 0 {
				return -1
			}
			continue
		default:
			if p = d.skipScalar(p, e); p < 0 {
				return -1
			}
		}
		for {
			if p = d.blanks(p, e); p >= e {
				return -1
			}
			if d.Byte(p) != ']'+byte(objects&1)<<5 {
				break
			}
			p, objects, depth = p+1, objects>>1, depth-1
			if depth == 0 {
				return p
			}
		}
		if d.Byte(p) != ',' {
			return -1
		}
		p = d.blanks(p+1, e)
		if objects&1 == 1 {
			p = d.skipKey(p, e)
		}
		if p < 0 {
			return -1
		}
	}
	return -1
}

// skipKey is the index of the value behind the key at p.
func (d Doc) skipKey(p, e int) int {
	if p >= e || d.Byte(p) != '"' {
		return -1
	}
	if p = d.StringEnd(p+1, e); p < 0 {
		return -1
	}
	if p = d.blanks(p+1, e); p >= e || d.Byte(p) != ':' {
		return -1
	}
	return d.blanks(p+1, e)
}

func (d Doc) blanks(p, e int) int {
	for p < e && isBlank(d.Byte(p)) {
		p++
	}
	return p
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }
