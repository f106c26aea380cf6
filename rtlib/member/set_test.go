package member_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/flinkc/flinkc/rtlib/member"
	"github.com/flinkc/flinkc/rtlib/state"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// key encodes a group and values behind it, and is the length of the group's key.
func key(group int64, values ...int64) (string, int) {
	var k state.Key
	k.PutInt(group)
	n := len(k.Text())
	for _, v := range values {
		k.PutInt(v)
	}
	return k.Text(), n
}

func add(s *member.Set, group int64, value int64) { s.AddValue(key(group, value)) }

func exists(s *member.Set, group int64) bool {
	k, _ := key(group)
	return s.Exists(k)
}

func has(s *member.Set, group, value int64) string {
	is, null := s.Has(key(group, value))
	return fmt.Sprint(is, null)
}

// TestSet: groups with values, with NULLs, with rows alone and without any, before and after a
// snapshot.
func TestSet(t *testing.T) {
	s := member.NewSet()
	add(s, 1, 10)
	add(s, 1, 11)
	add(s, 2, 20)
	null, _ := key(2)
	s.AddNull(null)
	row, _ := key(3)
	s.AddRow(row)
	for _, s := range []*member.Set{s, restored(t, s)} {
		for group, want := range map[int64]bool{1: true, 2: true, 3: true, 4: false} {
			if exists(s, group) != want {
				t.Errorf("group %d: %v", group, !want)
			}
		}
		for ask, want := range map[[2]int64]string{
			{1, 10}: "true false", {1, 20}: "false false", {2, 20}: "true false", {2, 10}: "false true",
			{3, 10}: "false false", {4, 10}: "false false",
		} {
			if got := has(s, ask[0], ask[1]); got != want {
				t.Errorf("%d in group %d: %s, want %s", ask[1], ask[0], got, want)
			}
		}
	}
}

func restored(t *testing.T, s *member.Set) *member.Set {
	out := member.NewSet()
	put := stream.Put(func(table string, _ uint32, page []byte) error {
		if table == "groups" {
			return out.RestoreGroups(bytes.Clone(page))
		}
		return out.RestoreValues(bytes.Clone(page))
	})
	if err := s.Snapshot(put); err != nil {
		t.Fatal(err)
	}
	return out
}
