package org.launchgate.servlet;

import java.util.regex.Pattern;

/** What the reasons of an application look like. */
final class ReasonCode {
  private static final Pattern FORM = Pattern.compile("[a-z0-9_]{1,64}");

  private ReasonCode() {}

  static String checked(String reason) {
    if (!FORM.matcher(reason).matches()) {
      throw new IllegalArgumentException(
          "a reason must be 1 to 64 lower-case letters, digits and underscores");
    }
    return reason;
  }
}
