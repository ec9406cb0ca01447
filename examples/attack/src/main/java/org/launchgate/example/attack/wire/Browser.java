package org.launchgate.example.attack.wire;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with cookies of their own. */
public final class Browser {
  private static final int MOST_REDIRECTS = 4;

  private final Wire wire;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** Somebody who was never here. */
  public Browser(Wire wire) {
    this.wire = wire;
  }

  /** The cookies that the server has set, and those that somebody has planted. */
  public Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  /** The same with a cookie that comes from elsewhere. */
  public Browser withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** The same with another's cookies. */
  public Browser withCookiesOf(Browser other) {
    cookies.putAll(other.cookies);
    return this;
  }

  /**
   * Sends with the cookies, and keeps those that come back. Follows no redirect, but the one from a
   * launch to its one-time ticket: what becomes of the launch is said there.
   */
  public Answer send(Request request) throws IOException {
    Answer answer = sendOnly(request);
    String ticket = answer.value("Location").filter(Browser::isTicket).orElse(null);
    return answer.status() == 303 && ticket != null ? sendOnly(Request.get(ticket)) : answer;
  }

  private static boolean isTicket(String location) {
    return location.startsWith("/") && location.contains("launch_ticket=");
  }

  private Answer sendOnly(Request request) throws IOException {
    Answer answer = wire.send(cookies.isEmpty() ? request : request.with("Cookie", header()));
    answer.values("Set-Cookie").forEach(this::take);
    return answer;
  }

  /** Follows the redirects of an answer as long as they stay on this server. */
  public Answer follow(Answer answer, String from) throws IOException {
    Answer last = answer;
    String path = from;
    for (int i = 0; i < MOST_REDIRECTS && last.status() >= 300 && last.status() < 400; i++) {
      URI next = URI.create("http://" + wire.authority()).resolve(path);
      next = next.resolve(last.value("Location").orElse(""));
      if (!wire.authority().equals(next.getRawAuthority())) {
        return last;
      }
      path = next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
      last = send(Request.get(path));
    }
    return last;
  }

  private String header() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void take(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    if (setCookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
      cookies.remove(pair[0].strip());
    } else if (pair.length == 2) {
      cookies.put(pair[0].strip(), pair[1].strip());
    }
  }
}
