package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/tarball"

	"github.com/flinkc/flinkc/codegen/gobuild"
)

// The image file is read back by the library's own readers, both as docker load and as an OCI layout.

func writeTestImage(t *testing.T, program string) (file string, image *gobuild.Image) {
	t.Helper()
	dir := t.TempDir()
	binary := filepath.Join(dir, "program")
	if err := os.WriteFile(binary, []byte(program), 0o755); err != nil {
		t.Fatal(err)
	}
	image, err := gobuild.NewImage(binary, gobuild.ImageOptions{GOOS: "linux", GOARCH: "arm64",
		Labels: map[string]string{"org.opencontainers.image.title": "x"}})
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(dir, "image.tar")
	if err := image.WriteFile(file, "x:latest"); err != nil {
		t.Fatal(err)
	}
	return file, image
}

func TestImageIsReadByDocker(t *testing.T) {
	file, _ := writeTestImage(t, "program")
	image, err := tarball.ImageFromPath(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkConfig(t, image)
}

func TestImageIsAnOCILayout(t *testing.T) {
	file, written := writeTestImage(t, "program")
	dir := t.TempDir()
	unpack(t, file, dir)
	index, err := layout.ImageIndexFromPath(dir)
	if err != nil {
		t.Fatal(err)
	}
	manifest, err := index.IndexManifest()
	if err != nil {
		t.Fatal(err)
	}
	digest := manifest.Manifests[0].Digest
	if digest.String() != written.Digest {
		t.Errorf("the index names %v, the command printed %s", digest, written.Digest)
	}
	image, err := index.Image(digest)
	if err != nil {
		t.Fatal(err)
	}
	checkConfig(t, image)
	checkFiles(t, image)
}

func checkConfig(t *testing.T, image v1.Image) {
	t.Helper()
	c, err := image.ConfigFile()
	if err != nil {
		t.Fatal(err)
	}
	if c.OS != "linux" || c.Architecture != "arm64" || c.Config.User != "65532:65532" ||
		!slices.Equal(c.Config.Entrypoint, []string{"/pipeline"}) || c.Created.Unix() != 0 ||
		c.Config.Labels["org.opencontainers.image.title"] != "x" {
		t.Errorf("%+v", c)
	}
}

// checkFiles reads the layers: the program, and roots that Go's verifier accepts.
func checkFiles(t *testing.T, image v1.Image) {
	t.Helper()
	layers, err := image.Layers()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, l := range layers {
		r, err := l.Uncompressed()
		if err != nil {
			t.Fatal(err)
		}
		eachFile(t, r, func(h *tar.Header, text []byte) { files[h.Name] = string(text) })
	}
	if files["pipeline"] != "program" {
		t.Errorf("the program is %q", files["pipeline"])
	}
	pem := files["etc/ssl/certs/ca-certificates.crt"]
	if n := strings.Count(pem, "BEGIN CERTIFICATE"); n < 100 {
		t.Errorf("%d certificate authorities", n)
	}
	if !x509.NewCertPool().AppendCertsFromPEM([]byte(pem)) {
		t.Error("the certificate authorities do not parse")
	}
}

func eachFile(t *testing.T, r io.Reader, visit func(*tar.Header, []byte)) {
	t.Helper()
	for in := tar.NewReader(r); ; {
		h, err := in.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		visit(h, text)
	}
}

func unpack(t *testing.T, file, dir string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	eachFile(t, bytes.NewReader(b), func(h *tar.Header, text []byte) {
		if want, ok := strings.CutPrefix(h.Name, "blobs/sha256/"); ok && want != "" {
			if got := fmt.Sprintf("%x", sha256.Sum256(text)); got != want {
				t.Errorf("blob %s has the digest %s", want, got)
			}
		}
		name := filepath.Join(dir, h.Name)
		if h.Typeflag == tar.TypeDir {
			err = os.MkdirAll(name, 0o755)
		} else {
			err = os.WriteFile(name, text, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestImageDigestDependsOnTheProgramOnly(t *testing.T) {
	_, a := writeTestImage(t, "program")
	_, b := writeTestImage(t, "program")
	_, c := writeTestImage(t, "another")
	if a.Digest != b.Digest || a.Digest == c.Digest {
		t.Errorf("%s, %s, %s", a.Digest, b.Digest, c.Digest)
	}
}
