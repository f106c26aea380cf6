package lang

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// Token kinds. The value of a token is its text, except for literals and quoted names, whose
// escapes are resolved: there a mark stands in front ("'" for texts, "x'" for bytes, "`" for
// names), so that no literal can ever be taken for a word of the language.
const (
	tokenIdent lexer.TokenType = iota + 1
	tokenQuoted
	tokenKeyword
	tokenString
	tokenBytes
	tokenNumber
	tokenOp
	tokenBlank
	tokenComment
	tokenBad // a lexical error, already reported
)

var symbols = map[string]lexer.TokenType{
	"EOF": lexer.EOF, "Ident": tokenIdent, "Quoted": tokenQuoted, "Keyword": tokenKeyword,
	"String": tokenString, "Bytes": tokenBytes, "Number": tokenNumber, "Op": tokenOp,
	"Blank": tokenBlank, "Comment": tokenComment, "Bad": tokenBad,
}

const (
	textMark  = "'"
	bytesMark = "x'"
	nameMark  = "`"
)

// reserved are the words that are no names unless in backticks.
var reserved = wordSet(`ALL ALTER AND ANY ARRAY AS AT BEGIN BETWEEN BIGINT BINARY BOOLEAN BOTH BY
	BYTES CALL CASE CAST CHAR CHARACTER CHECK COLLECT COLUMN COMMENT COMMIT CONSTRAINT COUNT CREATE
	CROSS CUBE CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURSOR DATE DAY DECIMAL DEFAULT
	DELETE DESCRIBE DISTINCT DOUBLE DROP ELSE END ESCAPE EXCEPT EXECUTE EXISTS EXPLAIN FALSE FETCH
	FILTER FLOAT FOR FROM FULL FUNCTION GROUP GROUPING HAVING HOUR IN INNER INSERT INT INTEGER
	INTERSECT INTERVAL INTO IS JOIN LANGUAGE LATERAL LEADING LEFT LIKE LIMIT LOCAL LOCALTIME
	LOCALTIMESTAMP MATCH MATCH_RECOGNIZE MEASURES MERGE METHOD MINUTE MODULE MONTH MULTISET NATURAL
	NEW NOT NULL NUMERIC OF OFFSET ON ONLY OR ORDER OUT OUTER OVER PARTITION PATTERN PERCENT PERIOD
	POSITION PRECISION PRIMARY QUALIFY RANGE RANK RAW REAL REFERENCES RESET RESULT RETURN RETURNS
	RIGHT ROLLUP ROW ROWS SECOND SELECT SET SHOW SIMILAR SMALLINT SOME SQL START STATEMENT STRING SUM
	SYMMETRIC SYSTEM TABLE TABLES TABLESAMPLE THEN TIME TIMESTAMP TINYINT TO TRAILING TRUE UNION
	UNIQUE UNKNOWN UNNEST UPDATE UPPER USE USER USING VALUE VALUES VARBINARY VARCHAR WATERMARK
	WATERMARKS WHEN WHERE WINDOW WITH WITHIN WITHOUT YEAR`)

// callable are the reserved words that are functions when a parenthesis follows.
var callable = wordSet(`CALL COLLECT COUNT DAY GROUPING HOUR LEFT MINUTE MONTH PERCENT POSITION RANK
	RIGHT SECOND SUM UPPER USER YEAR VALUE`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// longestReserved bounds the work of isReserved for long names.
const longestReserved = 20

func isReserved(word string) bool {
	return len(word) <= longestReserved && reserved[strings.ToUpper(word)]
}

// definition tells participle the token kinds. Sources are not lexed through it: a script is lexed
// once, with its variables, and each statement is parsed from its part of the tokens.
type definition struct{}

// Symbols returns the token kinds by name.
func (definition) Symbols() map[string]lexer.TokenType { return symbols }
