"""Runs the flagship over CSV files in Flink, all in one JVM with one task slot.

  flink.py MODE JAR UDF_TABLE

MODE: default (the plan as it is), tuned (mini-batch and object reuse), python (the function in
Python, in a process of its own). Commands and answers: session.py.
"""
import bisect
import os
import sys

# Otherwise a local job's functions run inside this process, which no cluster does.
os.environ["_python_worker_execution_mode"] = "process"

from pyflink.common import Configuration
from pyflink.datastream import StreamExecutionEnvironment
from pyflink.java_gateway import get_gateway
from pyflink.table import DataTypes, StreamTableEnvironment
from pyflink.table.udf import ScalarFunction, udf

import session


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


QUERY = """INSERT INTO {sink}
SELECT province, COUNT(uuid), SUM(response_size), SUM(response_size) * 1.0 / SUM(request_time)
FROM (SELECT uuid, ip_to_province(client_ip) AS province, response_size, request_time FROM {source})
GROUP BY province"""

SOURCE = """CREATE TEMPORARY TABLE IF NOT EXISTS {name} (uuid STRING, client_ip STRING,
    request_time BIGINT, response_size BIGINT, uri STRING)
WITH ('connector' = 'filesystem', 'path' = '{path}', 'format' = 'csv', 'csv.ignore-parse-errors' = 'true')"""

SINK = """CREATE TEMPORARY TABLE {connector}_sink (province STRING, access_count BIGINT,
    total_download BIGINT, download_speed DOUBLE) WITH ('connector' = '{connector}')"""

TUNED = {
    "table.exec.mini-batch.enabled": "true",
    "table.exec.mini-batch.allow-latency": "1 s",
    "table.exec.mini-batch.size": "5000",
    "pipeline.object-reuse": "true",
}


def remote_environment():
    """An environment of a cluster that outlives the jobs: otherwise each starts one of its own."""
    gateway = get_gateway()
    flink, config = gateway.jvm.org.apache.flink, Configuration()
    config.set_string("rest.bind-port", "0")  # any
    mini = flink.runtime.minicluster
    cluster = mini.MiniCluster(mini.MiniClusterConfiguration.Builder()
                               .setConfiguration(config._j_configuration).build())
    cluster.start()
    at = cluster.getRestAddress().get()
    return StreamExecutionEnvironment(
        flink.streaming.api.environment.StreamExecutionEnvironment.createRemoteEnvironment(
            at.getHost(), at.getPort(), gateway.new_array(gateway.jvm.java.lang.String, 0)))


def environment(mode, jar, table):
    env = remote_environment()
    env.set_parallelism(1)
    t = StreamTableEnvironment.create(env)
    if mode == "tuned":
        for key, value in TUNED.items():
            t.get_config().set(key, value)
    if mode == "python":
        t.get_config().set("python.executable", sys.executable)
        t.get_config().set("python.execution-mode", "process")
        t.create_temporary_function("ip_to_province", udf(Province(os.path.abspath(table)),
                                                          result_type=DataTypes.STRING()))
    else:
        t.execute_sql("CREATE TEMPORARY FUNCTION ip_to_province AS 'IpToProvince' LANGUAGE JAVA "
                      f"USING JAR 'file://{os.path.abspath(jar)}'")
    for connector in "blackhole", "print":
        t.execute_sql(SINK.format(connector=connector))
    return t


def main():
    session.adopt_orphans()
    t = environment(*sys.argv[1:])

    def run(file, sink="blackhole_sink"):
        source = "log_" + "".join(c if c.isalnum() else "_" for c in os.path.basename(file))
        t.execute_sql(SOURCE.format(name=source, path=os.path.abspath(file)))
        t.execute_sql(QUERY.format(sink=sink, source=source)).wait()
    session.serve(run, lambda file: run(file, "print_sink"))


main()
