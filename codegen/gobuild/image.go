package gobuild

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// ImageOptions describe a container image.
type ImageOptions struct {
	GOOS, GOARCH string
	Labels       map[string]string
}

// Image is a container image of one static program. It holds the program, the roots of certificate
// authorities and a user without rights, and nothing else: no shell, no package manager.
type Image struct {
	Digest string // of the manifest: sha256:..
	image  v1.Image
}

// imageProgram is where the program lies in its image.
const imageProgram = "/pipeline"

// imageUser is the user that the program runs as: the "nonroot" of the usual images without a
// distribution, so that rules of clusters against root let it pass.
const imageUser = "65532"

// epoch is the time of everything in an image: the same input gives the same digest.
var epoch = time.Unix(0, 0).UTC()

// NewImage makes the image of a program. Roots come first: the layer is the same for all programs of
// a release, and is stored and sent once.
func NewImage(program string, o ImageOptions) (*Image, error) {
	binary, err := os.ReadFile(program)
	if err != nil {
		return nil, err
	}
	image := mutate.ConfigMediaType(mutate.MediaType(empty.Image, types.OCIManifestSchema1),
		types.OCIConfigJSON)
	for _, files := range [][]imageFile{baseFiles(), {{imageProgram[1:], 0o755, binary}}} {
		if image, err = appendLayer(image, files); err != nil {
			return nil, err
		}
	}
	if image, err = configure(image, o); err != nil {
		return nil, err
	}
	digest, err := image.Digest()
	if err != nil {
		return nil, err
	}
	return &Image{digest.String(), image}, nil
}

// imageFile is a file in a layer; a name that ends in a slash is a folder.
type imageFile struct {
	name    string
	mode    int64
	content []byte
}

// baseFiles are those below the program. /tmp is there because spilling and libraries expect it.
func baseFiles() []imageFile {
	return []imageFile{
		{"etc/", 0o755, nil},
		{"etc/group", 0o644, []byte("root:x:0:\nnonroot:x:" + imageUser + ":\n")},
		{"etc/passwd", 0o644, []byte("root:x:0:0:root:/:/sbin/nologin\nnonroot:x:" +
			imageUser + ":" + imageUser + ":nonroot:/tmp:/sbin/nologin\n")},
		{"etc/ssl/", 0o755, nil},
		{"etc/ssl/certs/", 0o755, nil},
		{"etc/ssl/certs/ca-certificates.crt", 0o644, rootsPEM()},
		{"tmp/", 0o1777, nil},
	}
}

func appendLayer(image v1.Image, files []imageFile) (v1.Image, error) {
	text, err := archive(files)
	if err != nil {
		return nil, err
	}
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
	layer, err := tarball.LayerFromOpener(open, tarball.WithMediaType(types.OCILayer),
		tarball.WithCompressionLevel(gzip.BestCompression), tarball.WithCompressedCaching)
	if err != nil {
		return nil, err
	}
	return mutate.AppendLayers(image, layer)
}

// archive is a tar of files, all of root and of the same time.
func archive(files []imageFile) ([]byte, error) {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Mode: f.mode, Size: int64(len(f.content)), ModTime: epoch,
			Typeflag: tar.TypeReg, Format: tar.FormatUSTAR}
		if f.name[len(f.name)-1] == '/' {
			h.Typeflag = tar.TypeDir
		}
		if err := w.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := w.Write(f.content); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

func configure(image v1.Image, o ImageOptions) (v1.Image, error) {
	file, err := image.ConfigFile()
	if err != nil {
		return nil, err
	}
	file = file.DeepCopy()
	file.OS, file.Architecture, file.Created = o.GOOS, o.GOARCH, v1.Time{Time: epoch}
	for i := range file.History {
		file.History[i] = v1.History{Created: v1.Time{Time: epoch}, CreatedBy: "flinkc build"}
	}
	file.Config = v1.Config{
		User: imageUser + ":" + imageUser, Entrypoint: []string{imageProgram}, WorkingDir: "/tmp",
		Env:    []string{"PATH=/", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"},
		Labels: o.Labels,
	}
	return mutate.ConfigFile(image, file)
}

// WriteFile writes the image as a tar that is both an OCI layout and what docker load reads. tag
// is the name under which docker load shows it.
func (i *Image) WriteFile(name, tag string) error {
	files, err := i.files(tag)
	if err != nil {
		return err
	}
	text, err := archive(files)
	if err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o644)
}

const blobs = "blobs/sha256/"

// files are those of the layout: blobs by digest, the index that names the manifest, and the list
// that docker load wants.
func (i *Image) files(tag string) ([]imageFile, error) {
	raw, err := i.image.RawManifest()
	if err != nil {
		return nil, err
	}
	manifest, err := i.image.Manifest()
	if err != nil {
		return nil, err
	}
	config, err := i.image.RawConfigFile()
	if err != nil {
		return nil, err
	}
	digest, err := i.image.Digest()
	if err != nil {
		return nil, err
	}
	out := []imageFile{
		{"oci-layout", 0o644, []byte(`{"imageLayoutVersion":"1.0.0"}`)},
		{"blobs/", 0o755, nil}, {blobs, 0o755, nil},
		{blobs + digest.Hex, 0o644, raw},
		{blobs + manifest.Config.Digest.Hex, 0o644, config},
	}
	layers, err := i.layerFiles()
	if err != nil {
		return nil, err
	}
	out = append(out, layers...)
	return append(out, imageFile{"index.json", 0o644, indexJSON(digest, int64(len(raw)), tag)},
		imageFile{"manifest.json", 0o644, dockerJSON(manifest.Config.Digest, layers, tag)}), nil
}

func (i *Image) layerFiles() ([]imageFile, error) {
	layers, err := i.image.Layers()
	if err != nil {
		return nil, err
	}
	var out []imageFile
	for _, l := range layers {
		digest, err := l.Digest()
		if err != nil {
			return nil, err
		}
		r, err := l.Compressed()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		out = append(out, imageFile{blobs + digest.Hex, 0o644, content})
	}
	return out, nil
}

func indexJSON(manifest v1.Hash, size int64, tag string) []byte {
	return marshal(v1.IndexManifest{SchemaVersion: 2, MediaType: types.OCIImageIndex,
		Manifests: []v1.Descriptor{{MediaType: types.OCIManifestSchema1, Size: size, Digest: manifest,
			Annotations: map[string]string{"org.opencontainers.image.ref.name": tag}}}})
}

func dockerJSON(config v1.Hash, layers []imageFile, tag string) []byte {
	d := tarball.Descriptor{Config: blobs + config.Hex, RepoTags: []string{tag}}
	for _, l := range layers {
		d.Layers = append(d.Layers, l.name)
	}
	return marshal(tarball.Manifest{d})
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("gobuild: image: " + err.Error()) // of strings and numbers only
	}
	return b
}
