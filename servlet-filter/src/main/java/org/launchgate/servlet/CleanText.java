package org.launchgate.servlet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text of doubtful origin fit for one line of a log. */
final class CleanText {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:\\[\\]]{2,45}(%\\w{1,16})?");

  private CleanText() {}

  /** The text on one line. */
  static String line(@Nullable String text) {
    return String.valueOf(text).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]", ".");
  }

  /**
   * A network address, or a question mark where a proxy's header put something else in its place.
   */
  static String address(@Nullable String address) {
    return address != null && ADDRESS.matcher(address).matches() ? address : "?";
  }
}
