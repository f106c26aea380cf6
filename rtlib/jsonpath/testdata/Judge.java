import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.JsonExistsOnError;
import org.apache.flink.table.api.JsonQueryOnEmptyOrError;
import org.apache.flink.table.api.JsonQueryWrapper;
import org.apache.flink.table.api.JsonValueOnEmptyOrError;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.runtime.functions.SqlJsonUtils;
import org.apache.flink.table.runtime.functions.SqlJsonUtils.JsonQueryReturnType;

/**
 * Answers the questions of flink.jsonl with the class that Flink's generated code calls; see
 * judged_test.go for the form.
 *
 *   java -cp 'FLINK/lib/*' Judge.java < flink.jsonl > answers && mv answers flink.jsonl
 */
public class Judge {
    private static final Object EMPTY = marker("EMPTY");
    private static final Object ERROR = marker("ERROR");

    private static Object marker(String text) {
        return new Object() {
            @Override
            public String toString() {
                return text;
            }
        };
    }

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ObjectMapper mapper = new ObjectMapper();
        String doc = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode node = mapper.readTree(line);
            if (node.isTextual()) {
                doc = node.asText();
                out.println(line);
                continue;
            }
            String question = node.get(0).asText();
            String path = node.get(1).asText();
            String answer = answer(question, doc, path);
            out.println("[" + quote(mapper, question) + ", " + quote(mapper, path) + ", " + quote(mapper, answer) + "]");
        }
    }

    private static String quote(ObjectMapper mapper, String text) throws Exception {
        return mapper.writeValueAsString(text);
    }

    private static String answer(String question, String doc, String path) {
        switch (question.charAt(0)) {
            case 'V':
                return value(SqlJsonUtils.jsonValue(doc, path,
                        JsonValueOnEmptyOrError.DEFAULT, EMPTY, JsonValueOnEmptyOrError.DEFAULT, ERROR));
            case 'X':
                Boolean exists = SqlJsonUtils.jsonExists(doc, path, JsonExistsOnError.UNKNOWN);
                return exists == null ? "ERROR" : exists ? "T" : "F";
            case 'I':
                return letter(SqlJsonUtils.isJsonValue(doc), "v") + letter(SqlJsonUtils.isJsonObject(doc), "o")
                        + letter(SqlJsonUtils.isJsonArray(doc), "a") + letter(SqlJsonUtils.isJsonScalar(doc), "s");
            default:
                return query(question.charAt(1), doc, path);
        }
    }

    private static String letter(boolean holds, String letter) {
        return holds ? letter : "-";
    }

    /** A value as the bytes of a STRING have it: halves of surrogate pairs are lost there. */
    private static String value(Object v) {
        if (v == EMPTY || v == ERROR) {
            return v.toString();
        }
        byte[] bytes = BinaryStringData.fromString(String.valueOf(v)).toBytes();
        return "=" + new String(bytes, StandardCharsets.UTF_8);
    }

    /** What ON EMPTY and ON ERROR give is told apart by asking twice. */
    private static String query(char wrapper, String doc, String path) {
        JsonQueryWrapper wrap = wrapper == 'w' ? JsonQueryWrapper.WITHOUT_ARRAY
                : wrapper == 'c' ? JsonQueryWrapper.CONDITIONAL_ARRAY : JsonQueryWrapper.UNCONDITIONAL_ARRAY;
        Object v = query(wrap, doc, path, JsonQueryOnEmptyOrError.EMPTY_OBJECT);
        if (v == null) {
            return "EMPTY";
        }
        return v.equals(query(wrap, doc, path, JsonQueryOnEmptyOrError.EMPTY_ARRAY)) ? value(v) : "ERROR";
    }

    private static Object query(JsonQueryWrapper wrap, String doc, String path, JsonQueryOnEmptyOrError onError) {
        return SqlJsonUtils.jsonQuery(doc, path, JsonQueryReturnType.STRING, wrap, JsonQueryOnEmptyOrError.NULL, onError);
    }
}
