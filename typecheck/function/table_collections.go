package function

import "github.com/flinkc/flinkc/typecheck/types"

const inCollections = "Arrays and maps"

// Classes of parameters that are collections.
var (
	anArray   = class{"an ARRAY", keep(is(types.Array), intArray)}
	sortable  = class{"an ARRAY of numbers, strings, bytes, dates or times", keep(hasOrder, intArray)}
	textArray = class{"an ARRAY of strings", keep(holdsTexts, types.ArrayOf(types.StringOf()))}
	aMap      = class{"a MAP", keep(is(types.Map), types.MapOf(types.StringOf(), types.Of(types.Int)))}
	anything  = class{"a value", keep(func(types.Type) bool { return true }, types.Of(types.Int))}
)

// intArray is the type of a NULL without one.
var intArray = types.ArrayOf(types.Of(types.Int))

func hasOrder(t types.Type) bool {
	return t.Kind == types.Array && t.Elem.IsScalar() && t.Elem.Kind != types.Boolean && !t.Elem.IsInterval()
}

func holdsTexts(t types.Type) bool { return t.Kind == types.Array && t.Elem.IsCharacter() }

// Parameters of the functions on collections.
var (
	array0    = arg("array", anArray)
	element   = param{name: "element", class: anything, through: InArray}
	map0      = arg("map", aMap)
	position0 = arg("from", integer)
	delimiter = arg("delimiter", character)
	ascending = arg("ascending", boolean)
)

// making is a function of package nested that makes a value.
func making(name string) Builtin {
	return Builtin{Go: name, Nested: true, Writer: true, Describe: TheResult}
}

// looking is one that looks at an array.
func looking(name string) Builtin { return Builtin{Go: name, Nested: true, Describe: FirstArgument} }

// sets is a function of two arrays of one type.
func sets(name, fn, doc, example string) Family {
	return Family{Name: name, Section: inCollections, Doc: doc, Example: example,
		forms: []overload{{params: args(array0, arg("other", anArray)), common: true, result: same, fn: making(fn)}}}
}

// arrayTable has the functions on ARRAYs. NULL is an element like others: it is found, and equal to
// another one.
var arrayTable = []Family{
	{Name: "CARDINALITY", Section: inCollections, Doc: "Number of elements of an ARRAY or of entries of a MAP.",
		Example: "CARDINALITY(ARRAY[1, 2]) = 2",
		forms: []overload{
			{params: args(array0), result: int32s, fn: Builtin{Go: "Cardinality", Nested: true}},
			{params: args(map0), result: int32s, fn: Builtin{Go: "MapCardinality", Nested: true}}}},
	{Name: "ELEMENT", Section: inCollections, Example: "ELEMENT(ARRAY[7]) = 7",
		Doc: "The only element of an ARRAY, NULL of an empty one; several fail the job.",
		forms: []overload{{params: args(array0), result: int32s,
			fn: Builtin{Go: "OnlyPosition", Nested: true, Form: OrError}}}},
	{Name: "ARRAY_CONTAINS", Section: inCollections, Example: "ARRAY_CONTAINS(ARRAY[1, 2], 2) = TRUE",
		Doc: "Whether an element, or a NULL, is in an ARRAY.",
		forms: []overload{{params: args(array0, element), inside: true, result: truth, nulls: nullByFirst,
			fn: looking("Contains")}}},
	{Name: "ARRAY_POSITION", Section: inCollections, Example: "ARRAY_POSITION(ARRAY[3, 1], 1) = 2",
		Doc: "Position of the first such element, from 1; 0 if there is none.",
		forms: []overload{{params: args(array0, element), inside: true, result: int32s,
			fn: Builtin{Go: "Position", Nested: true, Describe: FirstArgument, Form: OrNull}}}},
	{Name: "ARRAY_MAX", Section: inCollections, Doc: "Greatest element that is not NULL.",
		Example: "ARRAY_MAX(ARRAY[1, 3, 2]) = 3",
		forms:   []overload{{params: args(arg("array", sortable)), result: int32s, fn: looking("MaxPosition")}}},
	{Name: "ARRAY_MIN", Section: inCollections, Doc: "Least element that is not NULL.",
		Example: "ARRAY_MIN(ARRAY[1, 3, 2]) = 1",
		forms:   []overload{{params: args(arg("array", sortable)), result: int32s, fn: looking("MinPosition")}}},
	{Name: "ARRAY_DISTINCT", Section: inCollections, Doc: "The different elements, in the order of their first.",
		Example: "ARRAY_DISTINCT(ARRAY[2, 1, 2]) = ARRAY[2, 1]",
		forms:   []overload{{params: args(array0), result: same, fn: making("Distinct")}}},
	sets("ARRAY_UNION", "Union", "The different elements of both.", "ARRAY_UNION(ARRAY[1, 1], ARRAY[2]) = ARRAY[1, 2]"),
	sets("ARRAY_EXCEPT", "Except", "The different elements that are not in the other.",
		"ARRAY_EXCEPT(ARRAY[1, 2], ARRAY[2]) = ARRAY[1]"),
	sets("ARRAY_INTERSECT", "Intersect", "The different elements that are in the other, too.",
		"ARRAY_INTERSECT(ARRAY[1, 2], ARRAY[2]) = ARRAY[2]"),
	{Name: "ARRAY_CONCAT", Section: inCollections, Doc: "All elements of all arrays.",
		Example: "ARRAY_CONCAT(ARRAY[1], ARRAY[2], ARRAY[1]) = ARRAY[1, 2, 1]",
		forms:   []overload{{params: args(array0), repeat: 1, common: true, result: same, fn: making("Concat")}}},
	{Name: "ARRAY_APPEND", Section: inCollections, Doc: "With an element, or a NULL, behind the others.",
		Example: "ARRAY_APPEND(ARRAY[1], 2) = ARRAY[1, 2]",
		forms: []overload{{params: args(array0, element), inside: true, result: withElement, nulls: nullByFirst,
			fn: making("Concat")}}},
	{Name: "ARRAY_PREPEND", Section: inCollections, Doc: "With an element, or a NULL, before the others.",
		Example: "ARRAY_PREPEND(ARRAY[1], 2) = ARRAY[2, 1]",
		forms: []overload{{params: args(array0, element), inside: true, result: withElement, nulls: nullByFirst,
			fn: making("Prepend")}}},
	{Name: "ARRAY_REMOVE", Section: inCollections, Doc: "Without the elements that are equal to one, or NULL.",
		Example: "ARRAY_REMOVE(ARRAY[1, 2, 1], 1) = ARRAY[2]",
		forms: []overload{{params: args(array0, element), inside: true, result: same, nulls: nullByFirst,
			fn: making("Remove")}}},
	{Name: "ARRAY_REVERSE", Section: inCollections, Doc: "From the end.",
		Example: "ARRAY_REVERSE(ARRAY[1, 2]) = ARRAY[2, 1]",
		forms:   []overload{{params: args(array0), result: same, fn: making("Reverse")}}},
	{Name: "ARRAY_SLICE", Section: inCollections, Example: "ARRAY_SLICE(ARRAY[1, 2, 3], 2) = ARRAY[2, 3]",
		Doc: "The elements from a position to another, or to the end. Negative positions count from the end, 0 is 1.",
		forms: []overload{
			{params: args(array0, position0), result: same, fn: making("From")},
			{params: args(array0, position0, arg("to", integer)), result: same, fn: making("Slice")}}},
	{Name: "ARRAY_SORT", Section: inCollections, Example: "ARRAY_SORT(ARRAY[2, 1], FALSE) = ARRAY[2, 1]",
		Doc: "In ascending order with NULLs first, or in descending order with NULLs last, or as said.",
		forms: []overload{
			{params: args(arg("array", sortable)), result: same, fn: making("Sort")},
			{params: args(arg("array", sortable), ascending), result: same, fn: making("SortBy")},
			{params: args(arg("array", sortable), ascending, arg("nulls_first", boolean)), result: same,
				fn: making("SortNulls")}}},
	{Name: "ARRAY_JOIN", Section: inCollections, Example: "ARRAY_JOIN(ARRAY['a', 'b'], '-') = 'a-b'",
		Doc: "The strings with a delimiter between, without NULLs or with a text for each.",
		forms: []overload{
			{params: args(arg("array", textArray), delimiter), result: text,
				fn: Builtin{Go: "Join", Nested: true, Writer: true}},
			{params: args(arg("array", textArray), delimiter, arg("null", character)), result: text,
				fn: Builtin{Go: "JoinNulls", Nested: true, Writer: true}}}},
	{Name: "SPLIT", Section: inCollections, Example: "SPLIT('a,b', ',') = ARRAY['a', 'b']",
		Doc: "The parts of a string between delimiters; its characters for an empty one.",
		forms: []overload{{params: args(str, delimiter), result: always(types.ArrayOf(types.StringOf())),
			fn: Builtin{Go: "Split", Nested: true, Writer: true}}}},
}

// withElement is the first array's type, whose elements can be NULL when the other argument can.
func withElement(c call) types.Type {
	t := c.args[0]
	elem := t.Elem.WithNullable(t.Elem.Nullable || c.args[1].Nullable)
	t.Elem = &elem
	return t
}

// mapTable has the functions on MAPs.
var mapTable = []Family{
	{Name: "MAP_KEYS", Section: inCollections, Doc: "The keys, in no order.",
		Example: "MAP_KEYS(MAP['a', 1]) = ARRAY['a']",
		forms:   []overload{{params: args(map0), result: keysOf, fn: making("Keys")}}},
	{Name: "MAP_VALUES", Section: inCollections, Doc: "The values, in the order of MAP_KEYS.",
		Example: "MAP_VALUES(MAP['a', 1]) = ARRAY[1]",
		forms:   []overload{{params: args(map0), result: valuesOf, fn: making("Values")}}},
	{Name: "MAP_ENTRIES", Section: inCollections, Doc: "A ROW of key and value for each entry.",
		Example: "MAP_ENTRIES(MAP['a', 1]) = ARRAY[ROW('a', 1)]",
		forms:   []overload{{params: args(map0), result: entriesOf, fn: making("Entries")}}},
	{Name: "MAP_FROM_ARRAYS", Section: inCollections, Example: "MAP_FROM_ARRAYS(ARRAY['a'], ARRAY[1])['a'] = 1",
		Doc: "The map of keys and values; arrays of different lengths fail the job.",
		forms: []overload{{params: args(arg("keys", anArray), arg("values", anArray)), result: mapped,
			fn: Builtin{Go: "FromArrays", Nested: true, Writer: true, Describe: TheResult, Form: OrError}}}},
	{Name: "MAP_UNION", Section: inCollections, Example: "MAP_UNION(MAP['a', 1], MAP['a', 2])['a'] = 2",
		Doc:   "The entries of all maps; of a key that several have, the last one's.",
		forms: []overload{{params: args(map0), repeat: 1, common: true, result: same, fn: making("UnionMaps")}}},
	{Name: "STR_TO_MAP", Section: inCollections, Example: "STR_TO_MAP('a=1,b=2')['b'] = '2'",
		Doc: "The map of a string; the delimiters are Java regular expressions, `,` and `=` unless said.",
		forms: []overload{
			{params: args(str), result: texts, nulls: nullAlways, fn: Builtin{Go: "StrToMap", Writer: true}},
			{params: args(str, arg("between_entries", character), arg("behind_key", character)), result: texts,
				nulls: nullAlways, fn: Builtin{Go: "StrToMapBy", Writer: true, Prepare: "PrepareDelimiters",
					PrepareArg: 1, PrepareCount: 2}}}},
}

func keysOf(c call) types.Type   { return types.ArrayOf(*c.args[0].Key) }
func valuesOf(c call) types.Type { return types.ArrayOf(*c.args[0].Elem) }

func entriesOf(c call) types.Type {
	return types.ArrayOf(types.RowOf(types.Field{Name: "key", Type: *c.args[0].Key},
		types.Field{Name: "value", Type: *c.args[0].Elem}))
}

func mapped(c call) types.Type { return types.MapOf(*c.args[0].Elem, *c.args[1].Elem) }

// texts is the type of STR_TO_MAP.
var texts = always(types.MapOf(types.StringOf(), types.StringOf()))
