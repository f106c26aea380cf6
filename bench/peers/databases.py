"""Groups a CSV file by an integer in DuckDB or ClickHouse, one thread, and prints the times as JSON.

  databases.py duckdb|clickhouse RUNS FILE SMALL_FILE

RUNS + 1 runs of each file in one process, the first of which only warms up. The time of the small
file is what a query's start costs. The times are processor time: with one thread that is the time on
an idle machine.
"""
import json
import sys
import time


def duckdb_query():
    import duckdb
    c = duckdb.connect()
    c.execute("SET threads = 1")
    columns = "{'uuid': 'VARCHAR', 'client_ip': 'VARCHAR', 'request_time': 'BIGINT', 'response_size': 'BIGINT', 'uri': 'VARCHAR'}"

    def run(file):
        return len(c.execute(f"""SELECT request_time, COUNT(uuid), SUM(response_size)
            FROM read_csv('{file}', header = false, auto_detect = false, delim = ',', quote = '"', columns = {columns})
            GROUP BY request_time""").fetchall())
    return run


def clickhouse_query():
    import chdb

    def run(file):
        out = chdb.query(f"""SELECT request_time, COUNT(uuid), SUM(response_size) FROM file('{file}', 'CSV',
            'uuid String, client_ip String, request_time Int64, response_size Int64, uri String')
            GROUP BY request_time SETTINGS max_threads = 1, input_format_parallel_parsing = 0""", "TSV")
        return len(str(out).splitlines())
    return run


def main():
    engine, runs, file, small = sys.argv[1:]
    run = {"duckdb": duckdb_query, "clickhouse": clickhouse_query}[engine]()
    times = {"file": [], "small": []}
    groups = 0
    for i in range(int(runs) + 1):
        for key, path in (("small", small), ("file", file)):
            began = time.process_time()
            groups = run(path)
            if i > 0:
                times[key].append(time.process_time() - began)
    print(json.dumps({**times, "groups": groups}))


main()
