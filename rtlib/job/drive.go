package job

import "github.com/flinkc/flinkc/rtlib/stream"

// Drive makes the machine of one stage outside of a job, for other drivers than lanes: tests with a
// schedule of their own, benchmarks. Every exchange of the stage has one consumer, to whom deliver
// hands what the stage sends; sinks are those that the stage writes, opened by the caller.
func Drive(spec *Spec, stage int, env *Env, sinks []stream.Sink, deliver stream.Deliver) (
	stream.Stage, []stream.Output, error) {
	s := &spec.Stages[stage]
	l := &Lane{Env: env, sinks: sinks}
	for _, e := range s.Outs {
		l.wires = append(l.wires, &stream.Wire{
			Kinds:   spec.Edges[e].Kinds,
			Targets: []stream.Target{{Deliver: deliver, Port: spec.Edges[e].Port, Inline: true}},
		})
	}
	machine, err := s.New(l)
	if err != nil {
		return nil, nil, err
	}
	var outs []stream.Output
	for _, w := range l.wires {
		outs = append(outs, w.Output())
	}
	return machine, outs, nil
}
