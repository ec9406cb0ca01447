package org.launchgate.internal.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text (RFC 8259) and refuses whatever another reader might understand differently.
 *
 * <p>Beyond the grammar of RFC 8259 these are refused:
 *
 * <ul>
 *   <li>malformed UTF-8 (RFC 3629: overlong forms, encoded surrogates, truncated sequences, above
 *       U+10FFFF) and a leading byte order mark (RFC 8259 section 8.1);
 *   <li>U+FFFD in a string, raw or escaped: it shows that a sender has already lost a character of
 *       the text;
 *   <li>an escaped surrogate without its partner (RFC 8259 section 8.2);
 *   <li>two members of one object with the same name after unescaping, at any depth (RFC 8259
 *       section 4, RFC 7515 section 4, RFC 7519 section 4);
 *   <li>more than 32 levels of arrays and objects, a number of more than 32 characters, and a
 *       number beyond a finite {@code double} (RFC 8259 sections 6 and 9 allow such limits).
 * </ul>
 *
 * <p>The values: an object becomes an unmodifiable {@link Map} in document order, an array an
 * unmodifiable {@link java.util.List}, then {@link String}, {@link Boolean} and {@code null}. An
 * integer literal becomes a {@link Long} or, where that is too small, a {@link
 * java.math.BigInteger}; {@code -0} is {@code 0L}. A literal with a fraction or an exponent becomes
 * a finite {@link Double}; one too small for a {@code double} becomes zero.
 *
 * <p>The work is linear in the length of the text, but the length itself is not limited: callers
 * limit it. The array is neither changed nor kept. The methods are safe for use by many threads, as
 * long as nobody changes the array.
 */
public final class StrictJson {

  private StrictJson() {}

  /**
   * Reads a text that has to be one JSON object, as a token's header and payload have to be.
   *
   * @param utf8 the whole text
   * @return the members in document order, unmodifiable; a member whose value is JSON null is there
   *     with the value null
   * @throws StrictJsonException if the text is not one JSON object or is refused for a reason named
   *     above
   */
  public static Map<String, @Nullable Object> readObject(byte[] utf8) throws StrictJsonException {
    return new Parser(utf8).objectDocument();
  }

  /**
   * Reads a text that may be any one JSON value.
   *
   * @param utf8 the whole text
   * @return the value; null only for JSON null, never for an empty text, which is refused
   * @throws StrictJsonException if the text is not one JSON value or is refused for a reason named
   *     above
   */
  public static @Nullable Object read(byte[] utf8) throws StrictJsonException {
    return new Parser(utf8).document();
  }
}
