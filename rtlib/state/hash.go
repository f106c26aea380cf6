package state

import (
	"math/bits"
	"unsafe"
)

// Groups is the number of key groups of a job. A key belongs to group hash >> 57, for ever: lanes
// own ranges of groups, so that state can be spread over another number of lanes after a restart.
const Groups = 128

const (
	seed0 = 0xa0761d6478bd642f
	seed1 = 0xe7037ed1a0b428db
)

// Group returns the key group of a hash.
func Group(hash uint64) uint32 { return uint32(hash >> 57) }

// Lane returns the lane of n that owns the hash's key group: contiguous ranges of groups, as even
// as possible.
func Lane(hash uint64, n int) int { return int(hash>>57) * n / Groups }

// Hash hashes a key. From 8 to 24 bytes cost three overlapping loads and two wide multiplications,
// without a branch that names of different lengths would mislead. The result depends on the bytes
// only: never on process, machine or word order.
func Hash(key string) uint64 {
	n := len(key)
	p := unsafe.Pointer(unsafe.StringData(key))
	var x, y uint64
	switch {
	case n >= 8:
		x, y = load64(p, 0), load64(p, n-8)
		if n > 24 {
			for i := 8; i+8 < n; i += 8 {
				x = mix(x^seed0, load64(p, i)^seed1)
			}
		} else {
			x = mix(x^seed1, load64(p, n/2-4)^seed0)
		}
	case n >= 4:
		x, y = load32(p, 0), load32(p, n-4)
	case n > 0:
		x = uint64(key[0])<<16 | uint64(key[n>>1])<<8 | uint64(key[n-1])
	}
	return mix(x^seed0, y^seed1^uint64(n))
}

// HashInt hashes an integer key.
func HashInt(key int64) uint64 { return mix(uint64(key)^seed0, seed1) }

// NullHash is the hash of a NULL key.
const NullHash = seed0 ^ seed1>>1

func mix(a, b uint64) uint64 {
	h, l := bits.Mul64(a, b)
	return h ^ l
}

func load64(p unsafe.Pointer, i int) uint64 {
	b := (*[8]byte)(unsafe.Add(p, i))
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

func load32(p unsafe.Pointer, i int) uint64 {
	b := (*[4]byte)(unsafe.Add(p, i))
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24
}
