// Command mkprovinces makes the table of examples/cdn/udf from the npm package ip2region 2.3.0:
//
//	go run ./examples/cdn/udf/mkprovinces -npm                     # fetches the package with npm
//	go run ./examples/cdn/udf/mkprovinces -from ip2region-2.3.0.tgz
//	go run ./examples/cdn/udf/mkprovinces -from ip2region.db
//
// The data must have the known SHA-256, so that the committed table can be made again byte by byte.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	npm := flag.Bool("npm", false, "fetch the package "+packageName+" with npm")
	from := flag.String("from", "", "the package (.tgz) or its data (.db)")
	to := flag.String("o", "examples/cdn/udf/provinces.bin", "the table to write")
	flag.Parse()
	if err := run(*npm, *from, *to); err != nil {
		fmt.Fprintln(os.Stderr, "mkprovinces:", err)
		os.Exit(1)
	}
}

// run makes the table; exactly one of npm and from says where the data comes from.
func run(npm bool, from, to string) error {
	if npm == (from != "") {
		return errSource
	}
	data, err := read(npm, from)
	if err != nil {
		return err
	}
	if err := checkHash(data); err != nil {
		return err
	}
	runs, err := provinceRuns(data)
	if err != nil {
		return err
	}
	fmt.Printf("%d runs of %d provinces\n", len(runs), len(provinces))
	return os.WriteFile(to, encode(runs), 0o644)
}
