package gobuild

import (
	"errors"
	"fmt"
	"testing"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// Who is to blame for what the go command says.
func TestClassify(t *testing.T) {
	mine := &logical.UserFunction{Name: "mine", Go: logical.GoFunc{Dir: "/home/u/shop/udf"}}
	copied1 := &logical.UserFunction{Name: "copied", Go: logical.GoFunc{Dir: "/home/u/loose"}}
	f := &Functions{
		all:      []*logical.UserFunction{mine, copied1},
		modules:  []module{{dir: "/home/u/shop", path: "example.com/shop"}},
		copies:   []copied{{"/home/u/loose", "loose"}},
		paths:    map[*logical.UserFunction]string{mine: "example.com/shop/udf", copied1: copiedPrefix + "loose"},
		buildDir: "/cache/build",
	}
	tests := []struct{ name, output, want string }{
		{"function", "# example.com/shop/udf\n../../home/u/shop/udf/f.go:3:4: undefined: x\n", "user mine"},
		{"what it imports", "# example.com/shop/inner\n../../home/u/shop/inner/f.go:3:4: no\n", "user mine"},
		{"copy", "# flinkc.local/functions/loose\nfunctions/loose/f.go:3:4: undefined: x\n", "user copied"},
		{"import", "../../home/u/shop/udf/f.go:4:2: package nowhere is not in std\n", "user mine"},
		{"generated", "# flinkc.local/program/pipeline\npipeline/job.go:3:4: undefined: x\n", "bug"},
		{"runtime", "# github.com/flinkc/flinkc/rtlib/job\nruntime/rtlib/job/main.go:1:1: no\n", "bug"},
		{"neighbour by name", "# example.com/shopping/udf\nx.go:1:1: no\n", "bug"},
		{"nothing", "", "bug"},
		{"network", "go: x@v1: Get \"u\": dial tcp: lookup u: no such host\n", "environment"},
		{"proxy off", "go: x@v1: module lookup disabled by GOPROXY=off\n", "environment"},
		{"disk", "write x: no space left on device\n", "environment"},
		{"old Go", "go: go.work requires go >= 1.99 (running go 1.26.0; GOTOOLCHAIN=local)\n", "environment"},
		{"target", "go: unsupported GOOS/GOARCH pair a/b\n", "target a/b"},
	}
	for _, tt := range tests {
		err := f.classify(Options{Dir: "/cache/build", GOOS: "a", GOARCH: "b"}, tt.output, errors.New("exit status 1"))
		if got := blame(err); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func blame(err error) string {
	switch e := err.(type) {
	case *UserCodeError:
		return "user " + e.Function.Name
	case *EnvironmentError:
		return "environment"
	case *TargetError:
		return "target " + e.Target
	case *BugError:
		return "bug"
	}
	return fmt.Sprintf("%T", err)
}

// A copy is shown as the file that the user has.
func TestMessagesNameTheUsersFiles(t *testing.T) {
	f := &Functions{copies: []copied{{"/home/u/loose", "loose"}}, buildDir: "/cache/build"}
	if file, _ := f.shownPlace("functions/loose/f.go:3:4: undefined: x"); file != "/home/u/loose/f.go" {
		t.Errorf("got %s", file)
	}
	if file, shown := f.shownPlace("\thave (string)"); file != "" || shown != "\thave (string)" {
		t.Errorf("got %q, %q", file, shown)
	}
}
