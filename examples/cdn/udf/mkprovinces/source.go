package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	packageName = "ip2region@2.3.0"
	packageFile = "ip2region-2.3.0.tgz"
	dataPath    = "package/data/ip2region.db" // in the package
	dataHash    = "3a8baab4f2e536a1c4a9be683cc81d563b0d4f942b304202be6f0d4aecc7f5d4"
)

// read returns the content of ip2region.db.
func read(npm bool, from string) ([]byte, error) {
	if npm {
		return fetch()
	}
	content, err := os.ReadFile(from)
	if err != nil || !strings.HasSuffix(from, ".tgz") {
		return content, err
	}
	return unpack(content)
}

// fetch lets npm download the package: its client knows the registry and its mirrors.
func fetch() ([]byte, error) {
	dir, err := os.MkdirTemp("", "mkprovinces")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }() // what is left is the temporary folder's to lose
	cmd := exec.Command("npm", "pack", packageName)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, errNPM(err, out)
	}
	content, err := os.ReadFile(filepath.Join(dir, packageFile))
	if err != nil {
		return nil, err
	}
	return unpack(content)
}

// unpack returns the data file of a package.
func unpack(tgz []byte) ([]byte, error) {
	plain, err := gzip.NewReader(bytes.NewReader(tgz))
	if err != nil {
		return nil, err
	}
	for files := tar.NewReader(plain); ; {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil, errNoData
		}
		if err != nil {
			return nil, err
		}
		if h.Name == dataPath {
			return io.ReadAll(files)
		}
	}
}

func checkHash(data []byte) error {
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != dataHash {
		return errHash(got)
	}
	return nil
}
