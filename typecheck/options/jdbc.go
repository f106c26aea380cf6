package options

// jdbcConnector writes tables of MySQL and MariaDB.
var jdbcConnector = connector{
	Name:   "jdbc",
	Doc:    "Writes a table of MySQL or MariaDB.",
	NoScan: "flinkc writes jdbc tables but does not read them yet",
	Check:  checkJDBC,
	Options: []Option{
		{Key: "url", Required: true,
			Doc: "jdbc:mysql://host:port/database or jdbc:mariadb://host:port/database."},
		{Key: "table-name", Required: true, Doc: "Table in the database."},
		{Key: "username", Secret: true, Doc: "User; needs password."},
		{Key: "password", Secret: true, Doc: "Password; needs username."},
		{Key: "driver", Status: Ignored, Why: "flinkc has its own driver; the url decides."},
		{Key: "compatible-mode", Status: Unsupported, Why: "Only MySQL and MariaDB are known."},
		{Key: "connection.max-retry-timeout", Kind: Duration, Default: "60 s",
			Doc: "How long one attempt to connect may take; at least 1 s."},
		{Key: "scan.*", Role: Source, Status: Ignored, Why: "flinkc does not read jdbc tables yet."},
		{Key: "lookup.*", Role: Source, Status: Ignored,
			Why: "flinkc does not look rows up in jdbc tables yet."},
		{Key: "filter.handling.policy", Role: Source, Status: Ignored,
			Why: "flinkc does not read jdbc tables yet."},
		{Key: "sink.buffer-flush.max-rows", Kind: Int, Role: Sink, Default: "100",
			Doc: "Rows after which an epoch ends; 0 is no limit."},
		{Key: "sink.buffer-flush.interval", Kind: Duration, Role: Sink, Default: "1 s",
			Doc: "Time after which rows are written; 0 is no timer."},
		{Key: "sink.max-retries", Kind: Int, Role: Sink, Default: "3",
			Doc: "Attempts after a transient failure."},
		{Key: "sink.parallelism", Kind: Int, Role: Sink, Status: Ignored,
			Why: "flinkc writes a jdbc table through one connection."},
		{Key: "properties.*", Status: Ignored,
			Why: "Settings of the Java driver have no meaning here; put known ones into the url."},
	},
}

func checkJDBC(r *resolution) {
	r.together("username", "password")
	r.nonNegative("sink.buffer-flush.max-rows")
	r.nonNegative("sink.max-retries")
	r.notEmpty("table-name")
	if wait := r.entry("connection.max-retry-timeout"); wait != nil {
		if r.out.Get("connection.max-retry-timeout").Duration < minRetryTimeout {
			r.add(errTooSmall(wait, "1 s"))
		}
	}
	if url := r.entry("url"); url != nil {
		r.out.JDBC = parseJDBC(r, url)
	}
}
