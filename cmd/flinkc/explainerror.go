package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/lang/diag"
)

func explainErrorCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "explain-error [CODE]",
		Short: "Say what an error means, with an example and its cure; without CODE list all",
		Args:  cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return codeNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			docs := allCodes()
			if len(args) == 1 {
				doc, err := findCode(args[0])
				if err != nil {
					return err
				}
				docs = []diag.Doc{doc}
			}
			if asJSON {
				return printCodesJSON(cmd.OutOrStdout(), docs)
			}
			if len(args) == 0 {
				return printCodeList(cmd.OutOrStdout(), docs)
			}
			return printCode(cmd.OutOrStdout(), docs[0])
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "an array of objects")
	return c
}

func codeNames() []string {
	var out []string
	for _, d := range allCodes() {
		out = append(out, d.Code)
	}
	return out
}

// findCode finds a code; brackets around it, as diagnostics print them, do not matter.
func findCode(code string) (diag.Doc, error) {
	code = strings.ToLower(code)
	for _, word := range []string{"error", "warning", "note", "["} {
		code = strings.TrimPrefix(code, word)
	}
	code = strings.TrimSuffix(code, "]")
	for _, d := range allCodes() {
		if d.Code == code {
			return d, nil
		}
	}
	return diag.Doc{}, errUnknownCode(code, codeNames())
}

func printCodeList(w io.Writer, docs []diag.Doc) error {
	for _, d := range docs {
		if _, err := fmt.Fprintf(w, "%-24s %s\n", d.Code, d.Title); err != nil {
			return err
		}
	}
	return nil
}

func printCode(w io.Writer, d diag.Doc) error {
	_, err := fmt.Fprintf(w, "%s: %s\n\n%s\n\nFor instance:\n\n%s\n\nInstead:\n\n%s\n",
		d.Code, d.Title, d.Text, indented(d.Example), indented(d.Cure))
	return err
}

func indented(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}

// jsonDoc is a code for programs.
type jsonDoc struct {
	Code    string `json:"code"`
	Title   string `json:"title"`
	Text    string `json:"text"`
	Example string `json:"example"`
	Cure    string `json:"cure"`
}

func printCodesJSON(w io.Writer, docs []diag.Doc) error {
	out := []jsonDoc{}
	for _, d := range docs {
		out = append(out, jsonDoc(d))
	}
	return writeJSON(w, out)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
