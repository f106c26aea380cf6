import org.apache.flink.api.common.serialization.*;
import org.apache.flink.formats.csv.*;
import org.apache.flink.formats.json.*;
import org.apache.flink.formats.common.TimestampFormat;
import org.apache.flink.table.data.*;
import org.apache.flink.table.types.logical.*;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.util.*;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

/** stdin: dir TAB format TAB rowtype TAB options TAB hex ; stdout: one line of result each. */
public class Judge {
  static byte[] hex(String s) { byte[] b = new byte[s.length()/2]; for (int i = 0; i < b.length; i++) b[i] = (byte) Integer.parseInt(s.substring(2*i, 2*i+2), 16); return b; }
  static String q(byte[] b) { StringBuilder s = new StringBuilder("\""); for (byte x : b) { int c = x & 255; if (c == '"' || c == '\\') s.append('\\').append((char) c); else if (c >= 0x20 && c < 0x7f) s.append((char) c); else s.append(String.format("\\x%02x", c)); } return s.append('"').toString(); }
  static String cell(RowData r, int i, LogicalType t) {
    if (r.isNullAt(i)) return "NULL";
    switch (t.getTypeRoot()) {
      case BOOLEAN: return "" + r.getBoolean(i);
      case TINYINT: return "" + r.getByte(i);
      case SMALLINT: return "" + r.getShort(i);
      case INTEGER: return "" + r.getInt(i);
      case BIGINT: return "" + r.getLong(i);
      case DATE: return "" + r.getInt(i);
      case FLOAT: return "" + r.getFloat(i);
      case DOUBLE: return "" + r.getDouble(i);
      case DECIMAL: { DecimalType d = (DecimalType) t; return r.getDecimal(i, d.getPrecision(), d.getScale()).toBigDecimal().toPlainString(); }
      case TIMESTAMP_WITHOUT_TIME_ZONE: { TimestampData d = r.getTimestamp(i, 9); return d.getMillisecond() + "+" + d.getNanoOfMillisecond(); }
      default: return q(r.getString(i).toBytes());
    }
  }
  static RowData row(RowType t, String spec) {
    String[] c = spec.split("\\|", -1); GenericRowData r = new GenericRowData(c.length);
    for (int i = 0; i < c.length; i++) {
      String v = new String(hex(c[i]), StandardCharsets.UTF_8);
      if (v.equals("\u0001NULL")) { r.setField(i, null); continue; }
      Object o;
      switch (t.getTypeAt(i).getTypeRoot()) {
        case BOOLEAN: o = Boolean.parseBoolean(v); break;
        case TINYINT: o = Byte.parseByte(v); break;
        case SMALLINT: o = Short.parseShort(v); break;
        case INTEGER: case DATE: o = Integer.parseInt(v); break;
        case BIGINT: o = Long.parseLong(v); break;
        case FLOAT: o = Float.parseFloat(v); break;
        case DOUBLE: o = Double.parseDouble(v); break;
        case DECIMAL: { DecimalType d = (DecimalType) t.getTypeAt(i); o = DecimalData.fromBigDecimal(new java.math.BigDecimal(v), d.getPrecision(), d.getScale()); break; }
        case TIMESTAMP_WITHOUT_TIME_ZONE: { String[] p = v.split("\\+"); o = TimestampData.fromEpochMillis(Long.parseLong(p[0]), Integer.parseInt(p[1])); break; }
        default: o = StringData.fromBytes(hex(c[i]));
      }
      r.setField(i, o);
    }
    return r;
  }
  static String why(Throwable t) { while (t.getCause() != null) t = t.getCause(); String m = t.getClass().getSimpleName() + ": " + t.getMessage(); m = m.split("\n")[0]; return m.length() > 110 ? m.substring(0, 110) : m; }
  public static void main(String[] a) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in)); String line;
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    DeserializationSchema.InitializationContext di = new DeserializationSchema.InitializationContext() {
      public org.apache.flink.metrics.MetricGroup getMetricGroup() { return new UnregisteredMetricsGroup(); }
      public UserCodeClassLoader getUserCodeClassLoader() { return SimpleUserCodeClassLoader.create(Judge.class.getClassLoader()); } };
    SerializationSchema.InitializationContext si = new SerializationSchema.InitializationContext() {
      public org.apache.flink.metrics.MetricGroup getMetricGroup() { return new UnregisteredMetricsGroup(); }
      public UserCodeClassLoader getUserCodeClassLoader() { return SimpleUserCodeClassLoader.create(Judge.class.getClassLoader()); } };
    while ((line = in.readLine()) != null) {
      String[] f = line.split("\t", -1);
      try {
        RowType t = (RowType) LogicalTypeParser.parse(f[2], Judge.class.getClassLoader());
        Map<String,String> o = new HashMap<>(); for (String kv : f[3].split(";")) if (!kv.isEmpty()) { String[] p = kv.split("=", 2); o.put(p[0], p[1]); }
        TimestampFormat tf = "iso".equals(o.get("ts")) ? TimestampFormat.ISO_8601 : TimestampFormat.SQL;
        boolean ign = "true".equals(o.get("ignore"));
        if (f[0].equals("de")) {
          DeserializationSchema<RowData> s;
          if (f[1].equals("csv")) {
            CsvRowDataDeserializationSchema.Builder b = new CsvRowDataDeserializationSchema.Builder(t, InternalTypeInfo.of(t)).setIgnoreParseErrors(ign);
            if (o.containsKey("delim")) b.setFieldDelimiter((char) Integer.parseInt(o.get("delim")));
            if (o.containsKey("noquote")) b.disableQuoteCharacter();
            if (o.containsKey("quote")) b.setQuoteCharacter((char) Integer.parseInt(o.get("quote")));
            if (o.containsKey("escape")) b.setEscapeCharacter((char) Integer.parseInt(o.get("escape")));
            if (o.containsKey("null")) b.setNullLiteral(o.get("null"));
            if (o.containsKey("comments")) b.setAllowComments(true);
            s = b.build();
          } else s = new JsonParserRowDataDeserializationSchema(t, InternalTypeInfo.of(t), "true".equals(o.get("failmissing")), ign, tf);
          s.open(di);
          RowData r = s.deserialize(hex(f[4]));
          if (r == null) { out.println("DROPPED"); continue; }
          StringBuilder x = new StringBuilder("[");
          for (int i = 0; i < r.getArity(); i++) x.append(i == 0 ? "" : ", ").append(cell(r, i, t.getTypeAt(i)));
          out.println(x.append("]"));
        } else {
          SerializationSchema<RowData> s;
          if (f[1].equals("csv")) {
            CsvRowDataSerializationSchema.Builder b = new CsvRowDataSerializationSchema.Builder(t);
            if (o.containsKey("delim")) b.setFieldDelimiter((char) Integer.parseInt(o.get("delim")));
            if (o.containsKey("noquote")) b.disableQuoteCharacter();
            if (o.containsKey("quote")) b.setQuoteCharacter((char) Integer.parseInt(o.get("quote")));
            if (o.containsKey("escape")) b.setEscapeCharacter((char) Integer.parseInt(o.get("escape")));
            if (o.containsKey("null")) b.setNullLiteral(o.get("null"));
            if (o.containsKey("plain")) b.setWriteBigDecimalInScientificNotation(false);
            s = b.build();
          } else s = new JsonRowDataSerializationSchema(t, tf, JsonFormatOptions.MapNullKeyMode.FAIL, "null", "true".equals(o.get("plain")), "true".equals(o.get("ignorenull")));
          s.open(si);
          out.println(q(s.serialize(row(t, f[4]))));
        }
      } catch (Throwable e) { out.println("FAIL " + why(e)); }
    }
  }
}
