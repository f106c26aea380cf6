package function

import (
	"fmt"
	"slices"
	"strings"
)

// Markdown is the reference of all functions as a document: a section for each group, a row for
// each function.
func Markdown() string {
	var b strings.Builder
	b.WriteString("# Built-in functions\n\nUnless it says otherwise, a function is NULL if one of its arguments is.\n")
	for _, section := range []string{inStrings, inPatterns, inNumbers, inTimes, inCollections, inJSON, inCoding} {
		fmt.Fprintf(&b, "\n## %s\n\n| function | what it does | example |\n|---|---|---|\n", section)
		for _, f := range sorted(section) {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", code(f.signatures()), cell(f.Doc), code(f.Example))
		}
	}
	overMarkdown(&b)
	return b.String()
}

// sorted are the families of a section by name, each once.
func sorted(section string) []*Family {
	var fs []*Family
	for name, f := range families {
		if name == f.Name && f.Section == section {
			fs = append(fs, f)
		}
	}
	slices.SortFunc(fs, func(a, b *Family) int { return strings.Compare(a.Name, b.Name) })
	return fs
}

// signatures are those of the overloads, those that differ only in types once, and the aliases.
func (f *Family) signatures() string {
	if f.Syntax != "" {
		return f.Syntax
	}
	var all []string
	for i := range f.forms {
		if s := f.forms[i].signature(f.Name); !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(append(all, f.Aliases...), ", ")
}

func code(s string) string { return "`` " + cell(s) + " ``" }

// cell keeps a bar from ending a table's cell.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
