package fn

import (
	"strings"
	"unicode/utf8"
)

// URLEncode is s as a form value: letters, digits and .-*_ stay, a blank becomes +, every other
// byte %XX.
func URLEncode(a *Arena, s string) string {
	b := a.tail(3 * len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			b = append(b, '+')
		case isDigit(c) || isLetter(c) || strings.IndexByte(".-*_", c) >= 0:
			b = append(b, c)
		default:
			b = append(b, '%', upperDigits[c>>4], upperDigits[c&15])
		}
	}
	return a.take(b)
}

// URLDecode is the text that a form value stands for. NULL for a % without two hexadecimal digits;
// bytes that are no UTF-8 become U+FFFD.
func URLDecode(a *Arena, s string) (string, bool) {
	if !strings.ContainsAny(s, "%+") {
		return s, true
	}
	b := a.tail(len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '+':
			b = append(b, ' ')
		case '%':
			if i+2 >= len(s) {
				return "", false
			}
			hi, ok := hexDigit(s[i+1])
			lo, ok2 := hexDigit(s[i+2])
			if !ok || !ok2 {
				return "", false
			}
			b = append(b, hi<<4|lo)
			i += 2
		default:
			b = append(b, c)
		}
	}
	decoded := a.take(b)
	if !utf8.ValidString(decoded) {
		decoded = strings.ToValidUTF8(decoded, "\uFFFD")
	}
	return decoded, true
}

// url is a URL taken apart as java.net.URL does. Absent parts are nil in Java, false here.
type url struct {
	protocol, authority, userInfo, host, path, query, ref string
	hasAuthority, hasUser, hasQuery, hasRef               bool
}

// urlProtocols are those that Java knows; any other makes a text no URL.
var urlProtocols = []string{"http", "https", "ftp", "file", "jar", "mailto", "jmod", "jrt"}

// parseURL follows java.net.URL: no decoding, and few characters are refused.
func parseURL(s string) (u url, ok bool) {
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
	if len(s) > 4 && strings.EqualFold(s[:4], "url:") {
		s = s[4:]
	}
	name, rest, found := strings.Cut(s, ":")
	if !found {
		return u, false
	}
	for _, p := range urlProtocols {
		if strings.EqualFold(name, p) {
			u.protocol = p
		}
	}
	rest, u.ref, u.hasRef = strings.Cut(rest, "#")
	if u.protocol == "mailto" {
		u.path, u.query, u.hasQuery = strings.Cut(rest, "?")
		return u, true
	}
	rest, u.query, u.hasQuery = strings.Cut(rest, "?")
	if strings.HasPrefix(rest, "//") {
		end := strings.IndexByte(rest[2:], '/')
		if end < 0 {
			end = len(rest) - 2
		}
		u.authority, u.path, u.hasAuthority = rest[2:2+end], rest[2+end:], true
		return u, u.protocol != "" && u.splitAuthority()
	}
	u.path = rest
	return u, u.protocol != ""
}

// splitAuthority is user@host:port; false for a port that is no number or an open bracket.
func (u *url) splitAuthority() bool {
	u.host = u.authority
	if at := strings.IndexByte(u.host, '@'); at >= 0 {
		u.userInfo, u.host, u.hasUser = u.host[:at], u.host[at+1:], true
		if strings.IndexByte(u.host, '@') >= 0 { // Java drops an authority with two
			u.userInfo, u.host, u.hasUser = "", "", false
		}
	}
	port := ""
	if strings.HasPrefix(u.host, "[") {
		end := strings.IndexByte(u.host, ']')
		if end < 0 {
			return false
		}
		u.host, port = u.host[:end+1], u.host[end+1:]
		if port != "" && port[0] != ':' {
			return false
		}
		port = strings.TrimPrefix(port, ":")
	} else if i := strings.IndexByte(u.host, ':'); i >= 0 {
		u.host, port = u.host[:i], u.host[i+1:]
	}
	return allDigits(port) && len(port) < 10
}

// ParseURL is a part of a URL: HOST, PATH, QUERY, REF, PROTOCOL, AUTHORITY, FILE (path and query)
// or USERINFO, in upper case. NULL for text that is no URL, a missing part and another name.
func ParseURL(a *Arena, s, part string) (string, bool) {
	u, ok := parseURL(s)
	if !ok {
		return "", false
	}
	switch part {
	case "HOST":
		return u.host, true
	case "PATH":
		return u.path, true
	case "QUERY":
		return u.query, u.hasQuery
	case "REF":
		return u.ref, u.hasRef
	case "PROTOCOL":
		return u.protocol, true
	case "AUTHORITY":
		return u.authority, u.hasAuthority
	case "USERINFO":
		return u.userInfo, u.hasUser
	case "FILE":
		if u.hasQuery {
			return Concat(a, u.path, "?", u.query), true
		}
		return u.path, true
	}
	return "", false
}

// ParseURLKey is the value of the first key in the QUERY of a URL, not decoded. NULL if it is
// missing or the part is another one.
func ParseURLKey(s, part, key string) (string, bool) {
	u, ok := parseURL(s)
	if !ok || part != "QUERY" || !u.hasQuery {
		return "", false
	}
	for rest, more := u.query, true; more; {
		var pair string
		pair, rest, more = strings.Cut(rest, "&")
		if v, found := strings.CutPrefix(pair, key); found && strings.HasPrefix(v, "=") {
			return v[1:], true
		}
	}
	return "", false
}
