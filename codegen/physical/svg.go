package physical

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Measures of the picture, in its own units.
const (
	charWidth  = 7.3 // of the font, at most
	lineHeight = 16
	padding    = 10
	rowGap     = 28
	margin     = 16
	wrapAt     = 56 // characters of an operator's line
	labelAt    = 22 // characters of a line at an exchange
	columnGap  = labelAt*charWidth + 4*padding
)

// box is a stage in the picture.
type box struct {
	stage      *Stage
	title      []string
	lines      []string
	x, y, w, h float64
}

// picture is the plan laid out: stages in columns from left to right, by the longest way from a
// source.
type picture struct {
	columns [][]*box
	of      map[*Stage]*box
	w, h    float64
}

// SVG draws the plan. The picture needs nothing around it: no script, font or style from elsewhere.
func (p *Plan) SVG() string {
	d := p.layOut()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" `+
		`viewBox="0 0 %.0f %.0f" font-family="monospace" font-size="12" fill="#1b1f24">`+"\n",
		d.w, d.h, d.w, d.h)
	fmt.Fprintf(&b, "<title>%s</title>\n", escaped("Plan of "+p.sourceName()))
	b.WriteString(`<defs><marker id="tip" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="7" ` +
		`markerHeight="7" orient="auto"><path d="M0,0 L10,5 L0,10 z" fill="#57606a"/></marker></defs>` + "\n")
	fmt.Fprintf(&b, `<rect width="%.0f" height="%.0f" fill="#ffffff"/>`+"\n", d.w, d.h)
	// From back to front: what is said at an exchange lies over the lines of others.
	for _, layer := range []func(*strings.Builder, *box){d.arrows, drawBox, d.labels} {
		for _, s := range p.Stages {
			layer(&b, d.of[s])
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (p *Plan) sourceName() string {
	if p.Logical == nil || p.Logical.Source == nil {
		return "a query"
	}
	return p.Logical.Source.Name
}

func (p *Plan) layOut() *picture {
	d := &picture{of: map[*Stage]*box{}}
	depth := map[*Stage]int{}
	for _, s := range p.Stages { // producers before consumers
		for _, x := range s.Outs() {
			depth[x.To] = max(depth[x.To], depth[s]+1)
		}
		for len(d.columns) <= depth[s] {
			d.columns = append(d.columns, nil)
		}
		d.of[s] = newBox(s)
		d.columns[depth[s]] = append(d.columns[depth[s]], d.of[s])
	}
	x := float64(margin)
	for _, column := range d.columns {
		y, widest := float64(margin), 0.0
		for _, b := range column {
			b.x, b.y = x, y
			y += b.h + rowGap
			widest = max(widest, b.w)
		}
		d.w, d.h = x+widest+margin, max(d.h, y-rowGap+margin)
		x += widest + columnGap
	}
	return d
}

func newBox(s *Stage) *box {
	title := fmt.Sprintf("stage %q", s.ID)
	if s.Single {
		title += " in one lane"
	}
	b := &box{stage: s, title: wrap(title, "", wrapAt)}
	if s.Source != nil {
		b.lines = append(b.lines, wrap("source "+s.Source.describe(), "  ", wrapAt)...)
	}
	b.operators(s.Root, "")
	longest := 0
	for _, l := range slices.Concat(b.title, b.lines) {
		longest = max(longest, utf8.RuneCountInString(l))
	}
	b.w = float64(longest)*charWidth + 2*padding
	// Arrows that arrive need room for what is said at each.
	b.h = max(float64(len(b.title)+len(b.lines))*lineHeight+3*padding,
		3*lineHeight*float64(len(s.In)))
	return b
}

func (b *box) operators(o Op, indent string) {
	for _, l := range wrap(describe(o), "  ", max(wrapAt-len(indent), wrapAt/2)) {
		b.lines = append(b.lines, indent+l)
	}
	if len(o.Next()) > 1 {
		indent += "  "
	}
	for _, n := range o.Next() {
		b.operators(n, indent)
	}
}

// colour tells stages apart that read, that write and that do neither.
func (b *box) colour() string {
	switch {
	case b.stage.Source != nil:
		return "#ddf4ff"
	case len(b.stage.Sinks()) > 0:
		return "#dafbe1"
	}
	return "#f6f8fa"
}

func drawBox(out *strings.Builder, b *box) {
	fmt.Fprintf(out, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="6" fill="%s" `+
		`stroke="#57606a"/>`+"\n", b.x, b.y, b.w, b.h, b.colour())
	y := texts(out, label{x: b.x + padding, y: b.y + padding, lines: b.title,
		style: ` font-weight="bold"`})
	texts(out, label{x: b.x + padding, y: y + padding, lines: b.lines})
}

// end is where an exchange arrives.
func (d *picture) end(x *Exchange) (px, py float64) {
	to := d.of[x.To]
	return to.x, to.y + to.h*float64(x.Port+1)/float64(len(x.To.In)+1)
}

// arrows draws the exchanges that a stage feeds.
func (d *picture) arrows(out *strings.Builder, from *box) {
	outs := from.stage.Outs()
	for i, x := range outs {
		x1, y1 := from.x+from.w, from.y+from.h*float64(i+1)/float64(len(outs)+1)
		x2, y2 := d.end(x)
		fmt.Fprintf(out, `<path d="M%.1f,%.1f C%.1f,%.1f %.1f,%.1f %.1f,%.1f" fill="none" `+
			`stroke="#57606a" marker-end="url(#tip)"/>`+"\n", x1, y1, (x1+x2)/2, y1, (x1+x2)/2, y2, x2, y2)
	}
}

// labels says at the arrows that arrive at a stage how rows are distributed.
func (d *picture) labels(out *strings.Builder, to *box) {
	for _, x := range to.stage.In {
		said := x.distribution() + updates(x.Kinds)
		if x.Partial != nil {
			said += ", partial results"
		}
		lines := wrap(said, "", labelAt)
		px, py := d.end(x)
		texts(out, label{x: px - labelAt*charWidth - padding, lines: lines,
			y:     max(0, py-float64(len(lines))*lineHeight-padding/2),
			style: ` fill="#57606a" stroke="#ffffff" stroke-width="4" paint-order="stroke"`})
	}
}

// label is some lines of text with their upper left corner.
type label struct {
	x, y  float64
	lines []string
	style string
}

// texts prints lines and returns where they end.
func texts(out *strings.Builder, l label) float64 {
	y := l.y
	for _, line := range l.lines {
		y += lineHeight
		fmt.Fprintf(out, `<text x="%.1f" y="%.1f" xml:space="preserve"%s>%s</text>`+"\n",
			l.x, y-4, l.style, escaped(line))
	}
	return y
}

// wrap breaks a text at blanks into lines of at most so many characters; a word that is longer is
// cut. All lines but the first begin with the indent.
func wrap(text, indent string, most int) []string {
	var out []string
	line, prefix := []rune{}, ""
	flush := func() {
		out = append(out, prefix+string(line))
		line, prefix = line[:0], indent
	}
	for _, word := range strings.Fields(text) {
		w := []rune(word)
		if len(line) > 0 && len(prefix)+len(line)+1+len(w) > most {
			flush()
		}
		if len(line) > 0 {
			line = append(line, ' ')
		}
		for len(prefix)+len(line)+len(w) > most {
			n := most - len(prefix) - len(line)
			line = append(line, w[:n]...)
			w = w[n:]
			flush()
		}
		line = append(line, w...)
	}
	flush()
	return out
}

// escaped is user text as XML; characters that XML does not have are replaced.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
