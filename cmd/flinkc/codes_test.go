package main

import (
	"errors"
	"io"
	"testing"

	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/lang/diag"
)

func TestEveryCodeIsWholeAndPrints(t *testing.T) {
	for _, d := range allCodes() {
		if d.Code == "" || d.Title == "" || d.Text == "" || d.Example == "" || d.Cure == "" {
			t.Errorf("%+v lacks a part", d)
		}
		if found, err := findCode(d.Code); err != nil || found.Code != d.Code {
			t.Errorf("%s is not found: %v", d.Code, err)
		}
		if err := printCode(io.Discard, d); err != nil {
			t.Error(err)
		}
	}
}

// The example of literal-secret gives it, once, and for the table that has the credential.
func TestExampleOfLiteralSecret(t *testing.T) {
	doc, err := findCode(codeLiteralSecret)
	if err != nil {
		t.Fatal(err)
	}
	c := &compilation{path: "-", source: diag.NewSource("x.sql", doc.Example)}
	c.check(nil)
	if c.diags.HasErrors() {
		t.Fatal(c.diags)
	}
	got := literalSecrets(diag.Warning)(c)
	if len(got) != 2 || got[0].Code != codeLiteralSecret {
		t.Errorf("%v", got)
	}
}

func TestExitCodes(t *testing.T) {
	tests := []struct {
		err   error
		code  int
		shown bool
	}{
		{errReported, 1, false},
		{errNotFormatted([]string{"a"}), 1, false},
		{&gobuild.UserCodeError{}, 1, true},
		{usagef("x"), 2, true},
		{errors.New("unknown shorthand flag"), 2, true},
		{&gobuild.TargetError{Target: "a/b"}, 2, true},
		{bugError{errors.New("x")}, 3, true},
		{&gobuild.BugError{}, 3, true},
		{errNoCache(errors.New("x")), 4, true},
		{errCannotWrite(errors.New("x")), 4, true},
		{exitError(5), 5, false},
		{exitError(77), 77, false},
	}
	for _, tt := range tests {
		if code, shown := classify(tt.err); code != tt.code || shown != tt.shown {
			t.Errorf("%T %v: %d %v, want %d %v", tt.err, tt.err, code, shown, tt.code, tt.shown)
		}
	}
}
