package org.launchgate.profile;

import org.launchgate.internal.config.ConfigObject;

/** Reads JSON Pointers of a configuration. */
final class Pointers {
  private Pointers() {}

  /** The pointer of that text, which stands in or is that member. */
  static JsonPointer read(ConfigObject json, String member, String text) {
    try {
      return JsonPointer.parse(text);
    } catch (IllegalArgumentException e) {
      throw json.error(
          member, "must name a claim by a JSON Pointer such as \"/contact/id\" (RFC 6901)");
    }
  }
}
