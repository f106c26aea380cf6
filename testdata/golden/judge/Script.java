import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into statements and tells those that only Flink's SQL client knows. */
final class Script {
  private static final Pattern LEADING_COMMENTS =
      Pattern.compile("^(\\s|--[^\\n]*(\\n|$)|/\\*(?!\\+).*?\\*/)+", Pattern.DOTALL);
  private static final Pattern SET = Pattern.compile(
      "(?is)SET\\s+'((?:[^']|'')*)'\\s*=\\s*'((?:[^']|'')*)'\\s*");
  private static final Pattern QUESTION = Pattern.compile("(?i)(SHOW|DESCRIBE|DESC)\\b");
  private static final Pattern OPENS_SET =
      Pattern.compile("(?i)(EXECUTE\\s+STATEMENT\\s+SET\\s+BEGIN|BEGIN\\s+STATEMENT\\s+SET)\\b");

  private Script() {}

  /** Splits at semicolons outside quotes and comments; both spellings of a statement set open one. */
  static List<String> split(String sql) {
    List<String> out = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < sql.length(); i++) {
      i = skip(sql, i);
      if (i >= sql.length() || sql.charAt(i) == ';') {
        add(out, sql.substring(start, Math.min(i, sql.length())));
        start = i + 1;
      }
    }
    if (start < sql.length()) {
      add(out, sql.substring(start));
    }
    return out;
  }

  /** The position behind the comment or quoted text at i, or i when there is none. */
  private static int skip(String sql, int i) {
    char c = sql.charAt(i);
    if (sql.startsWith("--", i)) {
      return end(sql, "\n", i + 2, 0);
    }
    if (sql.startsWith("/*", i)) {
      return end(sql, "*/", i + 2, 1);
    }
    // A doubled quote closes and opens again, which needs no rule of its own here.
    return c == '\'' || c == '`' || c == '"' ? end(sql, String.valueOf(c), i + 1, 0) : i;
  }

  private static int end(String sql, String closing, int from, int last) {
    int at = sql.indexOf(closing, from);
    return at < 0 ? sql.length() : at + last;
  }

  private static void add(List<String> out, String piece) {
    String bare = LEADING_COMMENTS.matcher(piece).replaceFirst("").trim();
    Matcher opening = OPENS_SET.matcher(bare);
    if (opening.lookingAt()) {
      out.add(opening.group());
      bare = bare.substring(opening.end()).trim();
    }
    if (!bare.isEmpty()) {
      out.add(bare);
    }
  }

  static boolean isSet(String statement) {
    return SET.matcher(statement).matches();
  }

  /** Whether the script sets batch mode. */
  static boolean isBatch(List<String> statements) {
    return statements.stream().anyMatch(s -> isSet(s)
        && key(s).equals("execution.runtime-mode") && value(s).equalsIgnoreCase("batch"));
  }

  static String key(String set) {
    return part(set, 1);
  }

  static String value(String set) {
    return part(set, 2);
  }

  private static String part(String set, int group) {
    Matcher m = SET.matcher(set);
    if (!m.matches()) {
      throw new IllegalStateException("not a SET statement: " + set);
    }
    return m.group(group).replace("''", "'");
  }

  static boolean opensSet(String statement) {
    return OPENS_SET.matcher(statement).matches();
  }

  static boolean closesSet(String statement) {
    return statement.equalsIgnoreCase("END");
  }

  /** SHOW and DESCRIBE; EXPLAIN shows a plan, which is not ours. */
  static boolean isQuestion(String statement) {
    return QUESTION.matcher(statement).lookingAt();
  }

  static boolean isInsert(String statement) {
    return statement.regionMatches(true, 0, "INSERT", 0, "INSERT".length());
  }
}
