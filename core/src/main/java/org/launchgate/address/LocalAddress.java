package org.launchgate.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address that leads nowhere but into this application: a path with exactly one {@code /} in
 * front, encoded, with a query where it has one. It says nothing of host or context path.
 *
 * <p>No {@code //}, no backslash, no {@code .} or {@code ..} segment and no control character,
 * encoded ones included, no fragment, and nothing but printable ASCII. Immutable; {@link
 * #toString()} leaves the address out, since it may name a patient.
 */
public final class LocalAddress {
  private final String text;
  private final String path;
  private final @Nullable String query;

  private LocalAddress(String text, String path, @Nullable String query) {
    this.text = text;
    this.path = path;
    this.query = query;
  }

  /** The address that a text holds; empty when it may lead elsewhere, or is none. */
  public static Optional<LocalAddress> of(String text) {
    // Of "///evil.example" URI says no authority and one slash, and a browser goes to that host.
    if (!text.startsWith("/")
        || text.startsWith("//")
        || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
      return Optional.empty();
    }
    try {
      // Even a decoded path has to be harmless: some servers decode before they resolve "..".
      URI uri = new URI(text);
      String path = uri.getPath();
      return uri.getRawAuthority() == null && uri.getRawFragment() == null && isHarmless(path)
          ? Optional.of(new LocalAddress(text, path, uri.getRawQuery()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isHarmless(@Nullable String path) {
    return path != null
        && path.startsWith("/")
        && !path.contains("//")
        && path.indexOf('\\') < 0
        && path.chars().noneMatch(Character::isISOControl)
        && Arrays.stream(path.split("[/;]")).noneMatch(s -> s.equals(".") || s.equals(".."));
  }

  /** The address as it stands behind the context path. */
  public String text() {
    return text;
  }

  /** Its path, decoded, without the query. */
  public String path() {
    return path;
  }

  /** Its query as it is written; empty when it has none. */
  public Optional<String> query() {
    return Optional.ofNullable(query);
  }

  @Override
  public String toString() {
    return "LocalAddress";
  }
}
