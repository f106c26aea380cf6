package function

import "github.com/flinkc/flinkc/typecheck/types"

const inPatterns = "Patterns"

var (
	textList = always(types.ArrayOf(types.StringOf()))

	regex = arg("regex", character)
	like  = arg("pattern", character)
)

// patternTable has LIKE and the functions on regular expressions, which are Java's but for what
// only a backtracking engine can do: look-around, back-references, possessive and atomic groups.
var patternTable = []Family{
	{Name: "LIKE", Section: inPatterns, Example: "'abc' LIKE 'a%' = TRUE",
		Doc: "Whether the whole string fits a pattern: % is any text, _ any character but a line end. There " +
			"is no escape character unless ESCAPE names one.",
		forms: []overload{
			{params: args(str, like), result: truth,
				fn: Builtin{Go: "Like", Prepare: "PrepareLike", PrepareArg: 1}},
			{params: args(str, like, arg("escape", character)), result: truth,
				fn: Builtin{Go: "Like", Prepare: "PrepareLikeEscape", PrepareArg: 1, PrepareCount: 2}},
		}},
	{Name: "SIMILAR TO", Section: inPatterns, Example: "'404' SIMILAR TO '4[0-9][0-9]' = TRUE",
		Doc: "Whether the whole string fits an SQL regular expression.",
		forms: []overload{
			{params: args(str, like), result: truth,
				fn: Builtin{Go: "Similar", Prepare: "PrepareSimilar", PrepareArg: 1}},
			{params: args(str, like, arg("escape", character)), result: truth,
				fn: Builtin{Go: "Similar", Prepare: "PrepareSimilarEscape", PrepareArg: 1, PrepareCount: 2}},
		}},
	{Name: "REGEXP", Section: inPatterns, Example: "REGEXP('abc', 'b.') = TRUE",
		Doc: "Whether the regular expression is found; FALSE for an empty or wrong one.",
		forms: []overload{{params: args(str, regex), result: truth,
			fn: Builtin{Go: "RegexpFind", Prepare: "PrepareRegexp", PrepareArg: 1}}}},
	{Name: "REGEXP_EXTRACT", Section: inPatterns, Example: "REGEXP_EXTRACT('k=7', 'k=(.)', 1) = '7'",
		Doc: "Group index of the first match, by default 0, the whole match. NULL without a match, without " +
			"such a group and for a wrong expression.",
		forms: []overload{
			{params: args(str, regex), result: text, nulls: nullAlways,
				fn: Builtin{Go: "RegexpExtract", Form: OrNull, Prepare: "PrepareRegexp", PrepareArg: 1}},
			{params: args(str, regex, arg("group", integer)), result: text, nulls: nullAlways,
				fn: Builtin{Go: "RegexpGroup", Form: OrNull, Prepare: "PrepareRegexp", PrepareArg: 1}},
		}},
	{Name: "REGEXP_REPLACE", Section: inPatterns, Example: "REGEXP_REPLACE('aab', 'a+', 'x') = 'xb'",
		Doc: "All matches replaced by a text, in which $1 means nothing special; NULL for a wrong expression.",
		forms: []overload{{params: args(str, regex, arg("replacement", character)), result: text,
			nulls: nullAlways, fn: Builtin{Go: "RegexpReplace", Arena: true, Form: OrNull,
				Prepare: "PrepareRegexp", PrepareArg: 1}}}},
	{Name: "REGEXP_SUBSTR", Section: inPatterns, Example: "REGEXP_SUBSTR('k=7', '[0-9]+') = '7'",
		Doc: "The first match; NULL without one and for a wrong expression.",
		forms: []overload{{params: args(str, regex), result: text, nulls: nullAlways,
			fn: Builtin{Go: "RegexpExtract", Form: OrNull, Prepare: "PrepareRegexp", PrepareArg: 1}}}},
	{Name: "REGEXP_COUNT", Section: inPatterns, Example: "REGEXP_COUNT('banana', 'an') = 2",
		Doc: "How many matches there are; NULL for a wrong expression.",
		forms: []overload{{params: args(str, regex), result: int32s, nulls: nullAlways,
			fn: Builtin{Go: "RegexpCount", Form: OrNull, Prepare: "PrepareRegexp", PrepareArg: 1}}}},
	{Name: "REGEXP_INSTR", Section: inPatterns, Example: "REGEXP_INSTR('k=7', '[0-9]') = 3",
		Doc: "1-based place of the first match in UTF-16 units, 0 without one; NULL for a wrong expression.",
		forms: []overload{{params: args(str, regex), result: int32s, nulls: nullAlways,
			fn: Builtin{Go: "RegexpInstr", Form: OrNull, Prepare: "PrepareRegexp", PrepareArg: 1}}}},
	{Name: "REGEXP_EXTRACT_ALL", Section: inPatterns,
		Example: "REGEXP_EXTRACT_ALL('a1b2', '([a-z])[0-9]') = ARRAY['a', 'b']",
		Doc:     "Group index of all matches, by default 1; NULL without such a group and for a wrong expression.",
		forms: []overload{
			{params: args(str, regex), result: textList, nulls: nullAlways,
				fn: Builtin{Go: "RegexpAll", Form: OrNull, Writer: true, Prepare: "PrepareRegexp", PrepareArg: 1}},
			{params: args(str, regex, arg("group", integer)), result: textList, nulls: nullAlways,
				fn: Builtin{Go: "RegexpAllOf", Form: OrNull, Writer: true, Prepare: "PrepareRegexp", PrepareArg: 1}},
		}},
	{Name: "IS_ALPHA", Section: inPatterns, Example: "IS_ALPHA('aé') = TRUE",
		Doc:   "Whether there are only letters, at least one; FALSE for NULL.",
		forms: sawNull(truth, "IsAlpha", character)},
	{Name: "IS_DIGIT", Section: inPatterns, Example: "IS_DIGIT('12') = TRUE",
		Doc:   "Whether there are only digits, at least one; FALSE for NULL.",
		forms: sawNull(truth, "IsDigit", character)},
	{Name: "IS_DECIMAL", Section: inPatterns, Example: "IS_DECIMAL('1.5e3') = TRUE",
		Doc:   "Whether the text is a number as Java reads one; FALSE for NULL.",
		forms: sawNull(truth, "IsDecimal", character)},
}

// sawNull is the one overload of a function that answers for NULL too.
func sawNull(r resultRule, fn string, c class) []overload {
	return []overload{{params: args(arg("string", c)), result: r, nulls: nullNever,
		fn: Builtin{Go: fn, Null: Sees}}}
}
