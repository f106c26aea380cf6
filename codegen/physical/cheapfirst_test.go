package physical

import (
	"strings"
	"testing"
)

// TestCheapFirst wants cheap conditions in front, except around what can fail.
func TestCheapFirst(t *testing.T) {
	for _, tt := range []struct{ cond, want string }{
		{"s LIKE 'x%y' AND a > 1",
			"(a > 1) AND (s LIKE 'x%y')"},
		{"s LIKE 'x%y' OR UPPER(s) = 'A' OR a > 1",
			"((a > 1) OR (UPPER(s) = 'A')) OR (s LIKE 'x%y')"},
		{"a > 1 AND b > 2",
			"(a > 1) AND (b > 2)"},
		{"b > 2 AND (s LIKE 'x%y' OR a > 1)",
			"(b > 2) AND ((a > 1) OR (s LIKE 'x%y'))"},
		{"UPPER(s) = 'A' AND b / a > 1 AND a > 1",
			"((UPPER(s) = 'A') AND ((b / a::BIGINT) > 1)) AND (a > 1)"},
		{"UPPER(s) = 'A' AND a > 1 AND b / a > 1",
			"((a > 1) AND (UPPER(s) = 'A')) AND ((b / a::BIGINT) > 1)"},
		{"UPPER(s) = 'A' AND CAST(s AS INT) = 1 AND a > 1",
			"((UPPER(s) = 'A') AND (CAST(s AS INT) = 1)) AND (a > 1)"},
		{"UPPER(s) = 'A' AND TRY_CAST(s AS INT) = 1",
			"(TRY_CAST(s AS INT) = 1) AND (UPPER(s) = 'A')"},
		{"REGEXP(s, UPPER(s)) AND a > 1",
			"REGEXP(s, UPPER(s)) AND (a > 1)"},
		{"CASE WHEN REGEXP(s, 'x') OR a > 1 THEN TRUE END",
			"CASE WHEN (a > 1) OR REGEXP(s, 'x') THEN TRUE ELSE NULL END"},
		{"REGEXP(s, 'x') AND a BETWEEN 1 AND 2 AND s LIKE '_'",
			"(((a >= 1) AND (a <= 2)) AND REGEXP(s, 'x')) AND (s LIKE '_')"},
	} {
		plan := lowered(t, "INSERT INTO h SELECT b FROM t WHERE "+tt.cond+";", "").String()
		_, filter, _ := strings.Cut(plan, "  filter ")
		if got, _, _ := strings.Cut(filter, "\n"); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.cond, got, tt.want)
		}
	}
}
