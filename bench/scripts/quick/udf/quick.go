// Package udf holds a function that costs next to nothing, so that what a benchmark shows is the
// engine's own time.
package udf

import "strconv"

// names are of the usual length of names: many that share eight bytes of memory would be a test of
// something else.
var names = func() (t [256]string) {
	for i := range t {
		t[i] = "network " + strconv.Itoa(i)
	}
	return t
}()

// IPToProvince names an address after its second character.
func IPToProvince(ip *string) string {
	if ip == nil || len(*ip) < 2 {
		return "UnKnow"
	}
	return names[(*ip)[1]&63]
}
