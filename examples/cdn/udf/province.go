// Package udf holds the Go function of the CDN example. It answers from a table in the program and
// never calls the network; NOTICE says where the table comes from.
package udf

// unknown is the answer for everything that is not in a province.
const unknown = "UnKnow"

// IPToProvince is the full official name of the Chinese province of a dotted-quad IPv4 address,
// such as "广东省", "北京市" or "内蒙古自治区". It is "UnKnow", never NULL, for NULL, for text that is
// no such address (IPv6, blanks around it, leading zeros, see parse), and for addresses elsewhere.
//
// The names are 35 fixed strings: nothing is allocated, and a name is always the same memory.
func IPToProvince(ip *string) string {
	if ip == nil {
		return unknown
	}
	addr, ok := parse(*ip)
	if !ok {
		return unknown
	}
	return table().nameOf(addr)
}
