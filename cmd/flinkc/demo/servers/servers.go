// Package servers starts the real servers that .ci/servers.sh has unpacked into .cache: MariaDB
// and Apache Kafka. They listen on free loopback ports, keep their data in the folder given to
// them, and end with the test or the program that started them.
package servers

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// TB is what this package needs of a *testing.T or *testing.B. Programs that start servers
// outside of tests must not link the testing package.
type TB interface {
	Helper()
	Skipf(format string, args ...any)
	Fatalf(format string, args ...any)
	Cleanup(func())
	TempDir() string
}

// ErrMissing is returned when a server is not in .cache.
var ErrMissing = errors.New("not unpacked; run: make servers")

// MariaDB starts a MariaDB for a test and stops it at the test's end. Without one in .cache the
// test is skipped, but fails with CI=true. Settings are further arguments of mariadbd.
func MariaDB(t TB, settings ...string) *MariaDBServer {
	t.Helper()
	s, err := StartMariaDB(t.TempDir(), settings...)
	if err != nil {
		SkipOrFail(t, err)
		return nil
	}
	t.Cleanup(s.Kill)
	return s
}

// Kafka starts a one-node Apache Kafka for a test and stops it at the test's end. Without one in
// .cache the test is skipped, but fails with CI=true.
func Kafka(t TB) *KafkaServer {
	t.Helper()
	s, err := StartKafka(t.TempDir())
	if err != nil {
		SkipOrFail(t, err)
		return nil
	}
	t.Cleanup(s.Kill)
	return s
}

// SkipOrFail ends a test that cannot have its server: a missing server is a skip, or a failure with
// CI=true; everything else is a failure.
func SkipOrFail(t TB, err error) {
	t.Helper()
	ci, _ := strconv.ParseBool(os.Getenv("CI"))
	if errors.Is(err, ErrMissing) && !ci {
		t.Skipf("servers: %v", err)
		return
	}
	t.Fatalf("servers: %v", err)
}

// cached returns a path in the .cache folder of the module around the working folder.
func cached(server string, path ...string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	// Tests run in their package's folder, and .cache is at the module's top: look upwards.
	for ; ; dir = filepath.Dir(dir) {
		found := filepath.Join(append([]string{dir, ".cache", server}, path...)...)
		if _, err := os.Stat(found); err == nil {
			return found, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("%s: %w", server, ErrMissing)
		}
	}
}
