package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/flinkc/flinkc/codegen/gobuild"
)

// writeImage writes the container image of a built program and prints its digest. The file appears
// whole or not at all.
func (c *compilation) writeImage(file string, o gobuild.Options) error {
	image, err := gobuild.NewImage(o.Output, gobuild.ImageOptions{
		GOOS: o.GOOS, GOARCH: o.GOARCH,
		Labels: map[string]string{
			"org.opencontainers.image.title":       c.name(),
			"org.opencontainers.image.description": "pipeline compiled from " + c.source.Name,
			"dev.flinkc.version":                   version,
			"dev.flinkc.query":                     c.hash(),
		},
	})
	if err != nil {
		return errCannotWrite(err)
	}
	tmp := file + ".part"
	if err := image.WriteFile(tmp, strings.ToLower(safeFileName(c.name()))+":latest"); err != nil {
		_ = os.Remove(tmp)
		return errCannotWrite(err)
	}
	if err := os.Rename(tmp, file); err != nil {
		return errCannotWrite(err)
	}
	fmt.Println(image.Digest)
	return nil
}
