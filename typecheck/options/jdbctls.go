package options

import (
	"slices"
	"strings"
)

// tlsParam is the Go driver's setting that three parameters of the url are mapped to.
const tlsParam = "tls"

// sslModes maps Connector/J's sslMode to the Go driver's tls. VERIFY_CA has no equal; the
// stricter check of the name as well is the safe side.
var sslModes = map[string]string{"DISABLED": "false", "PREFERRED": "preferred",
	"REQUIRED": "skip-verify", "VERIFY_CA": "true", "VERIFY_IDENTITY": "true",
	"DISABLE": "false", "TRUST": "skip-verify", "VERIFY-CA": "true", "VERIFY-FULL": "true"}

func mapSSLMode(value string) (Param, bool) {
	tls, ok := sslModes[strings.ToUpper(value)]
	return Param{tlsParam, tls}, ok
}

func mapUseSSL(value string) (Param, bool) {
	on, ok := parseBool(value)
	if !on {
		return Param{tlsParam, "false"}, ok
	}
	return Param{tlsParam, "preferred"}, ok
}

func mapRequireSSL(value string) (Param, bool) {
	on, ok := parseBool(value)
	if !on {
		return Param{tlsParam, "preferred"}, ok
	}
	return Param{tlsParam, "skip-verify"}, ok
}

// addTLS keeps what counts most, in whatever order the parameters come.
func (j *JDBC) addTLS(known *urlParam, p Param) {
	rank := tlsRank(known, p.Value)
	at := slices.IndexFunc(j.Params, func(p Param) bool { return p.Name == tlsParam })
	switch {
	case at < 0:
		j.Params = append(j.Params, p)
	case rank >= j.tlsRank:
		j.Params[at] = p
	default:
		return
	}
	j.tlsRank = rank
}

// tlsRank orders the parameters as Connector/J does: sslMode decides; without it useSSL=false
// switches TLS off, whatever requireSSL says, and requireSSL is more than useSSL.
func tlsRank(known *urlParam, mode string) int {
	switch {
	case strings.EqualFold(known.Name, "sslMode"):
		return 3
	case mode == "false":
		return 2
	case mode == "skip-verify":
		return 1
	}
	return 0
}
