package servers

import (
	"errors"
	"fmt"
	"net"
	"regexp"
	"strings"
	"testing"
)

// recorder stands for a test that is told to skip or to fail.
type recorder struct{ skipped, failed string }

func (r *recorder) Helper()                       {}
func (r *recorder) Cleanup(func())                {}
func (r *recorder) TempDir() string               { return "" }
func (r *recorder) Skipf(f string, a ...any)      { r.skipped = fmt.Sprintf(f, a...) }
func (r *recorder) Fatalf(f string, a ...any)     { r.failed = fmt.Sprintf(f, a...) }
func (r *recorder) got() (skipped, failed string) { return r.skipped, r.failed }

func TestMissingServerSkipsAndFailsInCI(t *testing.T) {
	tests := []struct{ ci, skipped, failed string }{
		{"", "servers: mariadb: not unpacked; run: make servers", ""},
		{"false", "servers: mariadb: not unpacked; run: make servers", ""},
		{"true", "", "servers: mariadb: not unpacked; run: make servers"},
	}
	t.Chdir(t.TempDir())
	for _, tt := range tests {
		t.Setenv("CI", tt.ci)
		r := &recorder{}
		if s := MariaDB(r); s != nil {
			t.Fatal("a server was found in an empty folder")
		}
		if skipped, failed := r.got(); skipped != tt.skipped || failed != tt.failed {
			t.Errorf("CI=%q: skipped %q, failed %q", tt.ci, skipped, failed)
		}
	}
}

func TestBrokenServerFailsAlsoOutsideCI(t *testing.T) {
	t.Setenv("CI", "")
	r := &recorder{}
	SkipOrFail(r, errors.New("no disk"))
	if r.failed != "servers: no disk" || r.skipped != "" {
		t.Errorf("failed %q, skipped %q", r.failed, r.skipped)
	}
}

func TestMariaDBStartsStopsAndStartsAgain(t *testing.T) {
	s := MariaDB(t)
	if err := s.greets(); err != nil {
		t.Fatal(err)
	}
	s.Stop()
	expectClosed(t, s.Addr())
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	s.Kill()
	expectClosed(t, s.Addr())
	checkVersion(t, MariaDBVersion)
}

func TestKafkaAnswers(t *testing.T) {
	s := Kafka(t)
	if err := s.answers(); err != nil {
		t.Fatal(err)
	}
	s.Kill()
	expectClosed(t, s.Bootstrap)
	checkVersion(t, KafkaVersion)
}

func TestServerThatEndsAtOnceShowsItsLog(t *testing.T) {
	s := MariaDB(t)
	other := &MariaDBServer{Host: s.Host, Port: 1, root: s.root, dir: t.TempDir()}
	err := other.Start() // there is no data folder
	if err == nil || !strings.Contains(err.Error(), "ended at once") {
		other.Kill()
		t.Fatalf("got %v", err)
	}
}

func expectClosed(t *testing.T, addr string) {
	t.Helper()
	if conn, err := net.Dial("tcp", addr); err == nil {
		conn.Close()
		t.Fatal("still listening on " + addr)
	}
}

func checkVersion(t *testing.T, version func() (string, error)) {
	t.Helper()
	v, err := version()
	if err != nil || !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(v) {
		t.Errorf("version %q, %v", v, err)
	}
}
