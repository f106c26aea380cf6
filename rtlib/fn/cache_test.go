package fn

import (
	"errors"
	"strconv"
	"testing"
)

func TestCache(t *testing.T) {
	var c Cache[int]
	prepared := 0
	get := func(key string) (int, error) {
		return c.Get(key, func() (int, error) { prepared++; return strconv.Atoi(key) })
	}
	for range 3 {
		for _, key := range []string{"1", "2", "2"} {
			if v, err := get(key); err != nil || strconv.Itoa(v) != key {
				t.Errorf("%s: %d, %v", key, v, err)
			}
		}
	}
	if prepared != 2 {
		t.Errorf("prepared %d times, want once for each of two keys", prepared)
	}
	for range 2 {
		if _, err := get("x"); !errors.Is(err, strconv.ErrSyntax) {
			t.Errorf("x: %v", err)
		}
	}
	if prepared != 4 {
		t.Errorf("prepared %d times: an error must not be kept", prepared)
	}
	if v, _ := get("2"); v != 2 {
		t.Errorf("after an error: %d", v)
	}
}

// TestCacheOwnsKeys: the key of a record is a borrowed text, whose bytes change.
func TestCacheOwnsKeys(t *testing.T) {
	var c Cache[string]
	record := []byte("first")
	_, _ = c.Get(text(record), func() (string, error) { return "first", nil })
	copy(record, "other")
	if v, _ := c.Get(text(record), func() (string, error) { return "other", nil }); v != "other" {
		t.Errorf("the cache gives %q for the key %q", v, record)
	}
}

func TestCacheIsBounded(t *testing.T) {
	var c Cache[int]
	for i := range 3 * cacheSize {
		_, _ = c.Get(strconv.Itoa(i), func() (int, error) { return i, nil })
		if len(c.known) > cacheSize {
			t.Fatalf("%d entries", len(c.known))
		}
	}
}

func TestCacheHitsDoNotAllocate(t *testing.T) {
	var c Cache[int]
	one := func() (int, error) { return 1, nil }
	n := testing.AllocsPerRun(100, func() {
		_, _ = c.Get("a", one)
		_, _ = c.Get("b", one)
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}
