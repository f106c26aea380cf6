package function

import "github.com/flinkc/flinkc/typecheck/types"

const inCoding = "Digests, encodings and URLs"

// codingTable has digests, encodings of text and numbers, URLs and UUIDs.
var codingTable = []Family{
	digest("MD5", 32, "MD5('') = 'd41d8cd98f00b204e9800998ecf8427e'"),
	digest("SHA1", 40, "SHA1('abc') = 'a9993e364706816aba3e25717850c26c9cd0d89d'"),
	digest("SHA224", 56, "SHA224('abc')"),
	digest("SHA256", 64, "SHA256('abc')"),
	digest("SHA384", 96, "SHA384('abc')"),
	digest("SHA512", 128, "SHA512('abc')"),
	{Name: "SHA2", Section: inCoding, Example: "SHA2('abc', 256)",
		Doc: "SHA digest of 224, 256, 384 or 512 bits in hexadecimal; another number fails the job.",
		forms: []overload{{params: args(str, arg("bits", integer)), result: always(types.VarCharOf(128)),
			fn: Builtin{Go: "SHA2", Arena: true, Form: OrError}}}},
	{Name: "HEX", Section: inCoding, Example: "HEX(255) = 'FF'",
		Doc: "An integer as 64 bits, or the bytes of a string, in upper case hexadecimal.",
		forms: []overload{
			{params: args(arg("number", long)), result: text, fn: Builtin{Go: "HexInteger", Arena: true}},
			{params: args(str), result: text, fn: Builtin{Go: "HexText", Arena: true}},
		}},
	{Name: "UNHEX", Section: inCoding, Example: "UNHEX('466C') = x'466c'",
		Doc: "The bytes that a string has in hexadecimal, an odd one with a 0 in front; NULL if it is not hex.",
		forms: []overload{{params: args(str), result: always(types.BytesOf()), nulls: nullAlways,
			fn: Builtin{Go: "Unhex", Arena: true, Form: OrNull}}}},
	{Name: "BIN", Section: inCoding, Example: "BIN(5) = '101'",
		Doc:   "An integer as 64 bits in binary without leading zeros.",
		forms: []overload{{params: args(arg("number", long)), result: text, fn: Builtin{Go: "Bin", Arena: true}}}},
	{Name: "TO_BASE64", Section: inCoding, Doc: "The bytes of a string in base64.",
		Example: "TO_BASE64('abc') = 'YWJj'",
		forms:   []overload{{params: args(str), result: text, fn: Builtin{Go: "ToBase64", Arena: true}}}},
	{Name: "FROM_BASE64", Section: inCoding, Example: "FROM_BASE64('YWJj') = 'abc'",
		Doc: "The text that base64 stands for; anything else fails the job.",
		forms: []overload{{params: args(str), result: text,
			fn: Builtin{Go: "FromBase64", Arena: true, Form: OrError}}}},
	{Name: "ENCODE", Section: inCoding, Example: "ENCODE('aé', 'ISO-8859-1') = X'61e9'",
		Doc: "The bytes of a text in a character set: US-ASCII, ISO-8859-1, UTF-8, UTF-16, UTF-16BE or UTF-16LE. " +
			"What the set lacks is a question mark.",
		forms: []overload{{params: args(str, arg("charset", character)), result: always(types.BytesOf()),
			nulls: nullAlways, fn: Builtin{Go: "Encode", Arena: true, Prepare: "PrepareCharset", PrepareArg: 1}}}},
	{Name: "DECODE", Section: inCoding, Example: "DECODE(X'61e9', 'ISO-8859-1') = 'aé'",
		Doc: "The text of bytes in a character set, see ENCODE; U+FFFD for what is none.",
		forms: []overload{{params: args(arg("bytes", bytesOnly), arg("charset", character)), result: text,
			nulls: nullAlways, fn: Builtin{Go: "Decode", Arena: true, Prepare: "PrepareCharset", PrepareArg: 1}}}},
	{Name: "UUID", Section: inCoding, Doc: "A random UUID, version 4, in lower case.", Example: "UUID()",
		forms: []overload{{result: chars(36),
			fn: Builtin{Go: "UUID", Context: true, Arena: true, NotDeterministic: true}}}},
	{Name: "URL_ENCODE", Section: inCoding, Example: "URL_ENCODE('a b&') = 'a+b%26'",
		Doc:   "The string as a form value, application/x-www-form-urlencoded in UTF-8.",
		forms: []overload{{params: args(str), result: text, fn: Builtin{Go: "URLEncode", Arena: true}}}},
	{Name: "URL_DECODE", Section: inCoding, Example: "URL_DECODE('a+b%26') = 'a b&'",
		Doc: "The text that a form value stands for; NULL for a wrong % sequence.",
		forms: []overload{{params: args(str), result: text, nulls: nullAlways,
			fn: Builtin{Go: "URLDecode", Arena: true, Form: OrNull}}}},
	{Name: "PARSE_URL", Section: inCoding, Example: "PARSE_URL('http://h/p?k=v', 'QUERY', 'k') = 'v'",
		Doc: "HOST, PATH, QUERY, REF, PROTOCOL, AUTHORITY, FILE or USERINFO of a URL, or one key of its " +
			"QUERY; NULL for what is missing, an unknown part and text that is no URL.",
		forms: []overload{
			{params: args(arg("url", character), arg("part", character)), result: text, nulls: nullAlways,
				fn: Builtin{Go: "ParseURL", Arena: true, Form: OrNull}},
			{params: args(arg("url", character), arg("part", character), arg("key", character)),
				result: text, nulls: nullAlways, fn: Builtin{Go: "ParseURLKey", Form: OrNull}},
		}},
}

// digest is a function whose result has n hexadecimal digits.
func digest(name string, n int, example string) Family {
	return Family{Name: name, Section: inCoding, Example: example,
		Doc:   name + " digest of the string's bytes in lower case hexadecimal.",
		forms: []overload{{params: args(str), result: chars(n), fn: Builtin{Go: name, Arena: true}}}}
}
