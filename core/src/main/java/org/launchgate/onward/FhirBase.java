package org.launchgate.onward;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of a FHIR server.
 *
 * @param uri without a slash at its end
 */
record FhirBase(URI uri) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The address that a configuration holds; empty for what is none. */
  static Optional<FhirBase> of(Object value) {
    try {
      return value instanceof String text ? checked(new URI(text)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<FhirBase> checked(URI uri) {
    boolean whole =
        uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && isStraight(uri)
            && isConfidential(uri);
    return whole
        ? Optional.of(new FhirBase(URI.create(uri.toString().replaceAll("/+$", ""))))
        : Optional.empty();
  }

  private static boolean isConfidential(URI uri) {
    String scheme = scheme(uri);
    return scheme.equals("https")
        || (scheme.equals("http") && THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT)));
  }

  /** Whether no server could resolve its path to another one. */
  private static boolean isStraight(URI uri) {
    String path = uri.getPath();
    return path != null
        && path.indexOf('\\') < 0
        && Arrays.stream(path.split("[/;]")).noneMatch(s -> s.equals(".") || s.equals(".."));
  }

  /** An address below it. */
  URI below(String path) {
    return URI.create(uri + path);
  }

  /** Whether an address is this one or lies below it. */
  boolean holds(URI other) {
    String path = String.valueOf(other.getRawPath());
    String own = String.valueOf(uri.getRawPath());
    return scheme(uri).equals(scheme(other))
        && uri.getHost().equalsIgnoreCase(other.getHost())
        && port(uri) == port(other)
        && other.getRawUserInfo() == null
        && isStraight(other)
        && (path.equals(own) || path.startsWith(own + "/"));
  }

  private static String scheme(URI uri) {
    @Nullable String scheme = uri.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return scheme(uri).equals("https") ? 443 : 80;
  }

  @Override
  public String toString() {
    return "FhirBase";
  }
}
