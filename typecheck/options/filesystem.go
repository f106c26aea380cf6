package options

// filesystemConnector reads files, folders and globs, and writes part files.
var filesystemConnector = connector{
	Name: "filesystem",
	Doc: "Reads and writes files of a local folder. The files that a lane reads, one after the other, have one " +
		"watermark together (language.md, Time).",
	Formats: true,
	Check:   checkFilesystem,
	Options: []Option{
		{Key: "path", Required: true, Doc: "File, folder or glob; relative to the working directory of the program."},
		{Key: "partition.default-name", Default: "__DEFAULT_PARTITION__", Status: Unsupported,
			Why: "flinkc does not write partitioned folders yet."},
		{Key: "source.monitor-interval", Kind: Duration, Role: Source, Status: Unsupported,
			Why: "flinkc reads the files that exist at the start; leave the option out."},
		{Key: "source.path.regex-pattern", Role: Source, Status: Unsupported,
			Why: "Use a glob in 'path', for instance 'logs/*.csv'."},
		{Key: "source.report-statistics", Role: Source, Status: Ignored,
			Why: "flinkc has no use for file statistics."},
		{Key: "sink.shuffle-by-partition.enable", Kind: Bool, Role: Sink, Status: Ignored,
			Why: "There are no partitions to shuffle by."},
		{Key: "sink.rolling-policy.file-size", Kind: Memory, Role: Sink, Default: "128 MB",
			Doc: "Size at which a part file is closed."},
		{Key: "sink.rolling-policy.rollover-interval", Kind: Duration, Role: Sink,
			Default: "30 min", Doc: "Age at which a part file is closed."},
		{Key: "sink.rolling-policy.check-interval", Kind: Duration, Role: Sink, Status: Ignored,
			Why: "Files are looked at when an epoch ends."},
		{Key: "auto-compaction", Kind: Bool, Role: Sink, Status: Unsupported,
			Why: "flinkc does not merge part files; raise sink.rolling-policy.file-size."},
		{Key: "compaction.file-size", Kind: Memory, Role: Sink, Status: Unsupported,
			Why: "flinkc does not merge part files; raise sink.rolling-policy.file-size."},
		{Key: "compaction.parallelism", Kind: Int, Role: Sink, Status: Unsupported,
			Why: "flinkc does not merge part files; raise sink.rolling-policy.file-size."},
		{Key: "sink.partition-commit.*", Role: Sink, Status: Unsupported,
			Why: "flinkc does not write partitioned folders yet."},
		{Key: "partition.time-extractor.*", Role: Sink, Status: Unsupported,
			Why: "flinkc does not write partitioned folders yet."},
		{Key: "sink.parallelism", Kind: Int, Role: Sink, Status: Ignored,
			Why: "Use --parallelism."},
	},
}

func checkFilesystem(r *resolution) {
	path := r.entry("path")
	if path == nil {
		return
	}
	if path.Value == "" {
		r.add(errEmpty(path))
		return
	}
	scheme, found := urlScheme(path.Value)
	if found && scheme != "file" {
		r.add(errFileScheme(path, scheme))
	}
}
