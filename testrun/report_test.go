package main

import (
	"errors"
	"strings"
	"testing"
)

// events writes the lines of go test -json: "action package test text".
func events(lines ...string) string {
	var b strings.Builder
	for _, l := range lines {
		f := strings.SplitN(l, " ", 4)
		b.WriteString(`{"Action":"` + f[0] + `","Package":"` + f[1] + `"`)
		if len(f) > 2 && f[2] != "-" {
			b.WriteString(`,"Test":"` + f[2] + `"`)
		}
		if len(f) > 3 {
			b.WriteString(`,"Output":"` + f[3] + `\n"`)
		}
		b.WriteString("}\n")
	}
	return b.String()
}

var both = presence{versions: "kafka 4.1.0, mariadb 10.11.19"}

func TestReport(t *testing.T) {
	tests := []struct {
		name    string
		in      string
		servers presence
		ci      bool
		failed  bool
		want    string
		code    int
	}{
		{
			name: "only leaves are counted", servers: both,
			in: events("run p TestA", "run p TestA/x", "run p TestA/y", "pass p TestA/x",
				"pass p TestA/y", "pass p TestA", "run p TestB", "pass p TestB", "pass p"),
			want: "3 passed, 0 failed, 0 skipped\nservers: kafka 4.1.0, mariadb 10.11.19, 3 tests\n",
		},
		{
			name: "same name in two packages", servers: both,
			in:   events("run p T/x", "pass p T/x", "pass p T", "run q T", "pass q T"),
			want: "2 passed, 0 failed, 0 skipped\nservers: kafka 4.1.0, mariadb 10.11.19, 2 tests\n",
		},
		{
			name: "a failure shows its output, a pass does not", servers: both, failed: true,
			in: events("run p T", "output p T wrong", "fail p T", "run p U", "output p U noise",
				"pass p U"),
			want: "wrong\n1 passed, 1 failed, 0 skipped\n" +
				"servers: kafka 4.1.0, mariadb 10.11.19, 2 tests\n",
			code: 1,
		},
		{
			name:    "without servers",
			servers: presence{missing: errors.New("kafka: not unpacked")},
			in: events("run p T", "output p T     a_test.go:1: servers: none",
				"output p T --- SKIP: T (0.00s)", "skip p T", "run p U", "pass p U"),
			want: "skipped p.T: a_test.go:1: servers: none\n1 passed, 0 failed, 1 skipped\n" +
				"SKIPPED servers: kafka: not unpacked\n",
		},
		{
			name: "a skip fails in CI", servers: both, ci: true,
			in: events("run p T", "skip p T", "run p U", "pass p U"),
			want: "skipped p.T: no reason given\nFAIL: nothing may be skipped with CI=true\n" +
				"1 passed, 0 failed, 1 skipped\nservers: kafka 4.1.0, mariadb 10.11.19, 1 tests\n",
			code: 1,
		},
		{
			name: "missing servers fail in CI even when no test asked for one", ci: true,
			servers: presence{missing: errors.New("kafka: not unpacked")},
			in:      events("run p U", "pass p U"),
			want: "FAIL: nothing may be skipped with CI=true\n1 passed, 0 failed, 0 skipped\n" +
				"SKIPPED servers: kafka: not unpacked\n",
			code: 1,
		},
		{
			name: "a package without tests is no skip", servers: both, ci: true,
			in:   events("output q - ?   q [no test files]", "skip q", "run p U", "pass p U"),
			want: "1 passed, 0 failed, 0 skipped\nservers: kafka 4.1.0, mariadb 10.11.19, 1 tests\n",
		},
		{
			name: "a package that does not compile", servers: both, failed: true,
			in: events("build-output p - x.go:1: undefined: y", "build-fail p", "run q U", "pass q U"),
			want: "x.go:1: undefined: y\n1 passed, 0 failed, 0 skipped\n" +
				"servers: kafka 4.1.0, mariadb 10.11.19, 1 tests\n",
			code: 1,
		},
		{
			name: "no test at all is a failure", servers: both,
			want: "0 passed, 0 failed, 0 skipped\nservers: kafka 4.1.0, mariadb 10.11.19, 0 tests\n",
			code: 1,
		},
		{
			name: "what is no event is shown", servers: both,
			in: "go: downloading x\n" + events("run p U", "pass p U"),
			want: "go: downloading x\n1 passed, 0 failed, 0 skipped\n" +
				"servers: kafka 4.1.0, mariadb 10.11.19, 1 tests\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			r := newReport(&out)
			if err := r.read(strings.NewReader(tt.in)); err != nil {
				t.Fatal(err)
			}
			code := r.finish(tt.servers, tt.failed, tt.ci)
			got := withoutPackages(out.String())
			if got != tt.want || code != tt.code {
				t.Errorf("exit code %d, want %d; printed\n%s\nwant\n%s", code, tt.code, got, tt.want)
			}
		})
	}
}

// withoutPackages drops the lines of packages, which carry times.
func withoutPackages(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if !strings.HasPrefix(line, "ok  ") && !strings.HasPrefix(line, "FAIL  ") {
			b.WriteString(line)
		}
	}
	return b.String()
}

func TestPackageLines(t *testing.T) {
	var out strings.Builder
	r := newReport(&out)
	in := events("run p T", "pass p T", "pass p", "output q - panic: oh", "fail q")
	if err := r.read(strings.NewReader(in)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		got = append(got, strings.Join(strings.Fields(line), " "))
	}
	want := "ok p 0.0s|panic: oh|FAIL q 0.0s"
	if strings.Join(got, "|") != want {
		t.Errorf("printed %q, want %q", got, want)
	}
}
