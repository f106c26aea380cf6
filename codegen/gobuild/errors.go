package gobuild

import (
	"fmt"
	"path/filepath"
	"strings"
)

// EnvironmentError is a failure of the machine: no Go toolchain, no network, no disk. Exit code 4.
type EnvironmentError struct{ What, Cure string }

// Error gives what is wrong and what to do.
func (e *EnvironmentError) Error() string { return e.What + "\nhint: " + e.Cure }

// UserCodeError is Go code of the user's own functions that does not compile. Exit code 1.
type UserCodeError struct{ Output string }

// Error gives the compiler's messages with their Go positions.
func (e *UserCodeError) Error() string {
	return "the Go code of a function does not compile:\n" + e.Output
}

// BugError is a generated program that does not compile: a bug of flinkc. Exit code 3.
type BugError struct{ Dir, Output string }

// Error says what to attach to a report.
func (e *BugError) Error() string {
	return fmt.Sprintf("the generated program does not compile: this is a bug of flinkc.\n"+
		"hint: Please report it with the script and the folder %s.\n%s", e.Dir, e.Output)
}

// classify finds out who is to blame for a failed build.
func classify(p *Program, output string, err error) error {
	switch {
	case contains(output, "dial tcp", "no such host", "i/o timeout", "module lookup disabled", "proxyconnect"):
		return &EnvironmentError{"a module of the runtime or of your functions could not be downloaded:\n" + output,
			"Connect to the network once, so that the module cache is filled."}
	case contains(output, "no space left on device", "permission denied"):
		return &EnvironmentError{strings.TrimSpace(output), "Free disk space, or make the folders writable."}
	case p.Functions.blamed(output):
		return &UserCodeError{strings.TrimSpace(output)}
	}
	return &BugError{Output: fmt.Sprintf("%s(%v)", output, err)}
}

func contains(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// blamed reports whether the first error of a build lies in the user's folders.
func (f *Functions) blamed(output string) bool {
	for _, m := range f.modules {
		for _, line := range strings.Split(output, "\n") {
			file, _, ok := strings.Cut(line, ".go:")
			if !ok {
				continue
			}
			if rel, err := filepath.Rel(m.dir, absolute(filepath.Join(f.buildDir, "program", file))); err == nil &&
				!strings.HasPrefix(rel, "..") && !m.runtime {
				return true
			}
			if m.path != "" && strings.Contains(file, m.path) {
				return true
			}
		}
		if m.path != "" && strings.Contains(output, "# "+m.path) && !m.runtime {
			return true
		}
	}
	return strings.Contains(output, "# "+copiedPrefix) || f.runtimeUser(output)
}

// runtimeUser: the functions live in the module of the runtime itself, outside of its library.
func (f *Functions) runtimeUser(output string) bool {
	for _, line := range strings.Split(output, "\n") {
		if pkg, ok := strings.CutPrefix(line, "# "); ok {
			return strings.HasPrefix(pkg, runtimeModule+"/") && !strings.HasPrefix(pkg, runtimeModule+"/rtlib")
		}
	}
	return false
}
