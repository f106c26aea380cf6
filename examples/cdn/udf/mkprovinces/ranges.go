package main

import (
	"encoding/binary"
	"strings"
)

// ip2region.db, format 1, all numbers little-endian:
//
//	0   uint32 offset of the first range, uint32 offset of the last one
//	..  regions: uint32 city, then "country|area|province|city|isp" with "0" for what is unknown
//	..  ranges of 12 bytes: uint32 first address, uint32 last address,
//	    uint32 region: its length (city included) in the upper 8 bits, its offset in the lower 24
//
// The ranges are in order and cover all addresses.

const rangeSize = 12

// provinceRun is a stretch of addresses of one province: it ends where the next run starts.
type provinceRun struct {
	start    uint32
	province uint8 // index in provinces plus 1; 0 for none
}

// provinceRuns reads the ranges and merges neighbours of the same province.
func provinceRuns(data []byte) (runs []provinceRun, err error) {
	ranges, err := rangeTable(data)
	if err != nil {
		return nil, err
	}
	next := uint32(0)
	for i := 0; i*rangeSize < len(ranges); i++ {
		entry := ranges[i*rangeSize:]
		first, last := binary.LittleEndian.Uint32(entry), binary.LittleEndian.Uint32(entry[4:])
		if first != next {
			return nil, errGap(i, first, next)
		}
		if last < first {
			return nil, errBackwards(i)
		}
		id, err := province(data, i, binary.LittleEndian.Uint32(entry[8:]))
		if err != nil {
			return nil, err
		}
		if n := len(runs); n == 0 || runs[n-1].province != id {
			runs = append(runs, provinceRun{first, id})
		}
		next = last + 1
	}
	if next != 0 { // the last address is 255.255.255.255
		return nil, errGap(len(ranges)/rangeSize, 0, next)
	}
	return runs, nil
}

func rangeTable(data []byte) ([]byte, error) {
	if len(data) < 8 {
		return nil, errShort
	}
	first, last := binary.LittleEndian.Uint32(data), binary.LittleEndian.Uint32(data[4:])
	end := uint64(last) + rangeSize
	if first > last || end > uint64(len(data)) || (last-first)%rangeSize != 0 {
		return nil, errShort
	}
	return data[first:end], nil
}

// province is the run's number for the region of range i.
func province(data []byte, i int, region uint32) (uint8, error) {
	offset, size := region&0xffffff, region>>24
	if size < 4 || uint64(offset)+uint64(size) > uint64(len(data)) {
		return 0, errShort
	}
	text := string(data[offset+4 : offset+size])
	parts := strings.Split(text, "|")
	if len(parts) != 5 {
		return 0, errRegion(i, text)
	}
	if parts[0] != "中国" || parts[2] == "0" {
		return 0, nil
	}
	if id := provinceNumber(parts[2]); id > 0 {
		return id, nil
	}
	return 0, errProvince(i, parts[2])
}
