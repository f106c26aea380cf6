package lang

import "reflect"

// Walk calls visit for a node and, when that returns true, for the nodes below it, in the order of
// their fields. Nodes that are absent are left out. It is for tools: it uses reflection, so that a
// new kind of node needs no line here.
func Walk(n Node, visit func(Node) bool) {
	v := reflect.ValueOf(n)
	if n == nil || v.Kind() == reflect.Pointer && v.IsNil() || !visit(n) {
		return
	}
	walkFields(v.Elem(), visit)
}

// WalkScript walks all statements of a script.
func WalkScript(s *Script, visit func(Node) bool) {
	for _, st := range s.Statements {
		Walk(st, visit)
	}
}

func walkFields(v reflect.Value, visit func(Node) bool) {
	for i := range v.NumField() {
		if t := v.Type().Field(i); !t.Anonymous && t.IsExported() {
			walkValue(v.Field(i), visit)
		}
	}
}

func walkValue(v reflect.Value, visit func(Node) bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if n, ok := v.Interface().(Node); ok && !v.IsNil() {
			Walk(n, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walkValue(v.Index(i), visit)
		}
	}
}
