package physical

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile is user text that would end an element, or is no XML at all.
const hostile = "</text><script>alert(\"x\")</script>&amp;]]>\x01"

// Pictures of plans with one and several sources, inputs and sinks.
var pictured = map[string]string{
	"one stage": "INSERT INTO h SELECT b FROM t;",
	"grouped":   "INSERT INTO db SELECT s, COUNT(*) FROM k GROUP BY s HAVING COUNT(*) > 2;",
	"union": "INSERT INTO db SELECT s, SUM(b) FROM (SELECT s, b FROM t UNION ALL SELECT s, a FROM k) " +
		"GROUP BY s; INSERT INTO p SELECT COUNT(*) FROM t; INSERT INTO h SELECT a FROM k;",
	"hostile": "INSERT INTO p SELECT b AS `" + strings.ReplaceAll(hostile, "`", "``") +
		"` FROM t WHERE s <> '" + hostile + "' AND s <> '" + strings.Repeat("long", 100) + "';",
}

// rect is a box or a line of text.
type rect struct {
	x, y, w, h float64
	text       string
}

func (r rect) within(o rect) bool {
	return r.x >= o.x && r.y >= o.y && r.x+r.w <= o.x+o.w && r.y+r.h <= o.y+o.h
}

func (r rect) meets(o rect) bool {
	return r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h
}

// drawing is what a picture shows; the first box is the background.
type drawing struct {
	boxes, texts []rect
	arrows       int
}

// parseSVG reads a picture, and refuses elements and attributes that could load or run something.
func parseSVG(t *testing.T, svg string) drawing {
	t.Helper()
	var d drawing
	elements := map[string]bool{"svg": true, "title": true, "defs": true, "marker": true, "path": true,
		"rect": true, "text": true}
	for dec := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return d
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			if text, ok := token.(xml.CharData); ok && len(d.texts) > 0 {
				last := &d.texts[len(d.texts)-1]
				last.text += strings.Trim(string(text), "\n")
			}
			continue
		}
		if !elements[e.Name.Local] {
			t.Errorf("element %s", e.Name.Local)
		}
		d.add(t, e)
	}
}

func (d *drawing) add(t *testing.T, e xml.StartElement) {
	t.Helper()
	number := map[string]float64{}
	for _, a := range e.Attr {
		if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Name.Local, "href") ||
			strings.Contains(a.Value, "url(") && a.Value != "url(#tip)" {
			t.Errorf("attribute %s=%q", a.Name.Local, a.Value)
		}
		if f, err := strconv.ParseFloat(a.Value, 64); err == nil {
			number[a.Name.Local] = f
		}
		if a.Name.Local == "marker-end" {
			d.arrows++
		}
	}
	r := rect{x: number["x"], y: number["y"], w: number["width"], h: number["height"]}
	switch e.Name.Local {
	case "rect":
		d.boxes = append(d.boxes, r)
	case "text":
		r.y, r.h = r.y-10, 12
		d.texts = append(d.texts, r)
	}
}

func TestSVG(t *testing.T) {
	for name, script := range pictured {
		t.Run(name, func(t *testing.T) {
			p := lowered(t, script, "")
			svg := p.SVG()
			if svg != p.SVG() {
				t.Error("two pictures of one plan differ")
			}
			d := parseSVG(t, svg)
			exchanges := 0
			for _, s := range p.Stages {
				exchanges += len(s.Outs())
			}
			if len(d.boxes) != len(p.Stages)+1 || d.arrows != exchanges {
				t.Errorf("%d boxes and %d arrows of %d stages and %d exchanges", len(d.boxes)-1, d.arrows,
					len(p.Stages), exchanges)
			}
			checkLayout(t, d)
		})
	}
}

// checkLayout wants boxes apart from each other and every text inside of one box or outside of all.
func checkLayout(t *testing.T, d drawing) {
	t.Helper()
	paper, boxes := d.boxes[0], d.boxes[1:]
	for i, b := range boxes {
		if !b.within(paper) {
			t.Errorf("box %v is off the paper %v", b, paper)
		}
		for _, o := range boxes[:i] {
			if b.meets(o) {
				t.Errorf("boxes %v and %v overlap", b, o)
			}
		}
	}
	for _, line := range d.texts {
		line.w = float64(utf8.RuneCountInString(line.text)) * 7.2
		ok := line.within(paper)
		for _, b := range boxes {
			ok = ok && (line.within(b) || !line.meets(b))
		}
		if !ok {
			t.Errorf("text %v lies across a border", line)
		}
	}
}

// What operators say is in the picture, whatever it is made of.
func TestSVGShowsUserText(t *testing.T) {
	d := parseSVG(t, lowered(t, pictured["hostile"], "").SVG())
	var all strings.Builder
	for _, line := range d.texts {
		all.WriteString(strings.ReplaceAll(line.text, " ", ""))
	}
	for _, want := range []string{strings.ReplaceAll(hostile, "\x01", "\ufffd"), strings.Repeat("long", 100)} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q is not in\n%s", want, all.String())
		}
	}
}
