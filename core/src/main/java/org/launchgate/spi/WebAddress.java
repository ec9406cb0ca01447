package org.launchgate.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** The addresses of a partner that browsers are told. */
final class WebAddress {
  private static final int NO_PORT = -1;
  private static final int MAX_URL = 2000;
  private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "http", 80);

  private WebAddress() {}

  /** Whether it may be shown as a link: nothing that runs code, nothing with a password in it. */
  static boolean isLink(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= MAX_URL
          && text.chars().allMatch(c -> c > ' ' && c <= '~')
          && USUAL_PORTS.containsKey(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether it is the serialization of RFC 6454 section 6.2, which is compared as text. */
  static boolean isOrigin(String text) {
    try {
      URI uri = new URI(text);
      String host = uri.getHost();
      String scheme = String.valueOf(uri.getScheme());
      int usualPort = USUAL_PORTS.getOrDefault(scheme, NO_PORT);
      return host != null
          && usualPort != NO_PORT
          && uri.getPort() != usualPort
          && uri.getPort() <= 65_535
          && text.equals(
              scheme
                  + "://"
                  + host.toLowerCase(Locale.ROOT)
                  + (uri.getPort() == NO_PORT ? "" : ":" + uri.getPort()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
