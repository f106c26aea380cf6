import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.catalog.Column;

/**
 * Says of each query of a script which columns it has, or why Flink refuses it. Nothing is run.
 *
 * <p>The script is the argument. Standard output: for each statement that is a query, in order, a line of JSON,
 * {"columns": [[name, type], ..]} or {"refused": message}. Other statements are executed.
 */
public class Streaming {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Streaming() {}

  public static void main(String[] args) throws Exception {
    TableEnvironment env = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    env.getConfig().set("table.local-time-zone", "UTC");
    for (String statement : Script.split(Files.readString(Path.of(args[0])))) {
      if (statement.startsWith("SELECT") || statement.startsWith("WITH")) {
        System.out.println(JSON.writeValueAsString(describe(env, statement)));
      } else {
        env.executeSql(statement);
      }
    }
  }

  private static Map<String, Object> describe(TableEnvironment env, String query) {
    Map<String, Object> out = new LinkedHashMap<>();
    try {
      Table table = env.sqlQuery(query);
      List<Object> columns = new ArrayList<>();
      for (Column c : table.getResolvedSchema().getColumns()) {
        columns.add(List.of(c.getName(), c.getDataType().getLogicalType().asSummaryString()));
      }
      table.explain();
      out.put("columns", columns);
    } catch (Exception e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      out.put("refused", String.valueOf(cause.getMessage()));
    }
    return out;
  }
}
