package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Renderings for programs: json, GitHub's workflow commands, SARIF 2.1.0.

type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

type jsonNote struct {
	Message string     `json:"message"`
	Place   *jsonPlace `json:"place,omitempty"`
}

type jsonDiagnostic struct {
	Severity string     `json:"severity"`
	Code     string     `json:"code"`
	Message  string     `json:"message"`
	Place    *jsonPlace `json:"place,omitempty"`
	Label    string     `json:"label,omitempty"`
	Notes    []jsonNote `json:"notes,omitempty"`
	Hint     string     `json:"hint,omitempty"`
}

func place(s *Source, at Span) *jsonPlace {
	if s == nil {
		return nil
	}
	p := &jsonPlace{File: s.Name}
	p.Line, p.Column = s.Position(at.Start)
	p.EndLine, p.EndColumn = s.Position(at.End)
	return p
}

// JSON writes one array of objects. Lines and columns count from 1; the end column is exclusive.
func (l List) JSON(w io.Writer) error {
	out := make([]jsonDiagnostic, 0, len(l))
	for _, d := range l {
		j := jsonDiagnostic{Severity: d.Severity.String(), Code: d.Code, Message: d.Message,
			Place: place(d.Source, d.At), Label: d.Label, Hint: d.Hint}
		for _, n := range d.Notes {
			j.Notes = append(j.Notes, jsonNote{n.Message, place(n.Source, n.At)})
		}
		out = append(out, j)
	}
	return writeJSON(w, out)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// GitHub escapes: data of a command, and its properties, which also end at colons and commas.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes a workflow command a line, which GitHub shows at the place in the file.
func (l List) GitHub(w io.Writer) error {
	for _, d := range l {
		command := [...]string{"error", "warning", "notice"}[d.Severity]
		properties := ""
		if p := place(d.Source, d.At); p != nil {
			properties = fmt.Sprintf(" file=%s,line=%d,col=%d,endLine=%d,endColumn=%d",
				githubProperty.Replace(p.File), p.Line, p.Column, p.EndLine, p.EndColumn)
		}
		text := strings.TrimSpace(fmt.Sprintf("[%s] %s\n%s", d.Code, d.Message, d.Hint))
		_, err := fmt.Fprintf(w, "::%s%s::%s\n", command, properties, githubData.Replace(text))
		if err != nil {
			return err
		}
	}
	return nil
}

// object is a JSON object whose keys are written in order of the alphabet.
type object = map[string]any

// SARIF writes a SARIF 2.1.0 log with one run of the tool flinkc.
func (l List) SARIF(w io.Writer) error {
	results, rules, seen := []object{}, []object{}, map[string]bool{}
	for _, d := range l {
		results = append(results, sarifResult(d))
		if !seen[d.Code] {
			seen[d.Code] = true
			rules = append(rules, object{"id": d.Code})
		}
	}
	tool := object{"driver": object{"name": "flinkc", "rules": rules}}
	return writeJSON(w, object{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
		"version": "2.1.0",
		"runs": []object{{
			"tool": tool, "results": results, "columnKind": "unicodeCodePoints",
		}},
	})
}

func sarifResult(d Diagnostic) object {
	r := object{"ruleId": d.Code, "level": d.Severity.String(),
		"message": object{"text": strings.TrimSpace(d.Message + "\n" + d.Hint)}}
	if d.Source != nil {
		r["locations"] = []object{sarifLocation(d.Source, d.At, "")}
	}
	var related []object
	for _, n := range d.Notes {
		if n.Source != nil {
			related = append(related, sarifLocation(n.Source, n.At, n.Message))
		}
	}
	if related != nil {
		r["relatedLocations"] = related
	}
	return r
}

func sarifLocation(s *Source, at Span, message string) object {
	p := place(s, at)
	l := object{"physicalLocation": object{
		"artifactLocation": object{"uri": s.Name},
		"region": object{"startLine": p.Line, "startColumn": p.Column,
			"endLine": p.EndLine, "endColumn": p.EndColumn},
	}}
	if message != "" {
		l["message"] = object{"text": message}
	}
	return l
}
