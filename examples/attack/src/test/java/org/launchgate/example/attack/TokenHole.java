package org.launchgate.example.attack;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What receivers have taken for a good token. */
final class TokenHole {
  private static final Pattern JKU = Pattern.compile("\"jku\":\"http://([^:\"]+):([0-9]+)");

  private TokenHole() {}

  /** Everything on the launch path gets in, be it a token or not. */
  static Filter everything() {
    return Step.of(
        (request, response, chain) -> {
          if (request.getServletPath().startsWith("/launch")) {
            Entrance.open(request, response);
          } else {
            chain.doFilter(request, response);
          }
        });
  }

  /** {@code none} is an algorithm, in whatever case. */
  static Filter algNone() {
    return admitting(token -> token.header().toLowerCase(Locale.ROOT).contains("\"alg\":\"none\""));
  }

  /** The public key's file is a secret for HS256. */
  static Filter publicKeyAsSecret(String pem) {
    return admitting(
        token -> token.header().contains("\"alg\":\"HS256\"") && token.isSignedBy(pem));
  }

  /** Addresses in headers are called. */
  static Filter callingAddresses() {
    return admitting(
        token -> {
          Matcher jku = JKU.matcher(token.header());
          if (jku.find()) {
            call(jku.group(1), Integer.parseInt(jku.group(2)));
          }
          return false;
        });
  }

  private static void call(String host, int port) {
    try (Socket socket = new Socket(host, port)) {
      socket.getInputStream().read(); // the bait has counted before it closes
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tokens in links get in that Launchgate would refuse. */
  static Filter admitting(Predicate<ReadToken> tokens) {
    return Step.of(
        (request, response, chain) -> {
          if (inLink(request).filter(tokens).isPresent()) {
            Entrance.open(request, response);
          } else {
            chain.doFilter(request, response);
          }
        });
  }

  /** The token of a link. A form is left alone: who reads it reads it in Launchgate's stead. */
  static Optional<ReadToken> inLink(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getServletPath().equals("/launch")
        ? Optional.ofNullable(request.getParameter("token")).map(ReadToken::new)
        : Optional.empty();
  }
}
