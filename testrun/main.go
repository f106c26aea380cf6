// Command testrun runs `go test -json` with its arguments and says at the end, in one line, how
// many tests ran and against which real servers.
//
// It prints what `go test` prints: a line a package, and the output of what failed. What it adds:
// tests are counted, each skip is listed with its reason, and with CI=true a skip is a failure,
// so that a test that never runs cannot pass for one that does.
package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
)

func main() {
	ci, _ := strconv.ParseBool(os.Getenv("CI"))
	r := newReport(os.Stdout)
	failed := goTest(r, os.Args[1:])
	os.Exit(r.finish(serverLine(), failed, ci))
}

// goTest runs the tests and feeds their events to the report. It says whether go test failed, which
// it also does for what is no test's failure, such as a package that does not compile.
func goTest(r *report, args []string) bool {
	c := exec.Command("go", append([]string{"test", "-json"}, args...)...)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return complain(err)
	}
	if err := c.Start(); err != nil {
		return complain(err)
	}
	readErr := r.read(out)
	// What is left must be read, or go test would block on a full pipe and never end.
	_, _ = io.Copy(io.Discard, out)
	if err := c.Wait(); err != nil || readErr != nil {
		return complain(readErr)
	}
	return false
}

// complain prints an error that is not a test's, if there is one, and reports true: "it failed".
func complain(err error) bool {
	if err != nil {
		fmt.Fprintln(os.Stderr, "testrun:", err)
	}
	return true
}

// presence is which servers the tests had: their versions, or why there is none.
type presence struct {
	versions string
	missing  error
}

// serverLine asks for the versions of the unpacked servers.
func serverLine() presence {
	kafka, err := servers.KafkaVersion()
	if err != nil {
		return presence{missing: err}
	}
	mariadb, err := servers.MariaDBVersion()
	if err != nil {
		return presence{missing: err}
	}
	return presence{versions: fmt.Sprintf("kafka %s, mariadb %s", kafka, mariadb)}
}
