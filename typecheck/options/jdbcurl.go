package options

import (
	"net/url"
	"strconv"
	"strings"
)

// JDBC is a parsed jdbc url.
type JDBC struct {
	Vendor   string // mysql, mariadb
	Host     string
	Port     int
	Database string
	// Params are settings of the Go driver that parameters of the url were mapped to, ordered as
	// in the url: tls (false, preferred, skip-verify, true), timeout, readTimeout, writeTimeout.
	Params  []Param
	tlsRank int // of the parameter that decided about tls
}

// Param is one setting of the Go driver.
type Param struct{ Name, Value string }

// urlParam is what flinkc does with a parameter of Connector/J's url.
type urlParam struct {
	Name   string
	Map    func(value string) (Param, bool) // nil: ignored or refused
	Refuse string                           // why it is refused; "" is not refused
	Note   string                           // why it is ignored, or what it means
}

const (
	tunesJava   = "it tunes the Java driver"
	oneStmt     = "flinkc sends multi-row statements by itself"
	sessionZone = "flinkc sends dates and times as text, which no zone changes"
)

// urlParams are the parameters that scripts have. What is not here is refused: a setting that
// silently does nothing is worse than an error.
var urlParams = []urlParam{
	{Name: "sslMode", Map: mapSSLMode, Note: "`DISABLED`, as without it; `PREFERRED`: TLS if the " +
		"server has it; `REQUIRED`: TLS, and neither checks whose; `VERIFY_CA`, " +
		"`VERIFY_IDENTITY`: TLS with a certificate for this host of an authority that the " +
		"system or the file in the environment variable SSL_CERT_FILE names"},
	{Name: "useSSL", Map: mapUseSSL,
		Note: "unless there is sslMode, `true` is `PREFERRED` and `false` is `DISABLED`"},
	{Name: "requireSSL", Map: mapRequireSSL,
		Note: "unless there is sslMode or useSSL=false, `true` is `REQUIRED`"},
	{Name: "connectTimeout", Map: millis("timeout"),
		Note: "milliseconds to make a connection; 5 s without it"},
	{Name: "socketTimeout", Map: millis("readTimeout"),
		Note: "milliseconds to wait for an answer; 90 s without it"},
	{Name: "verifyServerCertificate", Note: "sslMode decides what is verified"},
	{Name: "allowPublicKeyRetrieval", Note: "the Go driver asks for the key when it needs it"},
	{Name: "characterEncoding", Note: "flinkc always speaks utf8mb4"},
	{Name: "useUnicode", Note: "flinkc always speaks utf8mb4"},
	{Name: "connectionCollation", Note: "flinkc compares nothing in the database"},
	{Name: "characterSetResults", Note: "flinkc always speaks utf8mb4"},
	{Name: "serverTimezone", Note: sessionZone},
	{Name: "connectionTimeZone", Note: sessionZone},
	{Name: "forceConnectionTimeZoneToSession", Note: sessionZone},
	{Name: "useTimezone", Note: sessionZone},
	{Name: "useLegacyDatetimeCode", Note: sessionZone},
	{Name: "useJDBCCompliantTimezoneShift", Note: sessionZone},
	{Name: "noDatetimeStringSync", Note: sessionZone},
	{Name: "zeroDateTimeBehavior", Note: "flinkc does not read the table"},
	{Name: "tinyInt1isBit", Note: "flinkc does not read the table"},
	{Name: "rewriteBatchedStatements", Note: oneStmt},
	{Name: "useServerPrepStmts", Note: oneStmt},
	{Name: "useBatchMultiSend", Note: oneStmt},
	{Name: "useBulkStmts", Note: oneStmt},
	{Name: "allowMultiQueries", Note: oneStmt},
	{Name: "useAffectedRows", Note: "flinkc does not look at the count of rows"},
	{Name: "autoReconnect", Note: "flinkc always connects again"},
	{Name: "failOverReadOnly", Note: "there is one host"},
	{Name: "maxReconnects", Note: "flinkc tries again until the database is back"},
	{Name: "tcpKeepAlive", Note: "it is always on"},
	{Name: "tcpNoDelay", Note: "it is always on"},
	{Name: "cachePrepStmts", Note: tunesJava},
	{Name: "prepStmtCacheSize", Note: tunesJava},
	{Name: "prepStmtCacheSqlLimit", Note: tunesJava},
	{Name: "useCursorFetch", Note: tunesJava},
	{Name: "defaultFetchSize", Note: tunesJava},
	{Name: "useCompression", Note: "flinkc does not compress the connection"},
	{Name: "useInformationSchema", Note: tunesJava},
	{Name: "nullCatalogMeansCurrent", Note: tunesJava},
	{Name: "nullDatabaseMeansCurrent", Note: tunesJava},
	{Name: "useOldAliasMetadataBehavior", Note: tunesJava},
	{Name: "permitMysqlScheme", Note: tunesJava},
	{Name: "user", Refuse: "use the option username"},
	{Name: "password", Refuse: "use the option password, best with env() or file()"},
	{Name: "allowLoadLocalInfile", Refuse: "it lets the server read files of the client"},
	{Name: "allowLoadLocalInfileInPath", Refuse: "it lets the server read files of the client"},
	{Name: "allowUrlInLocalInfile", Refuse: "it lets the server read files of the client"},
	{Name: "allowLocalInfile", Refuse: "it lets the server read files of the client"},
	{Name: "autoDeserialize", Refuse: "it runs code that the server chooses"},
	{Name: "queryInterceptors", Refuse: "it names Java classes"},
	{Name: "statementInterceptors", Refuse: "it names Java classes"},
	{Name: "connectionLifecycleInterceptors", Refuse: "it names Java classes"},
	{Name: "exceptionInterceptors", Refuse: "it names Java classes"},
	{Name: "socketFactory", Refuse: "it names a Java class"},
	{Name: "trustCertificateKeyStoreUrl", Refuse: "Java key stores cannot be read"},
	{Name: "clientCertificateKeyStoreUrl", Refuse: "Java key stores cannot be read"},
	{Name: "sessionVariables", Refuse: "flinkc fixes the session's sql_mode and time zone"},
	{Name: "jdbcCompliantTruncation", Refuse: "flinkc always asks for strict mode"},
}

// millis maps a number of milliseconds to a duration of the Go driver; 0 means none in both.
func millis(name string) func(string) (Param, bool) {
	return func(value string) (Param, bool) {
		n, err := strconv.ParseUint(value, 10, 31)
		return Param{name, strconv.FormatUint(n, 10) + "ms"}, err == nil
	}
}

// parseJDBC reads jdbc:mysql://host:port/database?name=value&name=value.
func parseJDBC(r *resolution, e *Entry) *JDBC {
	rest, ok := strings.CutPrefix(e.Value, "jdbc:")
	vendor, address, ok2 := strings.Cut(rest, "://")
	if !ok || !ok2 {
		r.add(errURL(e, "it must begin with jdbc:mysql:// or jdbc:mariadb://"))
		return nil
	}
	if vendor != "mysql" && vendor != "mariadb" {
		r.add(errVendor(e, vendor))
		return nil
	}
	address, query, _ := strings.Cut(address, "?")
	host, database, _ := strings.Cut(address, "/")
	out := &JDBC{Vendor: vendor}
	if problem := out.place(host, database); problem != "" {
		r.add(errURL(e, problem))
		return nil
	}
	out.params(r, e, query)
	return out
}

// place sets host, port and database; the result says what is wrong.
func (j *JDBC) place(host, database string) string {
	if strings.ContainsAny(host, ",()@") {
		return "it must name one host, without user and password"
	}
	name, port, ok := splitHostPort(host)
	switch {
	case !ok:
		return "the port must be a number from 1 to 65535"
	case name == "":
		return "the host is missing"
	case database == "":
		return "the database is missing: write jdbc:" + j.Vendor + "://" + host + "/database"
	}
	decoded, err := url.PathUnescape(database)
	if err != nil || strings.ContainsRune(decoded, '/') {
		return "the name of the database is not valid"
	}
	j.Host, j.Port, j.Database = name, port, decoded
	return ""
}

// splitHostPort also takes a bare host and an IPv6 address in brackets.
func splitHostPort(s string) (host string, port int, ok bool) {
	const mysqlPort = 3306
	host, text := s, ""
	if i := strings.LastIndexByte(s, ':'); i >= 0 && !strings.HasSuffix(s, "]") {
		host, text = s[:i], s[i+1:]
		if text == "" {
			return "", 0, false
		}
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if text == "" {
		return host, mysqlPort, true
	}
	n, err := strconv.ParseUint(text, 10, 16)
	return host, int(n), err == nil && n > 0
}

func (j *JDBC) params(r *resolution, e *Entry, query string) {
	for _, part := range strings.Split(query, "&") {
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		value, err := url.QueryUnescape(value)
		if err != nil {
			r.add(errURL(e, "the value of "+name+" is not valid"))
			continue
		}
		j.param(r, e, Param{name, value})
	}
}

func (j *JDBC) param(r *resolution, e *Entry, p Param) {
	known := findParam(p.Name)
	switch {
	case known == nil:
		r.add(errUnknownParam(e, p.Name))
	case known.Refuse != "":
		r.add(errRefusedParam(e, known))
	case known.Map == nil:
		r.add(noteIgnoredParam(e, known))
	default:
		mapped, ok := known.Map(p.Value)
		if !ok {
			r.add(errURL(e, "'"+p.Value+"' is no value of the parameter "+p.Name))
			return
		}
		j.add(known, mapped)
	}
}

func (j *JDBC) add(known *urlParam, p Param) {
	if p.Name == tlsParam {
		j.addTLS(known, p)
		return
	}
	j.Params = append(j.Params, p)
}

func findParam(name string) *urlParam {
	for i := range urlParams {
		if strings.EqualFold(urlParams[i].Name, name) {
			return &urlParams[i]
		}
	}
	return nil
}

func paramNames() []string {
	var out []string
	for _, p := range urlParams {
		out = append(out, p.Name)
	}
	return out
}
