package function

import "github.com/flinkc/flinkc/typecheck/types"

// Parameters that many string functions share.
var (
	str    = arg("string", character)
	other  = arg("other", character)
	chset  = arg("characters", character)
	count  = arg("count", integer)
	index0 = arg("index", integer)
	start  = arg("start", integer)
	width  = arg("length", integer)
	pad    = arg("pad", character)
)

const inStrings = "Strings"

// stringTable has the functions on strings. A character is a code point, but for OVERLAY, LPAD and
// RPAD, which count UTF-16 units as Java does.
var stringTable = []Family{
	{Name: "UPPER", Section: inStrings, Example: "UPPER('straße') = 'STRASSE'",
		Doc:   "Upper case by the Unicode rules, whatever the locale.",
		forms: []overload{{params: args(str), result: same, fn: Builtin{Go: "Upper", Arena: true}}}},
	{Name: "LOWER", Section: inStrings, Example: "LOWER('ABC') = 'abc'",
		Doc:   "Lower case by the Unicode rules, whatever the locale.",
		forms: []overload{{params: args(str), result: same, fn: Builtin{Go: "Lower", Arena: true}}}},
	{Name: "INITCAP", Section: inStrings, Example: "INITCAP('flink SQL') = 'Flink Sql'",
		Doc:   "First letter of each run of ASCII letters and digits in upper case, the rest in lower case.",
		forms: []overload{{params: args(str), result: same, fn: Builtin{Go: "InitCap", Arena: true}}}},
	{Name: "CHAR_LENGTH", Aliases: []string{"CHARACTER_LENGTH"}, Section: inStrings,
		Doc: "Number of code points.", Example: "CHAR_LENGTH('añ') = 2",
		forms: []overload{{params: args(str), result: int32s, fn: Builtin{Go: "CharLength"}}}},
	{Name: "SUBSTRING", Aliases: []string{"SUBSTR"}, Section: inStrings,
		Doc: "Part of the string from start, 1-based. 0 is 1; a negative start counts from the end; a start " +
			"outside gives ''. A negative length gives NULL.",
		Example: "SUBSTRING('abcdef', 3, 2) = 'cd'",
		forms: []overload{
			{params: args(str, start), result: varying, nulls: nullAlways, fn: Builtin{Go: "SubstringFrom"}},
			{params: args(str, start, width), result: varying, nulls: nullAlways,
				fn: Builtin{Go: "Substring", Form: OrNull}},
		}},
	{Name: "LEFT", Section: inStrings, Example: "LEFT('abc', 2) = 'ab'",
		Doc:   "The first characters; '' when the count is negative.",
		forms: []overload{{params: args(str, count), result: varying, fn: Builtin{Go: "Left"}}}},
	{Name: "RIGHT", Section: inStrings, Example: "RIGHT('abc', 2) = 'bc'",
		Doc:   "The last characters; '' when the count is negative.",
		forms: []overload{{params: args(str, count), result: varying, fn: Builtin{Go: "Right"}}}},
	trimFamily("TRIM", "TrimBlanks", "TrimBoth", "TRIM('  a ') = 'a'",
		"Without blanks at both ends, or without the given characters."),
	trimFamily("TRIM BOTH", "TrimBlanks", "TrimBoth", "TRIM(BOTH 'xy' FROM 'xaxy') = 'a'",
		"Without any of the characters at both ends."),
	{Name: "BTRIM", Section: inStrings, Example: "BTRIM('xaxy', 'xy') = 'a'",
		Doc: "Without blanks, or any of the characters, at both ends.",
		forms: []overload{
			{params: args(str), result: text, fn: Builtin{Go: "TrimBlanks"}},
			{params: args(str, chset), result: text, fn: Builtin{Go: "TrimBoth"}},
		}},
	trimFamily("LTRIM", "TrimLeftBlanks", "TrimLeft", "LTRIM('xya', 'yx') = 'a'",
		"Without blanks, or any of the characters, at the start."),
	trimFamily("TRIM LEADING", "TrimLeftBlanks", "TrimLeft", "TRIM(LEADING 'x' FROM 'xxa') = 'a'",
		"Without any of the characters at the start."),
	trimFamily("RTRIM", "TrimRightBlanks", "TrimRight", "RTRIM('axy', 'yx') = 'a'",
		"Without blanks, or any of the characters, at the end."),
	trimFamily("TRIM TRAILING", "TrimRightBlanks", "TrimRight", "TRIM(TRAILING 'x' FROM 'axx') = 'a'",
		"Without any of the characters at the end."),
	{Name: "||", Section: inStrings, Doc: "Both strings, one after the other.", Example: "'a' || 'b' = 'ab'",
		forms: []overload{{params: args(str, other), result: joined, fn: Builtin{Go: "Concat2", Arena: true}}}},
	{Name: "CONCAT", Section: inStrings, Example: "CONCAT('a', 'b', 'c') = 'abc'",
		Doc: "All strings, one after the other; NULL if one is NULL.",
		forms: []overload{{params: args(str), repeat: 1, result: text,
			fn: Builtin{Go: "Concat", Arena: true}}}},
	{Name: "CONCAT_WS", Section: inStrings, Example: "CONCAT_WS(',', 'a', NULL, 'b') = 'a,b'",
		Doc: "The strings that are not NULL with a separator between; NULL only if the separator is NULL.",
		forms: []overload{{params: args(arg("separator", character), str), repeat: 1, result: text,
			nulls: nullByFirst,
			fn:    Builtin{Go: "ConcatWS", Arena: true, Form: OrNull, Null: SeesMaybe}}}},
	{Name: "POSITION", Section: inStrings, Example: "POSITION('b' IN 'abc') = 2",
		Doc:   "1-based place of the first string in the second, 0 if absent.",
		forms: []overload{{params: args(other, str), result: int32s, fn: Builtin{Go: "Position"}}}},
	{Name: "INSTR", Section: inStrings, Example: "INSTR('abc', 'b') = 2",
		Doc: "1-based place of the second string in the first, 0 if absent. With a start the search begins " +
			"there, and goes to the left for a negative one, counted from the end; with an occurrence that one " +
			"is meant.",
		forms: []overload{
			{params: args(str, other), result: int32s, fn: Builtin{Go: "Instr"}},
			{params: args(str, other, start), result: int32s, fn: Builtin{Go: "InstrFrom"}},
			{params: args(str, other, start, arg("occurrence", integer)), result: int32s,
				fn: Builtin{Go: "InstrNth", Form: OrError}},
		}},
	{Name: "LOCATE", Section: inStrings, Example: "LOCATE('a', 'banana', 3) = 4",
		Doc: "1-based place of the first string in the second, at or behind start; 0 if absent.",
		forms: []overload{
			{params: args(other, str), result: int32s, fn: Builtin{Go: "Position"}},
			{params: args(other, str, start), result: int32s, fn: Builtin{Go: "Locate"}},
		}},
	padFamily("LPAD", "LPad", "LPAD('7', 3, '0') = '007'",
		"The string filled up on the left, or cut, to a length; NULL for a negative length or an empty pad."),
	padFamily("RPAD", "RPad", "RPAD('7', 3, '0') = '700'",
		"The string filled up on the right, or cut, to a length; NULL for a negative length or an empty pad."),
	{Name: "REPEAT", Section: inStrings, Example: "REPEAT('ab', 2) = 'abab'",
		Doc: "The string so many times; '' for a count below 1. A result over 1 GiB fails the job.",
		forms: []overload{{params: args(str, count), result: text,
			fn: Builtin{Go: "Repeat", Arena: true, Form: OrError}}}},
	{Name: "REVERSE", Section: inStrings, Example: "REVERSE('abc') = 'cba'",
		Doc: "The code points in reverse order.",
		forms: []overload{{params: args(str), result: text, nulls: nullAlways,
			fn: Builtin{Go: "Reverse", Arena: true}}}},
	{Name: "ASCII", Section: inStrings, Example: "ASCII('A') = 65",
		Doc:   "The first byte as a signed number, 0 for ''.",
		forms: []overload{{params: args(str), result: int32s, fn: Builtin{Go: "ASCII"}}}},
	{Name: "CHR", Section: inStrings, Example: "CHR(65) = 'A'",
		Doc: "The Latin-1 character of the lowest byte; '' for a negative number.",
		forms: []overload{{params: args(arg("code", long)), result: text, nulls: nullAlways,
			fn: Builtin{Go: "Chr"}}}},
	{Name: "REPLACE", Section: inStrings, Example: "REPLACE('aXbX', 'X', '-') = 'a-b-'",
		Doc: "All occurrences of the search text replaced, left to right.",
		forms: []overload{{params: args(str, arg("search", character), arg("replacement", character)),
			result: text, fn: Builtin{Go: "Replace", Arena: true}}}},
	{Name: "TRANSLATE", Aliases: []string{"TRANSLATE3"}, Section: inStrings,
		Doc: "Each character of from becomes the one at its place in to; those without are removed. NULL is as " +
			"'' there.",
		Example: "TRANSLATE('abc', 'ab', 'x') = 'xc'",
		forms: []overload{{params: args(str, arg("from", character), arg("to", character)), result: text,
			nulls: nullByFirst, fn: Builtin{Go: "Translate", Form: OrNull, Null: SeesMaybe, Arena: true}}}},
	{Name: "OVERLAY", Section: inStrings, Example: "OVERLAY('abcdef' PLACING 'XY' FROM 3) = 'abXYef'",
		Doc: "Length characters from start replaced by the other string; by default its length. A start " +
			"outside leaves the string as it is; a length below 1 cuts the rest off.",
		forms: []overload{
			{params: args(str, other, start), result: overlaid, fn: Builtin{Go: "OverlayAll", Arena: true}},
			{params: args(str, other, start, width), result: overlaid,
				fn: Builtin{Go: "Overlay", Arena: true}},
		}},
	{Name: "SPLIT_INDEX", Section: inStrings, Example: "SPLIT_INDEX('a,b,c', ',', 1) = 'b'",
		Doc: "Part number index, 0-based, of the string split by a separator, which may be a character code " +
			"from 1 to 255; empty parts count. NULL if there is no such part.",
		forms: []overload{
			{params: args(str, arg("separator", character), index0), result: text, nulls: nullAlways,
				fn: Builtin{Go: "SplitIndex", Form: OrNull, Place: "Parts", PlaceArgs: 2}},
			{params: args(str, arg("code", integer), index0), result: text, nulls: nullAlways,
				fn: Builtin{Go: "SplitIndexCode", Form: OrNull}},
		}},
	{Name: "STARTSWITH", Section: inStrings, Example: "STARTSWITH('abc', 'ab') = TRUE",
		Doc: "Whether the string or bytes begin with the other; every string begins with ''.",
		forms: []overload{{params: args(arg("string", textBytes), arg("other", textBytes)), result: truth,
			fn: Builtin{Go: "StartsWith"}}}},
	{Name: "ENDSWITH", Section: inStrings, Example: "ENDSWITH('abc', 'bc') = TRUE",
		Doc: "Whether the string or bytes end with the other; every string ends with ''.",
		forms: []overload{{params: args(arg("string", textBytes), arg("other", textBytes)), result: truth,
			fn: Builtin{Go: "EndsWith"}}}},
	{Name: "ELT", Section: inStrings, Example: "ELT(2, 'a', 'b') = 'b'",
		Doc: "The string at a 1-based place among the others; NULL when there is none.",
		forms: []overload{{params: args(arg("index", long), str), repeat: 1, result: chosen,
			nulls: nullAlways, fn: Builtin{Go: "Elt", Form: OrNull, Null: SeesMaybe}}}},
	{Name: "HASH_CODE", Section: inStrings, Example: "HASH_CODE('abc') = 96354",
		Doc:   "The absolute value of Java's String.hashCode.",
		forms: []overload{{params: args(str), result: int32s, fn: Builtin{Go: "HashCode"}}}},
}

// chosen is the common type of the texts behind the first argument.
func chosen(c call) types.Type {
	t, _ := types.Common(c.args[1:]...)
	return t
}

// trimFamily has the form for blanks and the one for a set of characters.
func trimFamily(name, blanks, set, example, doc string) Family {
	return Family{Name: name, Section: inStrings, Doc: doc, Example: example, forms: []overload{
		{params: args(str), result: varying, fn: Builtin{Go: blanks}},
		{params: args(str, chset), result: varying, fn: Builtin{Go: set}},
	}}
}

// padFamily is nullable whatever the arguments: Flink declares NOT NULL and then fails on its own
// NULL.
func padFamily(name, fn, example, doc string) Family {
	return Family{Name: name, Section: inStrings, Doc: doc, Example: example, forms: []overload{
		{params: args(str, width, pad), result: text, nulls: nullAlways,
			fn: Builtin{Go: fn, Arena: true, Form: OrNull}},
	}}
}
