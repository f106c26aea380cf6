import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/**
 * Evaluates expressions over the only row of a table, many in one query.
 *
 * <p>Standard input: lines of JSON. {"sql": statement} prepares; {"expressions": [text, ..]} is
 * answered by one line, a list with {"type", "value"} or {"type", "refused" or "failed"} for each.
 * A value is the text that CAST(.. AS STRING) gives, null for NULL.
 */
public class Expressions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableEnvironment env;

  private Expressions(TableEnvironment env) {
    this.env = env;
  }

  public static void main(String[] args) throws Exception {
    PrintStream answers = System.out;
    Judge cluster = Judge.start();
    Expressions judge = new Expressions(cluster.environment(false));
    answers.println("ready");
    BufferedReader in = new BufferedReader(
        new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      Map<?, ?> request = JSON.readValue(line, Map.class);
      if (request.containsKey("sql")) {
        judge.prepare((String) request.get("sql"));
        answers.println("done");
      } else {
        List<String> texts = new ArrayList<>();
        ((List<?>) request.get("expressions")).forEach(e -> texts.add((String) e));
        answers.println(JSON.writeValueAsString(judge.evaluate(texts)));
      }
      answers.flush();
    }
    System.exit(0); // the cluster's threads are no daemons
  }

  private void prepare(String sql) throws Exception {
    for (String statement : Script.split(sql)) {
      if (Script.isSet(statement)) {
        env.getConfig().set(Script.key(statement), Script.value(statement));
      } else {
        env.executeSql(statement).await();
      }
    }
  }

  private List<Map<String, Object>> evaluate(List<String> texts) {
    List<Map<String, Object>> out = new ArrayList<>();
    List<Integer> valid = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      out.add(check(texts.get(i)));
      if (!out.get(i).containsKey("refused")) {
        valid.add(i);
      }
    }
    run(texts, valid, out);
    return out;
  }

  /** The type of an expression, or why the planner refuses it. */
  private Map<String, Object> check(String text) {
    Map<String, Object> out = new LinkedHashMap<>();
    try {
      Table t = env.sqlQuery("SELECT " + text + " FROM t");
      t.explain(); // some mistakes are found by the optimizer alone
      out.put("type", t.getResolvedSchema().getColumns().get(0).getDataType().getLogicalType()
          .asSummaryString());
    } catch (Throwable e) {
      out.put("refused", deepest(e));
    }
    return out;
  }

  /** Runs expressions as one query; one that fails is found by halves. */
  private void run(List<String> texts, List<Integer> ids, List<Map<String, Object>> out) {
    if (ids.isEmpty()) {
      return;
    }
    List<String> columns = new ArrayList<>();
    for (int id : ids) {
      columns.add("CAST(" + texts.get(id) + " AS STRING)");
    }
    try (CloseableIterator<Row> rows =
        env.executeSql("SELECT " + String.join(", ", columns) + " FROM t").collect()) {
      Row row = rows.next();
      for (int i = 0; i < ids.size(); i++) {
        out.get(ids.get(i)).put("value", row.getField(i));
      }
    } catch (Throwable e) {
      if (ids.size() == 1) {
        out.get(ids.get(0)).put("failed", deepest(e));
        return;
      }
      run(texts, ids.subList(0, ids.size() / 2), out);
      run(texts, ids.subList(ids.size() / 2, ids.size()), out);
    }
  }

  private static String deepest(Throwable t) {
    while (t.getCause() != null) {
      t = t.getCause();
    }
    String message = t.getClass().getSimpleName() + ": " + t.getMessage();
    return message.lines().findFirst().orElse("");
  }
}
