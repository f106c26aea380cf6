package job

import "github.com/flinkc/flinkc/rtlib/stream"

// Snapshot gives the state of one of the stage's machines in sealed pages.
func (s *Stage) Snapshot(machine stream.Stage, put stream.Put) error {
	var sealed []byte
	return machine.Snapshot(func(table string, group uint32, page []byte) error {
		sealed = stream.Seal(sealed[:0], s.Schema, page)
		return put(table, group, sealed)
	})
}

// Restore adds a sealed page to a machine that has had no rows yet. It refuses a page of another
// schema.
func (s *Stage) Restore(machine stream.Stage, table string, group uint32, sealed []byte) error {
	page, err := stream.Unseal(s.Schema, sealed)
	if err == nil {
		err = machine.Restore(table, group, page)
	}
	if err != nil {
		return errRestore(s.ID, table, err)
	}
	return nil
}

// copied has every batch cross the edge in its binary form, as it would between two processes.
func (e *Edge) copied(deliver stream.Deliver) stream.Deliver {
	return func(m stream.Message) error {
		if m.Kind == stream.MsgRows {
			b, err := e.Rows.Read(e.Rows.Append(nil, m.Batch), e.Kinds)
			if err != nil {
				return err
			}
			m.Batch.Release()
			m.Batch = b
		}
		return deliver(m)
	}
}
