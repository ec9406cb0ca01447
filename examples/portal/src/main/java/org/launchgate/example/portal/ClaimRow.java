package org.launchgate.example.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of the token for the table of claims. A value inside an object or a list has the way to
 * it before its name, such as {@code contact › birthdate}. Nothing is escaped here.
 */
public final class ClaimRow {
  private static final String STEP = " › ";

  private final String parents;
  private final String name;
  private final @Nullable Object value;

  private ClaimRow(String parents, String name, @Nullable Object value) {
    this.parents = parents;
    this.name = name;
    this.value = value;
  }

  /** The rows of all claims, in the token's order. */
  static List<ClaimRow> rowsOf(Map<String, @Nullable Object> claims) {
    List<ClaimRow> rows = new ArrayList<>();
    claims.forEach((name, value) -> add(rows, "", name, value));
    return List.copyOf(rows);
  }

  private static void add(
      List<ClaimRow> rows, String parents, String name, @Nullable Object value) {
    String way = parents + name + STEP;
    if (value instanceof Map<?, ?> object && !object.isEmpty()) {
      object.forEach((member, inner) -> add(rows, way, String.valueOf(member), inner));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (int index = 0; index < list.size(); index++) {
        add(rows, way, String.valueOf(index + 1), list.get(index));
      }
    } else {
      rows.add(new ClaimRow(parents, name, value));
    }
  }

  /** The names of what the value lies in, each with a separator; empty at the top. */
  public String getParents() {
    return parents;
  }

  /** The claim's own name. */
  public String getName() {
    return name;
  }

  /** The value as text. */
  public String getValue() {
    return String.valueOf(value);
  }

  /** Whether the partner sent the claim with nothing in it, which counts as absent. */
  public boolean isBlank() {
    return value == null || getValue().isEmpty();
  }
}
