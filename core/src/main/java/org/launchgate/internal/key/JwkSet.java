package org.launchgate.internal.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a JWK Set (RFC 7517 section 5). A key that is meant for something else does not spoil
 * the set; one that is wrong does.
 *
 * @param keys those that can be used, by their place, such as {@code keys[2]}; in their order
 * @param leftOut place and reason of each of the others
 */
public record JwkSet<K>(Map<String, K> keys, List<String> leftOut) {

  /** Reads one key of a set. */
  @FunctionalInterface
  public interface Reader<K> {
    /**
     * The key; null after the reason was given why it is left out.
     *
     * @throws IllegalArgumentException when it is wrong
     */
    @Nullable K read(Map<String, @Nullable Object> jwk, Consumer<String> leaveOut);
  }

  /**
   * Reads every key of a set; members of the set beside {@code keys} are ignored.
   *
   * @throws IllegalArgumentException when it is no set, or a key in it is wrong; the message begins
   *     with the place
   */
  public static <K> JwkSet<K> read(Map<String, @Nullable Object> set, Reader<K> reader) {
    if (!(set.get("keys") instanceof List<?> list)) {
      throw new IllegalArgumentException(
          "keys: must be a list of keys (RFC 7517 5.1)"
              + (set.containsKey("kty") ? "; a key that stands alone belongs to \"jwk\"" : ""));
    }
    Map<String, K> keys = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String place = "keys[" + i + "]";
      K key = readOne(place, list.get(i), reader, reason -> leftOut.add(place + " " + reason));
      if (key != null) {
        keys.put(place, key);
      }
    }
    return new JwkSet<>(keys, leftOut);
  }

  @SuppressWarnings("unchecked") // the JSON reader's maps have text keys only
  private static <K> @Nullable K readOne(
      String place, @Nullable Object value, Reader<K> reader, Consumer<String> leaveOut) {
    if (!(value instanceof Map<?, ?> jwk)) {
      throw new IllegalArgumentException(place + ": must be an object");
    }
    try {
      return reader.read((Map<String, @Nullable Object>) jwk, leaveOut);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }
}
