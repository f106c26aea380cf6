import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/** The flagship's function for Flink: the same table, the same answers. */
public class IpToProvince extends ScalarFunction {
  private transient String[] names;
  private transient int[] start; // with the sign bit turned, so that signed order is unsigned order
  private transient byte[] id;

  @Override
  public void open(FunctionContext context) throws Exception {
    byte[] file;
    try (InputStream in = IpToProvince.class.getResourceAsStream("/provinces.bin")) {
      file = in.readAllBytes();
    }
    int end = 0;
    while (file[end] != '\n' || file[end + 1] != '\n') {
      end++;
    }
    String[] lines = new String(file, 0, end, StandardCharsets.UTF_8).split("\n", -1);
    names = Arrays.copyOf(lines, lines.length);
    names[0] = "UnKnow"; // the first line is the header; its number means: none
    ByteBuffer b = ByteBuffer.wrap(file, end + 2, file.length - end - 2).order(ByteOrder.LITTLE_ENDIAN);
    start = new int[b.getInt()];
    for (int i = 0; i < start.length; i++) {
      start[i] = b.getInt() ^ Integer.MIN_VALUE;
    }
    id = new byte[start.length];
    b.get(id);
  }

  public String eval(String ip) {
    long addr = ip == null ? -1 : parse(ip);
    if (addr < 0) {
      return names[0];
    }
    int at = Arrays.binarySearch(start, (int) addr ^ Integer.MIN_VALUE);
    return names[id[at >= 0 ? at : -at - 2]];
  }

  /** Four decimal numbers up to 255 without leading zeros; -1 for everything else. */
  private static long parse(String s) {
    long addr = 0;
    int value = -1, dots = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '.' && value >= 0 && dots < 3) {
        addr = addr << 8 | value;
        value = -1;
        dots++;
      } else if (c >= '0' && c <= '9' && value != 0) {
        value = Math.max(value, 0) * 10 + c - '0';
        if (value > 255) {
          return -1;
        }
      } else {
        return -1;
      }
    }
    return dots == 3 && value >= 0 ? addr << 8 | value : -1;
  }
}
