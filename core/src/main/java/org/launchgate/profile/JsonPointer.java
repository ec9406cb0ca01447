package org.launchgate.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names one value inside a JSON object (RFC 6901), such as {@code /user-id.system} or {@code
 * /contact/id}.
 *
 * <p>The empty pointer, which names the whole document, is not accepted: no claim is mapped to it.
 * Equal pointers are those with the same text. Immutable and safe for use by many threads.
 */
public final class JsonPointer {

  /** What {@link #resolve} answers where null would be mistaken for JSON null. */
  private enum Missing {
    ABSENT
  }

  /**
   * An index of more digits is beyond every list, and would have to be guarded against overflow.
   */
  private static final int MAX_INDEX_DIGITS = 9;

  private final String text;
  private final List<String> tokens;

  private JsonPointer(String text, List<String> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Reads the string form of a pointer (RFC 6901 sections 3 and 4).
   *
   * @param text the pointer, in the plain form, not in that of a URI fragment
   * @return the pointer
   * @throws IllegalArgumentException naming the text, if it is empty, does not start with "/", or
   *     has a "~" that is not followed by "0" or "1"
   */
  public static JsonPointer parse(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("JSON Pointer \"" + text + "\" does not start with \"/\"");
    }
    List<String> tokens = new ArrayList<>();
    for (int slash = 0; slash >= 0; ) {
      int next = text.indexOf('/', slash + 1);
      tokens.add(unescape(text.substring(slash + 1, next < 0 ? text.length() : next), text));
      slash = next;
    }
    return new JsonPointer(text, List.copyOf(tokens));
  }

  private static String unescape(String token, String text) {
    for (int tilde = token.indexOf('~'); tilde >= 0; tilde = token.indexOf('~', tilde + 1)) {
      if (!token.startsWith("0", tilde + 1) && !token.startsWith("1", tilde + 1)) {
        throw new IllegalArgumentException(
            "JSON Pointer \"" + text + "\" has a \"~\" that is not followed by \"0\" or \"1\"");
      }
    }
    // "~1" first, so that "~01" becomes "~1" (RFC 6901 section 4)
    return token.replace("~1", "/").replace("~0", "~");
  }

  /**
   * Finds the value that this pointer names.
   *
   * @param document the object to search, as {@link StrictJson} returns it
   * @return the value; null if there is none and also if it is JSON null, which {@link #isPresent}
   *     tells apart
   */
  public @Nullable Object find(Map<String, ?> document) {
    Object found = resolve(document);
    return found == Missing.ABSENT ? null : found;
  }

  /**
   * Says whether the value that this pointer names is there.
   *
   * @param document the object to search, as {@link StrictJson} returns it
   * @return true also if the value is JSON null
   */
  public boolean isPresent(Map<String, ?> document) {
    return resolve(document) != Missing.ABSENT;
  }

  private @Nullable Object resolve(Map<String, ?> document) {
    Object current = document;
    for (String token : tokens) {
      current = child(current, token);
    }
    return current;
  }

  private static @Nullable Object child(@Nullable Object parent, String token) {
    if (parent instanceof Map<?, ?> object) {
      return object.containsKey(token) ? object.get(token) : Missing.ABSENT;
    }
    if (parent instanceof List<?> array && isIndex(token)) {
      int index = Integer.parseInt(token);
      return index < array.size() ? array.get(index) : Missing.ABSENT;
    }
    return Missing.ABSENT;
  }

  private static boolean isIndex(String token) {
    boolean digits = token.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = token.length() > 1 && token.startsWith("0");
    return digits && !leadingZero && !token.isEmpty() && token.length() <= MAX_INDEX_DIGITS;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPointer pointer && pointer.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /**
   * Gives the pointer as it was written.
   *
   * @return the text that {@link #parse} was given
   */
  @Override
  public String toString() {
    return text;
  }
}
