package value

import "testing"

type formed struct {
	n    uint16
	text string
}

func codeFormed(v *formed, c *Codec) {
	CodeInteger(c, &v.n)
	c.Text(&v.text)
}

func TestForm(t *testing.T) {
	var buf []byte
	in := formed{65535, "é"}
	form := Encode(&buf, &in, codeFormed)
	var out formed
	if Decode(form, &out, codeFormed); out != in {
		t.Errorf("read %v, wrote %v", out, in)
	}
	if Decode("", &out, codeFormed); out != in {
		t.Errorf("the empty form changed it to %v", out)
	}
	if n := testing.AllocsPerRun(100, func() {
		var v formed
		Decode(Encode(&buf, &in, codeFormed), &v, codeFormed)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
