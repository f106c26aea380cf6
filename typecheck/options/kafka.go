package options

// kafkaConnector reads topics. Writing them is a later step; until then an INSERT is refused.
var kafkaConnector = connector{
	Name: "kafka",
	Doc: "Reads the topics of an Apache Kafka cluster. Each partition has a watermark of its own, and the lowest " +
		"counts (language.md, Time).",
	Formats: true,
	NoSink:  "flinkc reads Kafka topics but does not write them yet",
	Check:   checkKafka,
	Options: []Option{
		{Key: "topic", Kind: List, Doc: "Topics to read, separated by ;."},
		{Key: "topic-pattern", Role: Source, Doc: "Regular expression of the topics to read."},
		{Key: "properties.bootstrap.servers", Required: true,
			Doc: "Brokers to begin with, as host:port, separated by commas."},
		{Key: "properties.group.id", Doc: "Consumer group whose offsets are read and committed."},
		{Key: "scan.startup.mode", Kind: Enum, Role: Source, Default: "group-offsets",
			Values: []string{"earliest-offset", "latest-offset", "group-offsets", "timestamp",
				"specific-offsets"},
			Doc: "Where reading starts when there is no checkpoint."},
		{Key: "scan.startup.timestamp-millis", Kind: Int, Role: Source,
			Doc: "Start of mode timestamp, in milliseconds since the epoch."},
		{Key: "scan.startup.specific-offsets", Kind: List, Role: Source,
			Doc: "Start of mode specific-offsets: partition:0,offset:42;partition:1,offset:300."},
		{Key: "scan.bounded.mode", Kind: Enum, Role: Source, Default: "unbounded",
			Values:  []string{"unbounded", "latest-offset"},
			Refused: []string{"group-offsets", "timestamp", "specific-offsets"},
			Doc:     "Where reading ends; latest-offset is the end seen at the start."},
		{Key: "scan.bounded.timestamp-millis", Kind: Int, Role: Source, Status: Unsupported,
			Why: "Use 'scan.bounded.mode' = 'latest-offset'."},
		{Key: "scan.bounded.specific-offsets", Role: Source, Status: Unsupported,
			Why: "Use 'scan.bounded.mode' = 'latest-offset'."},
		{Key: "scan.topic-partition-discovery.interval", Kind: Duration, Role: Source,
			Default: "5 min", Doc: "How often to look for new partitions; 0 is never."},
		{Key: "scan.parallelism", Kind: Int, Role: Source, Status: Ignored,
			Why: "flinkc spreads partitions over its lanes; use --parallelism."},
		{Key: "key.format", Status: Unsupported,
			Why: "flinkc does not decode record keys; leave the option out to read the values."},
		{Key: "key.fields", Status: Unsupported, Why: "flinkc does not decode record keys."},
		{Key: "key.fields-prefix", Status: Unsupported, Why: "flinkc does not decode record keys."},
		{Key: "key.*", Status: Unsupported, Why: "flinkc does not decode record keys."},
		{Key: "value.fields-include", Kind: Enum, Values: []string{"ALL"},
			Refused: []string{"EXCEPT_KEY"}, Default: "ALL",
			Doc: "Which columns the value holds."},
		{Key: "sink.partitioner", Role: Sink, Status: Ignored, Why: "flinkc does not write Kafka yet."},
		{Key: "sink.delivery-guarantee", Role: Sink, Status: Ignored,
			Why: "flinkc does not write Kafka yet."},
		{Key: "sink.semantic", Role: Sink, Status: Ignored, Why: "flinkc does not write Kafka yet."},
		{Key: "sink.transactional-id-prefix", Role: Sink, Status: Ignored,
			Why: "flinkc does not write Kafka yet."},
		{Key: "sink.transaction-naming-strategy", Role: Sink, Status: Ignored,
			Why: "flinkc does not write Kafka yet."},
		{Key: "sink.parallelism", Kind: Int, Role: Sink, Status: Ignored,
			Why: "flinkc does not write Kafka yet."},
		{Key: "properties.auto.offset.reset", Kind: Enum, Role: Source,
			Values: []string{"earliest", "latest", "none"}, Default: "none",
			Doc: "Where group-offsets starts when the group has no offset; none is an error."},
		{Key: "properties.isolation.level", Kind: Enum, Role: Source,
			Values: []string{"read_committed", "read_uncommitted"}, Default: "read_committed",
			Doc: "Whether records of aborted transactions are skipped."},
		{Key: "properties.client.id", Doc: "Name that the brokers see in their logs."},
		{Key: "properties.security.protocol", Kind: Enum, Default: "PLAINTEXT",
			Values: []string{"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"},
			Doc:    "How the brokers are spoken to."},
		{Key: "properties.sasl.mechanism", Kind: Enum,
			Values:  []string{"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"},
			Refused: []string{"GSSAPI", "OAUTHBEARER"},
			Doc:     "How the client signs in."},
		{Key: "properties.sasl.jaas.config", Secret: true,
			Doc: "Sign-in, as Kafka writes it: ... required username=\"u\" password=\"p\";"},
		{Key: "properties.sasl.username", Doc: "User name, instead of sasl.jaas.config."},
		{Key: "properties.sasl.password", Secret: true,
			Doc: "Password, instead of sasl.jaas.config."},
		{Key: "properties.ssl.truststore.type", Kind: Enum, Values: []string{"PEM"},
			Refused: []string{"JKS", "PKCS12"}, Doc: "Form of the trusted certificates."},
		{Key: "properties.ssl.truststore.location", Doc: "PEM file of the trusted certificates."},
		{Key: "properties.ssl.truststore.certificates", Doc: "Trusted certificates as PEM text."},
		{Key: "properties.ssl.truststore.password", Secret: true, Status: Ignored,
			Why: "PEM files of certificates have no password."},
		{Key: "properties.ssl.keystore.type", Kind: Enum, Values: []string{"PEM"},
			Refused: []string{"JKS", "PKCS12"}, Doc: "Form of the client's certificate."},
		{Key: "properties.ssl.keystore.location", Doc: "PEM file of the client's certificate and key."},
		{Key: "properties.ssl.keystore.certificate.chain", Doc: "Client's certificate as PEM text."},
		{Key: "properties.ssl.keystore.key", Secret: true, Doc: "Client's private key as PEM text."},
		{Key: "properties.ssl.keystore.password", Secret: true, Status: Unsupported,
			Why: "Use a PEM key without a password, given by env() or file()."},
		{Key: "properties.ssl.key.password", Secret: true, Status: Unsupported,
			Why: "Use a PEM key without a password, given by env() or file()."},
		{Key: "properties.ssl.endpoint.identification.algorithm", Kind: Text, Default: "https",
			Doc: "Empty turns the check of the broker's host name off."},
		{Key: "properties.fetch.max.wait.ms", Kind: Int, Default: "500",
			Doc: "How long a broker may hold an empty answer back."},
		{Key: "properties.fetch.min.bytes", Kind: Int, Default: "1",
			Doc: "How much a broker collects before it answers."},
		{Key: "properties.max.partition.fetch.bytes", Kind: Int, Default: "1048576",
			Doc: "Largest answer for one partition."},
		{Key: "properties.partition.discovery.interval.ms", Kind: Int, Status: Ignored,
			Why: "Use 'scan.topic-partition-discovery.interval'."},
		{Key: "properties.zookeeper.connect", Status: Ignored,
			Why: "Brokers are found through properties.bootstrap.servers alone."},
		{Key: "properties.*", Status: Ignored,
			Why: "It is a setting of Kafka's Java client that flinkc's own client does not have."},
	},
}

func checkKafka(r *resolution) {
	r.exactlyOne("topic", "topic-pattern")
	r.needed("scan.startup.mode", "timestamp", "scan.startup.timestamp-millis")
	r.needed("scan.startup.mode", "specific-offsets", "scan.startup.specific-offsets")
	r.nonNegative("scan.startup.timestamp-millis")
	checkOffsets(r)
	checkSecurity(r)
}

// checkSecurity finds sign-in options that the protocol would never use, and the reverse.
func checkSecurity(r *resolution) {
	protocol := r.out.Get("properties.security.protocol").Text
	sasl := protocol == "SASL_PLAINTEXT" || protocol == "SASL_SSL"
	if mechanism := r.entry("properties.sasl.mechanism"); mechanism != nil && !sasl {
		r.add(errProtocolWithoutSASL(mechanism, protocol))
	}
	if at := r.entry("properties.security.protocol"); sasl && at != nil &&
		r.entry("properties.sasl.mechanism") == nil {
		r.add(errMissingWith(at, "properties.sasl.mechanism"))
	}
}
