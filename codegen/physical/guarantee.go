package physical

import (
	"fmt"
	"strings"
)

// Guarantee says in sentences what a restart of the job means, sink by sink.
func (p *Plan) Guarantee() string {
	var out []string
	for _, s := range p.Sinks {
		out = append(out, p.sinkGuarantee(s))
	}
	return strings.Join(out, "\n")
}

// RestartNote is what whoever builds or runs the job should be told unasked: the guarantee of a job whose state is lost
// at a restart. It is empty for all others.
func (p *Plan) RestartNote() string {
	if !p.Keyed() || p.Bounded() {
		return ""
	}
	return p.Guarantee()
}

func (p *Plan) sinkGuarantee(s *Sink) string {
	name := s.Table.Name
	switch {
	case p.Bounded():
		return fmt.Sprintf("%s: the input is bounded, a restart computes everything anew", name)
	case p.Keyed() && p.NeedsFrom():
		return fmt.Sprintf("%s: the job's state is lost at restart; totals in %s would shrink. "+
			"A restart needs --from: with earliest everything is recomputed", name, name)
	case p.Keyed():
		return fmt.Sprintf("%s: the job's state is lost at restart, and everything is recomputed from the "+
			"fixed start position; no group offsets are committed", name)
	case s.Table.Options.Connector == "jdbc" && len(s.Key) > 0:
		return fmt.Sprintf("%s: at least once; rows are written by key, so that repeating them changes nothing", name)
	}
	return fmt.Sprintf("%s: at least once; rows of the last epoch may be written again after a crash", name)
}

// NeedsFrom reports whether a restart would begin behind records that only lost state knows: the job is keyed and a
// source starts where its consumer group, or the end of the log, stands.
func (p *Plan) NeedsFrom() bool {
	if !p.Keyed() {
		return false
	}
	for _, s := range p.Sources {
		if s.Table == nil || s.Table.Options.Connector != "kafka" {
			continue
		}
		switch s.Table.Options.Get("scan.startup.mode").Text {
		case "group-offsets", "latest-offset":
			return true
		}
	}
	return false
}

// Bounded reports whether every source ends by itself.
func (p *Plan) Bounded() bool {
	for _, s := range p.Sources {
		if !s.bounded() {
			return false
		}
	}
	return true
}

func (s *Source) bounded() bool {
	return s.Values != nil || s.Table.Bounded()
}
