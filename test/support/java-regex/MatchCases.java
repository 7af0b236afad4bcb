import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads lines of a pattern and texts, in Base64 and apart by spaces, and prints for each 1 and 0, or its error. */
public class MatchCases {
  public static void main(String[] args) throws Exception {
    String input = new String(System.in.readAllBytes(), StandardCharsets.US_ASCII);
    StringBuilder output = new StringBuilder();
    for (String line : input.split("\n")) {
      String[] fields = line.split(" ", -1);
      try {
        Pattern pattern = Pattern.compile(decode(fields[0]));
        for (int index = 1; index < fields.length; index += 1) {
          output.append(pattern.matcher(decode(fields[index])).find() ? '1' : '0');
        }
      } catch (PatternSyntaxException error) {
        output.append(error.getDescription());
      }
      output.append('\n');
    }
    System.out.print(output);
  }

  static String decode(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
