"""Runs the flagship over CSV files in Flink and prints the times of the last runs as JSON.

  flink.py MODE RUNS JAR UDF_TABLE FILE SMALL_FILE

MODE: default (the plan as it is), tuned (mini-batch and object reuse), python (the function in
Python, process mode). All with one task slot and in one JVM: RUNS + 1 runs of each file, the first
of which only warms up. The time of the small file is what a job's start costs.
"""
import bisect
import json
import os
import sys
import time

from pyflink.datastream import StreamExecutionEnvironment
from pyflink.table import DataTypes, StreamTableEnvironment
from pyflink.table.udf import ScalarFunction, udf


class Province(ScalarFunction):
    """The function in Python: the same table, the same answers."""

    def __init__(self, path):
        self.path = path

    def open(self, function_context):
        with open(self.path, "rb") as f:
            text, rest = f.read().split(b"\n\n", 1)
        self.names = text.decode().split("\n")
        self.names[0] = "UnKnow"
        n = int.from_bytes(rest[:4], "little")
        self.start = [int.from_bytes(rest[4 + 4 * i:8 + 4 * i], "little") for i in range(n)]
        self.ids = rest[4 + 4 * n:]

    def eval(self, ip):
        parts = (ip or "").split(".")
        if len(parts) != 4:
            return "UnKnow"
        addr = 0
        for p in parts:
            if not (p.isascii() and p.isdigit()) or len(p) > 3 or (p[0] == "0" and p != "0") or int(p) > 255:
                return "UnKnow"
            addr = addr << 8 | int(p)
        return self.names[self.ids[bisect.bisect_right(self.start, addr) - 1]]


QUERY = """INSERT INTO statistic
SELECT province, COUNT(uuid), SUM(response_size), SUM(response_size) * 1.0 / SUM(request_time)
FROM (SELECT uuid, ip_to_province(client_ip) AS province, response_size, request_time FROM {0})
GROUP BY province"""


def environment(mode):
    env = StreamExecutionEnvironment.get_execution_environment()
    env.set_parallelism(1)
    t = StreamTableEnvironment.create(env)
    if mode == "tuned":
        for key, value in {
            "table.exec.mini-batch.enabled": "true", "table.exec.mini-batch.allow-latency": "1 s",
            "table.exec.mini-batch.size": "5000", "pipeline.object-reuse": "true",
        }.items():
            t.get_config().set(key, value)
    if mode == "python":
        t.get_config().set("python.executable", sys.executable)
        t.get_config().set("python.execution-mode", "process")
    return t


def main():
    mode, runs, jar, table, file, small = sys.argv[1:]
    t = environment(mode)
    if mode == "python":
        t.create_temporary_function("ip_to_province", udf(Province(os.path.abspath(table)), result_type=DataTypes.STRING()))
    else:
        t.execute_sql("CREATE TEMPORARY FUNCTION ip_to_province AS 'IpToProvince' LANGUAGE JAVA "
                      f"USING JAR 'file://{os.path.abspath(jar)}'")
    for name, path in {"access_log": file, "small_log": small}.items():
        t.execute_sql(f"""CREATE TABLE {name} (uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT,
            uri STRING) WITH ('connector' = 'filesystem', 'path' = '{os.path.abspath(path)}', 'format' = 'csv',
            'csv.ignore-parse-errors' = 'true')""")
    t.execute_sql("""CREATE TABLE statistic (province STRING, access_count BIGINT, total_download BIGINT, download_speed DOUBLE)
        WITH ('connector' = 'blackhole')""")
    times = {"file": [], "small": []}
    for i in range(int(runs) + 1):
        for key, name in (("small", "small_log"), ("file", "access_log")):
            began = time.time()
            t.execute_sql(QUERY.format(name)).wait()
            if i > 0:
                times[key].append(time.time() - began)
    print(json.dumps(times))


main()
