package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// explainParts are what `flinkc explain` shows.
type explainParts struct{ syntax, logical, physical, guarantees, access, goCode, svg bool }

// orDefault is what is shown when nothing was asked for.
func (p explainParts) orDefault() explainParts {
	if p == (explainParts{}) {
		return explainParts{logical: true, physical: true, guarantees: true}
	}
	return p
}

func explainCommand() *cobra.Command {
	var f scriptFlags
	var parts explainParts
	c := &cobra.Command{
		Use:   "explain SCRIPT",
		Short: "Show how a script is understood and run",
		Args:  one,
		RunE: func(cmd *cobra.Command, args []string) error {
			if parts.svg && parts != (explainParts{svg: true}) {
				return errSVGAlone()
			}
			c, err := f.checked(args[0])
			if err != nil {
				return err
			}
			return c.explain(cmd.OutOrStdout(), parts.orDefault())
		},
	}
	f.add(c)
	flags := c.Flags()
	flags.BoolVar(&parts.syntax, "syntax", false, "the canonical text of the script")
	flags.BoolVar(&parts.logical, "logical", false, "the bound plan with types, changes and keys")
	flags.BoolVar(&parts.physical, "physical", false, "stages and exchanges")
	flags.BoolVar(&parts.goCode, "go", false, "the generated Go")
	flags.BoolVar(&parts.guarantees, "guarantees", false, "what a restart means")
	flags.BoolVar(&parts.access, "access", false,
		"what is read and written outside, and with which rights")
	flags.BoolVar(&parts.svg, "svg", false, "stages and exchanges as a picture, and nothing else")
	return c
}

func (c *compilation) explain(w io.Writer, p explainParts) error {
	dir, err := c.cacheDir()
	if err != nil {
		return err
	}
	if err := c.generate(dir); err != nil {
		return c.shown(err)
	}
	if p.syntax {
		fmt.Fprint(w, lang.PrintScript(c.script))
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
	if p.access {
		fmt.Fprintf(w, "== Access ==\n%s\n", c.physical.Access())
	}
	if p.svg {
		fmt.Fprint(w, c.physical.SVG())
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
