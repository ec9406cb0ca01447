package org.launchgate.servlet;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the init-params say about sessions and windows, checked.
 *
 * @param mode how many patients a session shows
 * @param askOtherUser whether another user's launch waits for an answer
 * @param maxAge how long a user may stay; zero for no limit
 * @param contextRequired where a patient has to be chosen
 * @param closePath where a window is closed
 * @param formField whether forms are read for the window that they name
 * @param scriptPath where the script for pages is served
 * @param publicUrl how addresses for scripts begin
 * @param allowedHosts which hosts of a request they may name
 */
record WindowSettings(
    WindowMode mode,
    boolean askOtherUser,
    Duration maxAge,
    PathPatterns contextRequired,
    Optional<String> closePath,
    boolean formField,
    Optional<String> scriptPath,
    Optional<String> publicUrl,
    List<String> allowedHosts) {
  private static final Duration LEAST_AGE = Duration.ofSeconds(60);
  private static final Duration MOST_AGE = Duration.ofDays(30);
  private static final Pattern HOST =
      Pattern.compile(
          "(\\[[0-9a-f:.]{2,45}]|[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?)(:([0-9]{1,5}|\\*))?");

  static WindowSettings of(InitParams params, String launchPath, Optional<String> logoutPath) {
    List<String> hosts = allowedHosts(params);
    Optional<String> publicUrl = publicUrl(params);
    if (publicUrl.isPresent() && !hosts.isEmpty()) {
      throw InitParams.wrong(
          InitParam.ALLOWED_HOSTS, "has no effect beside publicUrl: leave one of them out");
    }
    Optional<String> closePath =
        ownPath(params, InitParam.CLOSE_PATH, launchPath, logoutPath, Optional.empty());
    return new WindowSettings(
        WindowMode.named(params.value(InitParam.WINDOWS))
            .orElseThrow(() -> params.wrong(InitParam.WINDOWS)),
        askOtherUser(params),
        maxAge(params),
        PathPatterns.parse(params.value(InitParam.CONTEXT_REQUIRED))
            .orElseThrow(() -> params.wrong(InitParam.CONTEXT_REQUIRED)),
        closePath,
        params.flag(InitParam.FORM_FIELD),
        ownPath(params, InitParam.SCRIPT_PATH, launchPath, logoutPath, closePath),
        publicUrl,
        hosts);
  }

  private static boolean askOtherUser(InitParams params) {
    return switch (params.value(InitParam.USER_CHANGE)) {
      case "ask" -> true;
      case "replace" -> false;
      default -> throw params.wrong(InitParam.USER_CHANGE);
    };
  }

  private static Duration maxAge(InitParams params) {
    Duration age = duration(params.value(InitParam.SESSION_MAX_AGE));
    if (age == null
        || (!age.isZero() && (age.compareTo(LEAST_AGE) < 0 || age.compareTo(MOST_AGE) > 0))) {
      throw params.wrong(InitParam.SESSION_MAX_AGE);
    }
    return age;
  }

  private static @Nullable Duration duration(String text) {
    try {
      return text.matches("[0-9]{1,9}")
          ? Duration.ofSeconds(Integer.parseInt(text))
          : Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      return null; // the caller says what is allowed; the exception would repeat a resolved value
    }
  }

  /** A path that is none of the others. */
  private static Optional<String> ownPath(
      InitParams params,
      InitParam param,
      String launchPath,
      Optional<String> logoutPath,
      Optional<String> otherPath) {
    Optional<String> path = params.given(param);
    if (path.isPresent()
        && (!LocalPath.isEndpoint(path.get())
            || LocalPath.isAtOrBelow(path.get(), launchPath)
            || path.equals(logoutPath)
            || path.equals(otherPath))) {
      throw params.wrong(param);
    }
    return path;
  }

  private static Optional<String> publicUrl(InitParams params) {
    Optional<String> url = params.given(InitParam.PUBLIC_URL);
    if (url.isPresent() && !isPublicUrl(url.get())) {
      throw params.wrong(InitParam.PUBLIC_URL);
    }
    return url;
  }

  private static boolean isPublicUrl(String text) {
    try {
      URI uri = new URI(text);
      return text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"' && c != '\\')
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && !text.endsWith("/");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static List<String> allowedHosts(InitParams params) {
    List<String> hosts =
        Arrays.stream(params.value(InitParam.ALLOWED_HOSTS).split("[,\\s]+"))
            .filter(host -> !host.isEmpty())
            .toList();
    if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
      throw params.wrong(InitParam.ALLOWED_HOSTS);
    }
    return hosts;
  }
}
