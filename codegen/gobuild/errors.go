package gobuild

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// EnvironmentError is a failure of the machine: no Go toolchain, no network, no disk. Exit code 4.
type EnvironmentError struct{ What, Cure string }

// Error gives what is wrong and what to do.
func (e *EnvironmentError) Error() string { return e.What + "\nhint: " + e.Cure }

// UserCodeError is Go code of the user's own functions that does not compile. Exit code 1.
type UserCodeError struct {
	// Function is a function whose package, or a package that it imports, is at fault; nil when
	// the script has no function that could be named.
	Function *logical.UserFunction
	// Lines are the messages of the go command; files are named from the current folder.
	Lines []string
}

// Error gives the compiler's messages with their Go positions.
func (e *UserCodeError) Error() string {
	return "the Go code of a function does not compile:\n" + strings.Join(e.Lines, "\n")
}

// TargetError is an operating system or processor that Go does not know. Exit code 2.
type TargetError struct{ Target string }

// Error names the target.
func (e *TargetError) Error() string {
	return fmt.Sprintf("Go does not build for %s\nhint: Write it as linux/amd64 or linux/arm64; "+
		"`go tool dist list` prints all.", e.Target)
}

// BugError is a generated program that does not compile: a bug of flinkc. Exit code 3.
type BugError struct{ Dir, Output string }

// Error says what to attach to a report.
func (e *BugError) Error() string {
	return fmt.Sprintf("the generated program does not compile: this is a bug of flinkc.\n"+
		"hint: Please report it with the script and the folder %s.\n%s", e.Dir, e.Output)
}

func errNoToolchain() error {
	return &EnvironmentError{"there is no Go toolchain on PATH",
		"Install Go " + goVersion() + " or later; check, explain and fmt work without."}
}

// errFolder is for files of the build that cannot be written, or sources that cannot be read.
func errFolder(err error) error {
	return &EnvironmentError{err.Error(),
		"The build folder must be writable; XDG_CACHE_HOME chooses where it is."}
}

func errNoModule(u *logical.UserFunction) error {
	return &UserCodeError{u, []string{fmt.Sprintf(
		"import path %q needs a go.mod in the script's folder or above", u.Go.ImportPath)}}
}

// What the go command says when the machine is to blame.
var (
	noNetwork = []string{"dial tcp", "no such host", "i/o timeout", "module lookup disabled",
		"proxyconnect", "TLS handshake"}
	noDisk = []string{"no space left on device", "permission denied", "read-only file system"}
	oldGo  = []string{"(running go ", "requires go >= "}
)

// classify finds out who is to blame for a failed build.
func (f *Functions) classify(o Options, output string, err error) error {
	switch {
	case errors.Is(err, os.ErrPermission), contains(output, noDisk):
		return &EnvironmentError{strings.TrimSpace(output), "Free disk space, or make the folders writable."}
	case contains(output, noNetwork):
		return &EnvironmentError{"a module could not be downloaded:\n" + strings.TrimSpace(output),
			"Connect to the network once, so that the module cache is filled."}
	case contains(output, oldGo):
		return &EnvironmentError{strings.TrimSpace(output), "Install a newer Go toolchain."}
	case strings.Contains(output, "unsupported GOOS/GOARCH pair"):
		return &TargetError{o.GOOS + "/" + o.GOARCH}
	}
	if user := f.blamed(output); user != nil {
		return user
	}
	return &BugError{o.Dir, fmt.Sprintf("%s(%v)", output, err)}
}

func contains(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// blamed returns the user's error when a message of the go command is about the user's code, and
// nil when all are about generated code or the runtime.
func (f *Functions) blamed(output string) *UserCodeError {
	var user *UserCodeError
	for line := range strings.Lines(output) {
		line = strings.TrimRight(line, "\r\n")
		if pkg, ok := strings.CutPrefix(line, "# "); ok {
			if f.userPackage(pkg) {
				user = orNew(user)
				user.Function = f.nearest(user.Function, f.functionOf(pkg))
			}
			continue
		}
		file, shown := f.shownPlace(line)
		if dir := filepath.Dir(file); file != "" && f.userFolder(dir) {
			user = orNew(user)
			user.Function = f.nearest(user.Function, f.functionIn(dir))
		}
		if user != nil && strings.TrimSpace(line) != "" {
			user.Lines = append(user.Lines, shown)
		}
	}
	if user != nil && user.Function == nil && len(f.all) > 0 {
		user.Function = f.all[0]
	}
	return user
}

func orNew(e *UserCodeError) *UserCodeError {
	if e == nil {
		return &UserCodeError{}
	}
	return e
}

// nearest keeps the function that was found first.
func (f *Functions) nearest(have, found *logical.UserFunction) *logical.UserFunction {
	if have != nil {
		return have
	}
	return found
}

// userPackage reports whether a package is the user's: in one of the user's modules or copies.
func (f *Functions) userPackage(importPath string) bool {
	if strings.HasPrefix(importPath, copiedPrefix) || f.functionOf(importPath) != nil {
		return true
	}
	return slices.ContainsFunc(f.modules, func(m module) bool {
		inside := importPath == m.path || strings.HasPrefix(importPath, m.path+"/")
		return inside && !(m.runtime && strings.HasPrefix(importPath, runtimeModule+"/rtlib"))
	})
}

func (f *Functions) functionOf(importPath string) *logical.UserFunction {
	for _, u := range f.all {
		if f.paths[u] == importPath {
			return u
		}
	}
	return nil
}

func (f *Functions) functionIn(dir string) *logical.UserFunction {
	for _, u := range f.all {
		if absolute(u.Go.Dir) == dir {
			return u
		}
	}
	return nil
}

// userFolder reports whether a folder is the user's, and not of the build or the runtime.
func (f *Functions) userFolder(dir string) bool {
	for _, c := range f.copies {
		if c.from == dir {
			return true
		}
	}
	return slices.ContainsFunc(f.modules, func(m module) bool {
		return within(dir, m.dir) && !within(dir, f.buildDir) &&
			!(m.runtime && within(dir, filepath.Join(m.dir, "rtlib")))
	})
}

func within(dir, of string) bool {
	rel, err := filepath.Rel(of, dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// shownPlace finds the file that a message is about, "" without, and returns the message with its
// name as seen from the current folder; a copy is shown as the file that it was made from.
func (f *Functions) shownPlace(line string) (file, shown string) {
	name, rest, ok := strings.Cut(line, ".go:")
	if !ok {
		return "", line
	}
	file = name + ".go"
	if !filepath.IsAbs(file) {
		file = filepath.Join(f.buildDir, file)
	}
	for _, c := range f.copies {
		if copyDir := filepath.Join(f.buildDir, "functions", c.name); within(file, copyDir) {
			file = filepath.Join(c.from, filepath.Base(file))
		}
	}
	return file, relative(file) + ":" + rest
}

// relative is a file as seen from the current folder.
func relative(file string) string {
	dir, err := os.Getwd()
	if err != nil {
		return file
	}
	if rel, err := filepath.Rel(dir, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}
