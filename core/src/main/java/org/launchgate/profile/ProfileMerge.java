package org.launchgate.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays the members of one profile over those of another, as a JSON Merge Patch does (RFC 7396):
 * objects are merged member by member, null takes a member away, and everything else replaces what
 * was there. In {@code context} each field is replaced as a whole, since half of one source and
 * half of another make no sense.
 */
final class ProfileMerge {
  private ProfileMerge() {}

  static Map<String, @Nullable Object> merge(
      Map<String, @Nullable Object> base, Map<String, @Nullable Object> patch) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(base);
    patch.forEach((name, value) -> put(merged, name, member(name, base.get(name), value)));
    return Collections.unmodifiableMap(merged);
  }

  /** The same members but for those of these names. */
  static Map<String, @Nullable Object> without(
      Map<String, @Nullable Object> members, String... names) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(members);
    rest.keySet().removeAll(List.of(names));
    return Collections.unmodifiableMap(rest);
  }

  private static @Nullable Object member(
      String name, @Nullable Object base, @Nullable Object patch) {
    return patch instanceof Map<?, ?> object && name.equals("context")
        ? fields(base, object)
        : deep(base, patch);
  }

  private static @Nullable Object deep(@Nullable Object base, @Nullable Object patch) {
    if (!(patch instanceof Map<?, ?> object)) {
      return patch;
    }
    Map<String, @Nullable Object> merged = copy(base);
    object.forEach(
        (name, value) -> put(merged, (String) name, deep(merged.get((String) name), value)));
    return Collections.unmodifiableMap(merged);
  }

  private static Object fields(@Nullable Object base, Map<?, ?> patch) {
    Map<String, @Nullable Object> merged = copy(base);
    patch.forEach((name, value) -> put(merged, (String) name, value));
    return Collections.unmodifiableMap(merged);
  }

  private static Map<String, @Nullable Object> copy(@Nullable Object base) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (base instanceof Map<?, ?> object) {
      object.forEach((name, value) -> copy.put((String) name, value));
    }
    return copy;
  }

  private static void put(
      Map<String, @Nullable Object> members, String name, @Nullable Object value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
  }
}
