package udf

import (
	"strings"
	"testing"
)

// tiny is a table of two runs: 0.0.0.0 is in no province, 0.1.0.2 and all above in 甲.
const tiny = "provinces 1\n甲\n\n\x02\x00\x00\x00" +
	"\x00\x00\x00\x00" + "\x02\x00\x01\x00" + "\x00\x01"

func TestLoad(t *testing.T) {
	var got tables
	if err := got.load(tiny); err != nil {
		t.Fatal(err)
	}
	if n := got.before; n[0] != 0 || n[1] != 1 || n[2] != 2 || n[1<<16] != 2 {
		t.Errorf("before: %d %d %d .. %d", n[0], n[1], n[2], n[1<<16])
	}
	if got.names[0] != "UnKnow" || got.names[1] != "甲" || got.id[0] != 0 || got.id[1] != 1 || got.start[1] != 2 {
		t.Errorf("got names %q, provinces %v, starts %v",
			got.names[:2], got.id[:2], got.start[:2])
	}
}

func TestLoadRefuses(t *testing.T) {
	replace := func(old, with string) string { return strings.Replace(tiny, old, with, 1) }
	for name, c := range map[string]struct{ file, want string }{
		"nothing":           {"", "not a table"},
		"no numbers":        {"provinces 1\n甲\n\n", "not a table"},
		"another version":   {replace("1\n", "2\n"), "not a table"},
		"cut":               {tiny[:len(tiny)-1], "size"},
		"no runs":           {"provinces 1\n甲\n\n\x00\x00\x00\x00", "size"},
		"too many runs":     {replace("\n\n\x02\x00\x00\x00", "\n\n\xff\xff\xff\xff"), "size"},
		"starts above zero": {replace("\x00\x00\x00\x00\x02", "\x01\x00\x00\x00\x02"), "run 0 does not"},
		"not in order":      {replace("\x02\x00\x01\x00", "\x00\x00\x00\x00"), "run 1 does not"},
		"nameless province": {tiny[:len(tiny)-1] + "\x02", "run 1 has a province"},
	} {
		if err := new(tables).load(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, c.want)
		}
	}
}
