package org.launchgate.servlet;

/** How far apart two names are, to guess which one was meant. */
final class EditDistance {
  private EditDistance() {}

  /** The least number of inserted, removed and replaced characters (Levenshtein). */
  static int between(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      above = row(a.charAt(i - 1), i, b, above);
    }
    return above[b.length()];
  }

  private static int[] row(char c, int first, String b, int[] above) {
    int[] row = new int[b.length() + 1];
    row[0] = first;
    for (int j = 1; j <= b.length(); j++) {
      int replaced = above[j - 1] + (b.charAt(j - 1) == c ? 0 : 1);
      row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
    }
    return row;
  }
}
