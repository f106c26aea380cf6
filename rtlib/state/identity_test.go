package state

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// findBy finds an entry as a generated stage does.
func findBy(t *Strings[acc], c *Identity[acc], key string) *Entry[acc] {
	e := c.Hit(key)
	if e == nil {
		e = t.Find(Hash(key), key)
		c.Keep(key, e)
	}
	return e
}

// TestIdentitySound: strings that are made anew each time, over memory that the collector gives out
// again, are never taken for one another.
func TestIdentitySound(t *testing.T) {
	table, c := NewStrings[acc](), &Identity[acc]{}
	for i := range 50_000 {
		key := strings.Clone(fmt.Sprint("name ", i%500))
		if e := findBy(table, c, key); e.Key() != key {
			t.Fatalf("%q got the entry of %q", key, e.Key())
		}
		if i%10_000 == 0 {
			runtime.GC()
		}
	}
}

// TestIdentityParts: parts of one text begin at the same place and are different keys; "" is never
// kept.
func TestIdentityParts(t *testing.T) {
	table, c := NewStrings[acc](), &Identity[acc]{}
	text := "provinces"
	for _, key := range []string{text, text[:8], text[:1], text[:0], "", text[:8], text} {
		if e := findBy(table, c, key); e.Key() != key {
			t.Errorf("%q got the entry of %q", key, e.Key())
		}
	}
	if c.Hit("") != nil {
		t.Error("the empty key was kept")
	}
}

// TestIdentityShortNames: names side by side in memory, of whatever length, do not push each other
// out.
func TestIdentityShortNames(t *testing.T) {
	text := strings.Repeat("abcdefghijklmnop", 128)
	for width := 1; width <= 32; width++ {
		table, c := NewStrings[acc](), &Identity[acc]{}
		name := func(i int) string { return text[i*width : (i+1)*width] }
		hits := 0
		for i := range 60 {
			findBy(table, c, name(i))
		}
		for i := range 60 {
			if c.Hit(name(i)) != nil {
				hits++
			}
		}
		if hits < 60 {
			t.Errorf("names of %d bytes: %d of 60 are remembered", width, hits)
		}
	}
}

func TestIdentityReset(t *testing.T) {
	table, c := NewStrings[acc](), &Identity[acc]{}
	findBy(table, c, "a")
	table.Reset()
	c.Reset()
	if c.Hit("a") != nil {
		t.Error("an entry outlived its table's reset")
	}
}

// TestIdentitySwitch: a cache that misses is dropped, and tried again after a while.
func TestIdentitySwitch(t *testing.T) {
	table, c := NewStrings[acc](), &Identity[acc]{}
	for i := range trial {
		findBy(table, c, strings.Clone(fmt.Sprint(i%10)))
	}
	c.Seen(trial)
	const name = "steady"
	if findBy(table, c, name); c.Hit(name) != nil {
		t.Error("the cache is on after it has missed each time")
	}
	c.Seen(pause)
	if findBy(table, c, name); c.Hit(name) == nil {
		t.Error("the cache stays off")
	}
	for range trial {
		findBy(table, c, name)
	}
	c.Seen(trial)
	if c.Hit(name) == nil {
		t.Error("a cache that hits was dropped")
	}
}
