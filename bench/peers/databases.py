"""Groups a CSV file by an integer in DuckDB or ClickHouse, with one thread.

  databases.py duckdb|clickhouse

Commands and answers: session.py. Both engines are told the columns, so neither has to find them out.
"""
import sys

import session


def duckdb_query():
    import duckdb
    c = duckdb.connect()
    c.execute("SET threads = 1")
    columns = ("{'uuid': 'VARCHAR', 'client_ip': 'VARCHAR', 'request_time': 'BIGINT', "
               "'response_size': 'BIGINT', 'uri': 'VARCHAR'}")
    return lambda file: c.execute(f"""SELECT request_time, COUNT(uuid), SUM(response_size)
        FROM read_csv('{file}', header = false, auto_detect = false, delim = ',', quote = '"',
            columns = {columns})
        GROUP BY request_time""").fetchall()


def clickhouse_query():
    import chdb

    def query(file):
        out = chdb.query(f"""SELECT request_time, COUNT(uuid), SUM(response_size)
            FROM file('{file}', 'CSV', 'uuid String, client_ip String, request_time Int64,
                response_size Int64, uri String')
            GROUP BY request_time
            SETTINGS max_threads = 1, input_format_parallel_parsing = 0""", "TSV")
        return [line.split("\t") for line in str(out).splitlines()]
    return query


def main():
    query = {"duckdb": duckdb_query, "clickhouse": clickhouse_query}[sys.argv[1]]()

    def show(file):
        for row in query(file):
            print(f"+I[{', '.join(map(str, row))}]")
    session.serve(query, show)


main()
