package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

// verdict is what the tests said of a hollow function.
type verdict string

const (
	wasCaught verdict = "caught"
	survived  verdict = "SURVIVED"
	failed    verdict = "ERROR" // the place could not be tried; it is wrong in the list
)

// timeout is longer than the tests of any package need. A hollow function may well make a loop
// endless, and a test that does not end has caught it.
const timeout = "240s"

// unchanged remembers how each check ends in the tree as it is.
type unchanged struct {
	lock sync.Mutex
	done map[check]error
}

var asItIs = unchanged{done: map[check]error{}}

// passes returns an error when a check fails without any change: such a test catches nothing. Each
// check is run once in the tree as it is, however many places it serves.
func (u *unchanged) passes(c check) error {
	u.lock.Lock()
	defer u.lock.Unlock()
	err, known := u.done[c]
	if !known {
		if passed, out := c.run(); !passed {
			err = errUnchanged(c, out)
		}
		u.done[c] = err
	}
	return err
}

// try makes the function of a place hollow and runs its checks until one notices.
func try(p place) outcome {
	begun := time.Now()
	o := outcome{place: p}
	dir, err := os.MkdirTemp("", "mutation-")
	if err == nil {
		defer func() { _ = os.RemoveAll(dir) }()
		err = o.try(dir)
	}
	if err != nil {
		o.verdict, o.detail = failed, err.Error()
	}
	o.took = time.Since(begun)
	return o
}

func (o *outcome) try(dir string) error {
	overlay, err := writeOverlay(dir, o.place)
	if err != nil {
		return err
	}
	for _, c := range o.place.checks() {
		if err := asItIs.passes(c); err != nil {
			return err
		}
		passed, out := c.run("-overlay", overlay)
		// It would look like a test that fails, and count as caught.
		if bytes.Contains(out, []byte("[build failed]")) {
			return errBuild(out)
		}
		if !passed {
			o.verdict, o.detail = wasCaught, c.String()
			return nil
		}
		o.detail = c.String()
	}
	o.verdict = survived
	return nil
}

// writeOverlay writes the changed file and the file that go's -overlay flag wants.
func writeOverlay(dir string, p place) (string, error) {
	file, err := filepath.Abs(filepath.FromSlash(p.file))
	if err != nil {
		return "", err
	}
	src, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	changed, err := hollow(src, p)
	if err != nil {
		return "", err
	}
	by := filepath.Join(dir, filepath.Base(file))
	if err := os.WriteFile(by, changed, 0o600); err != nil {
		return "", err
	}
	text, err := json.Marshal(map[string]any{"Replace": map[string]string{file: by}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, text, 0o600)
}

// run runs a check with more flags and returns its output too. Vet is off: it would refuse some
// hollow functions, and the tests are asked here.
func (c check) run(flags ...string) (bool, []byte) {
	args := append([]string{"test", "-vet=off", "-failfast", "-timeout", timeout}, flags...)
	if c.golden == "" {
		args = append(args, c.pkg)
	} else {
		args = append(args, "-run", "^TestGolden", c.pkg, "-args", "-case="+c.golden)
	}
	out, err := exec.Command("go", args...).CombinedOutput()
	return err == nil, out
}
