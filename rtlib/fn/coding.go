package fn

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"math/bits"
	"strconv"
	"unsafe"
)

const (
	lowerDigits = "0123456789abcdef"
	upperDigits = "0123456789ABCDEF"
)

// raw is the bytes of s without a copy; they must not be changed.
func raw(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

func hexLower(a *Arena, sum []byte) string {
	b := a.Bytes(2 * len(sum))
	hex.Encode(b, sum)
	return text(b)
}

// MD5 is the digest of s as 32 lower case hexadecimal digits.
func MD5(a *Arena, s string) string {
	sum := md5.Sum(raw(s))
	return hexLower(a, sum[:])
}

// SHA1 is the digest of s as 40 lower case hexadecimal digits.
func SHA1(a *Arena, s string) string {
	sum := sha1.Sum(raw(s))
	return hexLower(a, sum[:])
}

// SHA224 is the digest of s as 56 lower case hexadecimal digits.
func SHA224(a *Arena, s string) string {
	sum := sha256.Sum224(raw(s))
	return hexLower(a, sum[:])
}

// SHA256 is the digest of s as 64 lower case hexadecimal digits.
func SHA256(a *Arena, s string) string {
	sum := sha256.Sum256(raw(s))
	return hexLower(a, sum[:])
}

// SHA384 is the digest of s as 96 lower case hexadecimal digits.
func SHA384(a *Arena, s string) string {
	sum := sha512.Sum384(raw(s))
	return hexLower(a, sum[:])
}

// SHA512 is the digest of s as 128 lower case hexadecimal digits.
func SHA512(a *Arena, s string) string {
	sum := sha512.Sum512(raw(s))
	return hexLower(a, sum[:])
}

// SHA2 is the digest of 224, 256, 384 or 512 bits; another number is an error. 1 is SHA-1: Flink asks
// Java for the algorithm "SHA-" with the number behind it.
func SHA2(a *Arena, s string, bits int32) (string, error) {
	switch bits {
	case 1:
		return SHA1(a, s), nil
	case 224:
		return SHA224(a, s), nil
	case 256:
		return SHA256(a, s), nil
	case 384:
		return SHA384(a, s), nil
	case 512:
		return SHA512(a, s), nil
	}
	return "", errDigest(bits)
}

// HexInteger is the 64 bits of n in upper case hexadecimal without leading zeros.
func HexInteger(a *Arena, n int64) string {
	v := uint64(n)
	b := a.Bytes(max(1, (bits.Len64(v)+3)/4))
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = upperDigits[v&15]
		v >>= 4
	}
	return text(b)
}

// HexText is the bytes of s in upper case hexadecimal.
func HexText(a *Arena, s string) string {
	b := a.Bytes(2 * len(s))
	for i := 0; i < len(s); i++ {
		b[2*i], b[2*i+1] = upperDigits[s[i]>>4], upperDigits[s[i]&15]
	}
	return text(b)
}

// Unhex is the bytes that s has in hexadecimal, with a 0 in front of an odd number of digits; NULL
// if s is not hex.
func Unhex(a *Arena, s string) (string, bool) {
	b := a.Bytes((len(s) + 1) / 2)
	clear(b)
	odd := len(s) & 1
	for i := 0; i < len(s); i++ {
		d, ok := hexDigit(s[i])
		if !ok {
			return "", false
		}
		at := i + odd
		b[at/2] = b[at/2]<<4 | d
	}
	return text(b), true
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// Bin is the 64 bits of n in binary without leading zeros.
func Bin(a *Arena, n int64) string {
	return a.take(strconv.AppendUint(a.tail(64), uint64(n), 2))
}

// ToBase64 is the bytes of s in base64 with padding.
func ToBase64(a *Arena, s string) string {
	b := a.Bytes(base64.StdEncoding.EncodedLen(len(s)))
	base64.StdEncoding.Encode(b, raw(s))
	return text(b)
}

// FromBase64 is the text that base64 stands for; padding may be absent. Anything else, line ends
// too, is an error.
func FromBase64(a *Arena, s string) (string, error) {
	enc := base64.StdEncoding
	if len(s)%4 != 0 {
		enc = base64.RawStdEncoding
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' { // Go skips them, Java does not
			return "", errBase64(s, base64.CorruptInputError(i))
		}
	}
	b := a.Bytes(enc.DecodedLen(len(s)))
	n, err := enc.Decode(b, raw(s))
	if err != nil {
		return "", errBase64(s, err)
	}
	return text(b[:n]), nil
}
