import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.SinkModifyOperation;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/**
 * Runs golden cases on one embedded Flink cluster, in one JVM.
 *
 * <p>Standard input: one request a line, "FOLDER TAB SECONDS". FOLDER holds query.sql; ${DIR} in it
 * becomes the folder's path. For each request the folder gets print.txt (what Flink's print
 * connector wrote, byte for byte) and judge.json, and one line "done" or "timeout" answers.
 *
 * <p>judge.json: {"error": null or the chain of messages, "statement": null or the number of the
 * failing statement, from 1, "queries": [{"sink": name, "columns": [[name, type], ..]}, ..]}. The
 * columns are those of the query, before the casts to the sink's types. "answers" is there when the
 * script asks with SHOW or DESCRIBE: for each of them the names of the columns, then the rows.
 */
public class Judge {
  private static final ObjectMapper JSON = new ObjectMapper();
  /** More causes than this repeat what was said before. */
  private static final int LONGEST_CHAIN = 20;

  private final MiniCluster cluster;
  /** What SHOW and DESCRIBE said: names of the columns, then the rows. */
  private final List<Object> answers = new ArrayList<>();

  private Judge(MiniCluster cluster) {
    this.cluster = cluster;
  }

  public static void main(String[] args) throws Exception {
    PrintStream answers = System.out;
    Judge judge = start();
    answers.println("ready");
    judge.serve(answers);
    System.exit(0); // the cluster's threads are no daemons
  }

  static Judge start() throws Exception {
    return new Judge(startCluster());
  }

  private static MiniCluster startCluster() throws Exception {
    Configuration c = new Configuration();
    for (String key : new String[] {"rest.address", "rest.bind-address", "jobmanager.rpc.address"}) {
      c.setString(key, "127.0.0.1");
    }
    c.setString("rest.bind-port", "0");
    c.setString("taskmanager.memory.network.min", "64 mb");
    c.setString("taskmanager.memory.network.max", "64 mb");
    c.setString("taskmanager.memory.managed.size", "256 mb");
    MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
        .setConfiguration(c).setNumTaskManagers(1).setNumSlotsPerTaskManager(4).build());
    cluster.start();
    return cluster;
  }

  private void serve(PrintStream answers) throws Exception {
    ExecutorService worker = Executors.newCachedThreadPool(r -> {
      Thread t = new Thread(r);
      t.setDaemon(true);
      return t;
    });
    BufferedReader in = new BufferedReader(
        new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] request = line.split("\t");
      Future<Void> run = worker.submit(() -> judge(Path.of(request[0])));
      answers.println(await(run, Long.parseLong(request[1])));
      answers.flush();
    }
  }

  private String await(Future<Void> run, long seconds) throws Exception {
    try {
      run.get(seconds, TimeUnit.SECONDS);
      return "done";
    } catch (TimeoutException e) {
      run.cancel(true);
      for (JobStatusMessage job : cluster.listJobs().get()) {
        if (!job.getJobState().isGloballyTerminalState()) {
          cluster.cancelJob(job.getJobId()).get(10, TimeUnit.SECONDS);
        }
      }
      return "timeout";
    }
  }

  /** Runs one case; whatever goes wrong in Flink is a result, not a failure of the judge. */
  private Void judge(Path folder) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    // The print connector takes System.out when its task opens, in this same JVM.
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("error", null);
    result.put("statement", null);
    List<Object> queries = new ArrayList<>();
    result.put("queries", queries);
    answers.clear();
    String sql = Files.readString(folder.resolve("query.sql"));
    run(Script.split(sql.replace("${DIR}", folder.toString())), queries, result);
    if (!answers.isEmpty()) {
      result.put("answers", answers);
    }
    Files.write(folder.resolve("print.txt"), printed.toByteArray());
    JSON.writeValue(folder.resolve("judge.json").toFile(), result);
    return null;
  }

  private void run(List<String> statements, List<Object> queries, Map<String, Object> result) {
    int number = 0;
    try {
      TableEnvironment env = environment(Script.isBatch(statements));
      StatementSet open = null;
      for (String statement : statements) {
        number++;
        open = step(env, statement, open, queries);
      }
    } catch (Throwable e) {
      result.put("error", chain(e));
      result.put("statement", number);
    }
  }

  /** Executes one piece of the script; returns the statement set that is open after it, or null. */
  private StatementSet step(
      TableEnvironment env, String statement, StatementSet open, List<Object> queries)
      throws Exception {
    if (Script.isSet(statement)) {
      env.getConfig().set(Script.key(statement), Script.value(statement));
      return open;
    }
    if (Script.opensSet(statement)) {
      return env.createStatementSet();
    }
    if (open != null && Script.closesSet(statement)) {
      open.execute().await();
      return null;
    }
    if (Script.isQuestion(statement)) {
      answers.add(answer(env.executeSql(statement)));
      return open;
    }
    describe(env, statement, queries);
    if (open != null) {
      return open.addInsertSql(statement);
    }
    env.executeSql(statement).await();
    return null;
  }

  private static List<Object> answer(TableResult result) throws Exception {
    List<Object> out = new ArrayList<>();
    out.add(result.getResolvedSchema().getColumnNames());
    try (CloseableIterator<Row> rows = result.collect()) {
      while (rows.hasNext()) {
        Row row = rows.next();
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.getArity(); i++) {
          cells.add(row.getField(i) == null ? null : row.getField(i).toString());
        }
        out.add(cells);
      }
    }
    return out;
  }

  /** Notes sink and column types of an INSERT. */
  private static void describe(TableEnvironment env, String statement, List<Object> queries) {
    if (!Script.isInsert(statement)) {
      return; // parsing CREATE TABLE here would be harmless, but would report its errors twice
    }
    for (Operation op : ((TableEnvironmentInternal) env).getParser().parse(statement)) {
      if (op instanceof SinkModifyOperation) {
        queries.add(describe((SinkModifyOperation) op));
      }
    }
  }

  private static Map<String, Object> describe(SinkModifyOperation insert) {
    List<Object> columns = new ArrayList<>();
    for (Column c : insert.getChild().getResolvedSchema().getColumns()) {
      columns.add(List.of(c.getName(), c.getDataType().getLogicalType().asSummaryString()));
    }
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("sink", insert.getContextResolvedTable().getIdentifier().getObjectName());
    query.put("columns", columns);
    return query;
  }

  /** The mode is chosen here, for a whole script: an environment cannot change it, as the SQL client can. */
  TableEnvironment environment(boolean batch) throws Exception {
    Configuration c = new Configuration();
    c.setString("execution.target", "remote");
    c.setString("rest.address", cluster.getRestAddress().get().getHost());
    c.setString("rest.port", String.valueOf(cluster.getRestAddress().get().getPort()));
    c.setString("parallelism.default", "1");
    c.setString("table.local-time-zone", "UTC");
    // 0: a watermark after every row that raises it, so that no result hangs on the clock.
    c.setString("pipeline.auto-watermark-interval", "0");
    c.setString("restart-strategy.type", "none");
    EnvironmentSettings.Builder mode = EnvironmentSettings.newInstance();
    return TableEnvironment.create(
        (batch ? mode.inBatchMode() : mode.inStreamingMode()).withConfiguration(c).build());
  }

  /** Class and message of each cause, outermost first, without repetitions. */
  private static List<String> chain(Throwable t) {
    List<String> out = new ArrayList<>();
    for (int n = 0; t != null && n < LONGEST_CHAIN; n++, t = t.getCause()) {
      String message = t.getClass().getSimpleName() + ": " + t.getMessage();
      if (out.stream().noneMatch(seen -> seen.endsWith(message))) {
        out.add(message);
      }
    }
    return out;
  }
}
