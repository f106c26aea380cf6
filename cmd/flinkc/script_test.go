package main

import (
	"debug/dwarf"
	"debug/elf"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts of testdata/script run the command as a user does. The module proxy is off: a build
// needs no network once the module cache is filled.

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"flinkc": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata/script",
		Setup: setupScript,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": cmdExits, "static": cmdStatic, "jail": cmdJail, "smaller": cmdSmaller,
			"withoutgo": cmdWithoutGo, "lines": cmdLines,
		},
		Condition:           func(string) (bool, error) { return false, nil },
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
	})
}

// setupScript shares Go's caches with the scripts, which have no home of their own.
func setupScript(env *testscript.Env) error {
	out, err := exec.Command("go", "env", "GOCACHE", "GOMODCACHE").Output()
	if err != nil {
		return err
	}
	dirs := strings.Fields(string(out))
	repository, err := filepath.Abs("../..")
	if err != nil {
		return err
	}
	env.Setenv("GOCACHE", dirs[0])
	env.Setenv("GOMODCACHE", dirs[1])
	env.Setenv("GOPROXY", "off")
	env.Setenv("GOFLAGS", "")
	env.Setenv("GOWORK", "")
	env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
	env.Setenv("REPOSITORY", repository)
	env.Setenv("NO_COLOR", "1")
	return nil
}

// cmdExits runs a command and wants an exit code: exits 1 flinkc check a.sql.
func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGS]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// cmdStatic wants an ELF file that asks for no interpreter and no libraries.
func cmdStatic(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: static FILE")
	}
	f, err := elf.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			ts.Fatalf("%s has a segment %v", args[0], p.Type)
		}
	}
	ts.Logf("%s is static, %v", args[0], f.Machine)
}

// cmdJail runs a program alone in an otherwise empty root, as far as this machine lets us: with
// chroot as root or in a user namespace.
func cmdJail(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: jail PROGRAM [ARGS]")
	}
	root := ts.MkAbs("jail")
	ts.Check(os.MkdirAll(root, 0o755))
	program, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(filepath.Join(root, "program"), program, 0o755))
	command := append([]string{"chroot", root, "/program"}, args[1:]...)
	if os.Getuid() != 0 {
		command = append([]string{"unshare", "-r"}, command...)
	}
	ts.Check(ts.Exec(command[0], command[1:]...))
}

// cmdSmaller wants a file of at most so many bytes.
func cmdSmaller(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: smaller FILE BYTES")
	}
	most, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if info.Size() > most {
		ts.Fatalf("%s has %d bytes, want at most %d", args[0], info.Size(), most)
	}
}

// cmdLines wants code of a program that says it is in a line of a file: lines PROGRAM FILE LINE...
// "! lines PROGRAM" wants a program that says nothing of lines.
func cmdLines(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: lines PROGRAM FILE LINE...")
	}
	f, err := elf.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	if neg {
		if f.Section(".debug_line") != nil || f.Section(".zdebug_line") != nil {
			ts.Fatalf("%s has DWARF", args[0])
		}
		return
	}
	data, err := f.DWARF()
	ts.Check(err)
	found := linesOf(ts, data, args[1])
	for _, want := range args[2:] {
		if line, err := strconv.Atoi(want); err != nil || !found[line] {
			ts.Fatalf("no code is in line %s of %s; there is code of %v", want, args[1], found)
		}
	}
}

// linesOf lists the lines of a file that a program's code is in.
func linesOf(ts *testscript.TestScript, data *dwarf.Data, file string) map[int]bool {
	found := map[int]bool{}
	units := data.Reader()
	for {
		unit, err := units.Next()
		ts.Check(err)
		if unit == nil {
			return found
		}
		units.SkipChildren()
		lines, err := data.LineReader(unit)
		ts.Check(err)
		var e dwarf.LineEntry
		for lines != nil && lines.Next(&e) == nil {
			if e.File != nil && e.File.Name == file {
				found[e.Line] = true
			}
		}
	}
}

// cmdWithoutGo leaves only flinkc on PATH.
func cmdWithoutGo(ts *testscript.TestScript, _ bool, _ []string) {
	flinkc, err := exec.LookPath("flinkc")
	ts.Check(err)
	ts.Setenv("PATH", filepath.Dir(flinkc))
}
