package org.launchgate.mutation;

import java.util.Comparator;

/**
 * A mutant that no test finds. It has no line number, which every edit above it would change; two
 * of one method that are alike are counted.
 *
 * @param type the class, by its full name
 * @param method the method, or the one in which the lambda stands
 * @param mutator the kind of change
 * @param change what was changed, in the words of PIT
 */
record Survivor(String type, String method, String mutator, String change)
    implements Comparable<Survivor> {
  private static final Comparator<Survivor> ORDER =
      Comparator.comparing(Survivor::type)
          .thenComparing(Survivor::method)
          .thenComparing(Survivor::mutator)
          .thenComparing(Survivor::change);

  @Override
  public int compareTo(Survivor other) {
    return ORDER.compare(this, other);
  }
}
