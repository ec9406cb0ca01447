package org.launchgate.address;

import org.launchgate.profile.ContextField;

/** What becomes of a {@link TargetTemplate} in a launch. */
public sealed interface Filling {

  /**
   * An address with every value in its place.
   *
   * @param address where to
   */
  record Filled(LocalAddress address) implements Filling {}

  /**
   * There is no such value in the launch.
   *
   * @param field of which it has none
   */
  record Missing(ContextField field) implements Filling {}

  /**
   * The value cannot stand in an address: it is a dot segment, or holds a slash, a backslash or
   * what is no character.
   *
   * @param field whose value it is
   */
  record Unfit(ContextField field) implements Filling {}
}
