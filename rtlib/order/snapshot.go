package order

import (
	"github.com/flinkc/flinkc/rtlib/value"
)

// pageSize is about how much of a snapshot is given away at once.
const pageSize = 1 << 16

// Snapshot gives the rows in pages, in order of arrival. Rows go on: they belong to the key group
// 0, as a sort is one lane's work.
func (s *store) Snapshot(put func(group uint32, page []byte) error) error {
	s.byArrival()
	c := value.NewEncoder(nil)
	for _, e := range s.entries {
		key, row := s.record(e.at)
		putBytes(c, key)
		putBytes(c, row)
		if len(c.Bytes()) >= pageSize {
			if err := put(0, c.Bytes()); err != nil {
				return err
			}
			c = value.NewEncoder(nil)
		}
	}
	s.reheap()
	if len(c.Bytes()) == 0 {
		return nil
	}
	return put(0, c.Bytes())
}

// Restore adds the rows of a page.
func (s *store) Restore(page []byte) error { return readPage(page, s.add) }

// readPage reads the records of a page.
func readPage(page []byte, add func(key, row []byte)) error {
	c := value.NewDecoder(page)
	for c.More() {
		var key, row string
		c.Text(&key)
		c.Text(&row)
		if c.Err() != nil {
			break
		}
		add([]byte(key), []byte(row))
	}
	return c.Err()
}

func putBytes(c *value.Codec, b []byte) {
	s := string(b)
	c.Text(&s)
}
