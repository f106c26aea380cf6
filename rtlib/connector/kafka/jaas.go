package kafka

import "strings"

// setJaas reads user and password out of a JAAS line:
//
//	org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";
//
// Errors never show the line, since it holds the password.
func setJaas(c *Config, _, value string) error {
	s := &c.Properties.Security
	module, rest, _ := strings.Cut(strings.TrimSpace(value), " ")
	if s.Mechanism == "" {
		s.Mechanism = mechanismOf(module)
	}
	rest, ok := strings.CutPrefix(strings.TrimSpace(rest), "required")
	if !ok {
		return errJaas("the word required is missing")
	}
	for rest = strings.TrimSpace(rest); rest != "" && rest != ";"; rest = strings.TrimSpace(rest) {
		var key, val string
		if key, val, rest, ok = jaasPair(rest); !ok {
			return errJaas("an option is not of the form name=\"value\"")
		}
		switch key {
		case "username":
			s.User = val
		case "password":
			s.Password = val
		}
	}
	if s.User == "" {
		return errJaas("username is missing")
	}
	return nil
}

// mechanismOf is the mechanism of Kafka's login modules when properties.sasl.mechanism is not set.
func mechanismOf(module string) string {
	if strings.HasSuffix(module, ".ScramLoginModule") {
		return "SCRAM-SHA-256"
	}
	return "PLAIN"
}

// jaasPair reads name="value" with backslash escapes, or name=value without quotes.
func jaasPair(s string) (key, value, rest string, ok bool) {
	key, s, ok = strings.Cut(s, "=")
	key, s = strings.TrimSpace(key), strings.TrimSpace(s)
	if !ok || s == "" {
		return "", "", "", false
	}
	quote := s[0]
	if quote != '"' && quote != '\'' {
		end := strings.IndexAny(s, " \t\r\n;")
		if end < 0 {
			end = len(s)
		}
		return key, s[:end], s[end:], true
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == quote:
			return key, b.String(), s[i+1:], true
		case s[i] == '\\' && i+1 < len(s):
			i++
		}
		b.WriteByte(s[i])
	}
	return "", "", "", false
}
