package physical

// Keyed reports whether the job keeps state that a restart without checkpoint loses.
func (p *Plan) Keyed() bool {
	for _, s := range p.Stages {
		keyed := false
		Walk(s.Root, func(o Op) {
			switch o.(type) {
			case *Final, *Limit, *Sort, *Match, *Over:
				keyed = true
			}
		})
		if keyed {
			return true
		}
	}
	return false
}
