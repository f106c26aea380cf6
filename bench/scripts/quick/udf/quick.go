// Package udf holds a function that costs next to nothing, so that what a benchmark shows is the engine's own time.
package udf

var names = func() (t [256]string) {
	for i := range t {
		t[i] = string([]byte{'n', '-', byte(i)})
	}
	return t
}()

// IPToProvince names an address after its second byte.
func IPToProvince(ip *string) string {
	if ip == nil || len(*ip) < 2 {
		return "UnKnow"
	}
	return names[(*ip)[1]&63]
}
