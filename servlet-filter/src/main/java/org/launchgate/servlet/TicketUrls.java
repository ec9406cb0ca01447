package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of tickets: relative to this host for a browser that is here already, absolute for
 * a script elsewhere. The host of an absolute one is never just what the request says.
 *
 * @param contextPath of the application, encoded
 * @param launchPath where launches come in
 * @param publicUrl the application's own address; empty where the request's host decides
 * @param allowedHosts hosts that a request may name: {@code host}, {@code host:port}, {@code
 *     host:*}
 */
record TicketUrls(
    String contextPath, String launchPath, Optional<String> publicUrl, List<String> allowedHosts) {

  /** The address on this host, for the browser that gets the ticket's cookie with it. */
  String local(LaunchTicket ticket) {
    return contextPath + path(ticket) + "&" + TicketCookies.MARK;
  }

  /** Where a user's answer is posted to. */
  String answers() {
    return contextPath + launchPath;
  }

  /** Where a user is asked whether to link an account, and answers. */
  String link() {
    return answers() + "?" + AccountLinking.QUERY;
  }

  /** Whether a script can be told an address at all; where not, no launch is used up for it. */
  boolean isKnown(HttpServletRequest request) {
    return publicUrl.isPresent() || host(request).isPresent();
  }

  /** The absolute address. */
  String absolute(HttpServletRequest request, LaunchTicket ticket) {
    String base =
        publicUrl.orElseGet(
            () -> request.getScheme() + "://" + host(request).orElseThrow() + contextPath);
    return base + path(ticket);
  }

  private String path(LaunchTicket ticket) {
    return launchPath + "?" + LaunchTicket.FIELD + "=" + ticket.value();
  }

  private Optional<String> host(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Host"))
        .or(() -> authority(request))
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> allowedHosts.stream().anyMatch(allowed -> matches(allowed, host)));
  }

  /** HTTP/2 has no such header; what stands in its place shows as the server's name and port. */
  private static Optional<String> authority(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
    return Optional.ofNullable(request.getServerName())
        .map(name -> usual ? name : name + ":" + port);
  }

  private static boolean matches(String allowed, String host) {
    if (!allowed.endsWith(":*")) {
      return allowed.equals(host);
    }
    String name = allowed.substring(0, allowed.length() - 2);
    return host.equals(name)
        || (host.startsWith(name + ":") && host.substring(name.length() + 1).matches("[0-9]{1,5}"));
  }
}
