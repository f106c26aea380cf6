package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// explainParts are what `flinkc explain` shows.
type explainParts struct{ syntax, logical, physical, guarantees, goCode bool }

func (c *compilation) explain(w io.Writer, p explainParts) error {
	dir, err := c.cacheDir()
	if err != nil {
		return err
	}
	if err := c.generate(dir); err != nil {
		return err
	}
	if p.syntax {
		for _, s := range c.script.Statements {
			fmt.Fprintf(w, "%s;\n\n", lang.Print(s))
		}
	}
	if p.logical {
		fmt.Fprintf(w, "== Logical plan ==\n%s\n", logical.String(c.plan))
	}
	if p.physical {
		fmt.Fprintf(w, "== Physical plan ==\n%s\n", c.physical.String())
	}
	if p.guarantees {
		fmt.Fprintf(w, "== Guarantees ==\n%s\n", c.physical.Guarantee())
	}
	if p.goCode {
		for _, f := range c.program.Files {
			fmt.Fprintf(w, "// ---- %s\n%s\n", f.Name, f.Source)
		}
	}
	return nil
}

func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}

// runChild runs a program, passes SIGTERM and SIGINT on, and returns its exit code as an error unless it is 0.
func runChild(p *exec.Cmd) error {
	if err := p.Start(); err != nil {
		return err
	}
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGTERM, os.Interrupt)
	defer signal.Stop(signals)
	go func() {
		for s := range signals {
			_ = p.Process.Signal(s)
		}
	}()
	err := p.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if code := exit.ExitCode(); code >= 0 {
			return exitError(code)
		}
		return exitError(exitPipeline)
	}
	return err
}
