package org.launchgate.jwks;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a JWK set, checked for what can be known without asking anybody. Shown by host and
 * port alone: a path or query may hold what only this deployment should know.
 *
 * @param uri as configured
 */
record KeySetUrl(URI uri) {
  private static final int USUAL_PORT = 443;
  private static final int LAST_PORT = 65_535;

  /** No name's last label starts with a digit, but 2130706433 and 0x7f.1 are addresses to some. */
  private static final Pattern NUMERIC = Pattern.compile("([^\\[]*\\.)?\\d[^.]*\\.?");

  private static final Pattern IPV4 = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

  /**
   * An address.
   *
   * @throws IllegalArgumentException that says what an address must be
   */
  KeySetUrl {
    require("https".equalsIgnoreCase(uri.getScheme()), "must start with https://");
    require(uri.getRawUserInfo() == null, "must not hold a user name or password");
    require(uri.getRawFragment() == null, "must not have a fragment (#)");
    String host = uri.getHost();
    require(
        host != null && !host.isEmpty() && !host.contains("%"),
        "must name a host: letters, digits, dots and hyphens (other scripts in their xn-- form),"
            + " or an IP address");
    require(
        !NUMERIC.matcher(host).matches() || IPV4.matcher(host).matches(),
        "must spell an IPv4 address as four decimal numbers without leading zeros");
    require(uri.getPort() != 0 && uri.getPort() <= LAST_PORT, "must have a port up to 65535");
  }

  private static void require(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException("the address of a JWKS " + sentence);
    }
  }

  /** The host without the brackets of an IPv6 address. */
  String host() {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  int port() {
    return uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
  }

  /** Whether the host is an IP address, and so needs nobody to resolve it. */
  boolean isLiteral() {
    return uri.getHost().startsWith("[") || IPV4.matcher(uri.getHost()).matches();
  }

  /** Whether the host names this machine by definition (RFC 6761 section 6.3). */
  boolean isLocalhost() {
    String name = host().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    return name.equals("localhost") || name.endsWith(".localhost");
  }

  /** Host and port as a {@code CONNECT} request names them. */
  String authority() {
    return uri.getHost() + ":" + port();
  }

  /** What a {@code Host} header says, and a log. */
  String shown() {
    return port() == USUAL_PORT ? uri.getHost() : authority();
  }

  /** Path and query as a request line has them. */
  String target() {
    URI ascii = URI.create(uri.toASCIIString());
    String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
  }

  @Override
  public String toString() {
    return shown();
  }
}
