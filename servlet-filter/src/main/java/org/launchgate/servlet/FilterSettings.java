package org.launchgate.servlet;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.launchgate.address.LocalAddress;
import org.launchgate.address.TargetTemplate;

/** What the init-params say, checked. The classes that they name are {@link ExtensionLookup}'s. */
record FilterSettings(
    Optional<String> partners,
    String launchPath,
    TargetTemplate targetUrl,
    boolean loginRequired,
    boolean deepLinks,
    PathPatterns publicPaths,
    OwnPages pages,
    Optional<String> logoutPath,
    Optional<LocalAddress> loginUrl,
    Duration clockSkew,
    int maxTokenBytes,
    int replayCapacity,
    int replayPartnerShare,
    boolean restartFence,
    boolean allowHttp,
    WindowSettings windows,
    AuditSettings audit) {

  private static final Duration MAX_SKEW = Duration.ofMinutes(2);

  /**
   * Checks every param.
   *
   * @throws IllegalArgumentException that names filter, param, value and what is allowed
   */
  static FilterSettings of(InitParams params) {
    String launchPath =
        endpoint(params, InitParam.LAUNCH_PATH, params.value(InitParam.LAUNCH_PATH));
    Optional<String> logoutPath = logoutPath(params, launchPath);
    WindowSettings windows = WindowSettings.of(params, launchPath, logoutPath);
    return new FilterSettings(
        params.given(InitParam.PARTNERS),
        launchPath,
        targetUrl(params, own(launchPath, logoutPath, windows)),
        params.flag(InitParam.LOGIN_REQUIRED),
        params.flag(InitParam.DEEP_LINKS),
        publicPaths(params),
        OwnPages.of(params),
        logoutPath,
        loginUrl(params, own(launchPath, logoutPath, windows)),
        clockSkew(params),
        params.number(InitParam.MAX_TOKEN_BYTES, 1024, 1_048_576),
        params.number(InitParam.REPLAY_CAPACITY, 1000, 10_000_000),
        params.number(InitParam.REPLAY_PARTNER_SHARE, 1, 100),
        params.flag(InitParam.RESTART_FENCE),
        params.flag(InitParam.ALLOW_HTTP),
        windows,
        AuditSettings.of(params));
  }

  private static String endpoint(InitParams params, InitParam param, String path) {
    if (!LocalPath.isEndpoint(path)) {
      throw params.wrong(param);
    }
    return path;
  }

  /** The paths that the filter answers itself. */
  OwnPaths own() {
    return own(launchPath, logoutPath, windows);
  }

  private static OwnPaths own(
      String launchPath, Optional<String> logoutPath, WindowSettings windows) {
    return new OwnPaths(launchPath, logoutPath, windows.closePath(), windows.scriptPath());
  }

  // A target on the launch path would answer every accepted launch with a refusal.
  private static TargetTemplate targetUrl(InitParams params, OwnPaths own) {
    try {
      TargetTemplate target = TargetTemplate.parse(params.value(InitParam.TARGET_URL));
      if (!own.cover(target.sample())) {
        return target;
      }
    } catch (IllegalArgumentException e) {
      // the message below says what is allowed
    }
    throw params.wrong(InitParam.TARGET_URL);
  }

  private static Optional<LocalAddress> loginUrl(InitParams params, OwnPaths own) {
    Optional<String> text = params.given(InitParam.LOGIN_URL);
    Optional<LocalAddress> url = text.flatMap(LocalAddress::of).filter(each -> !own.cover(each));
    if (text.isPresent() && url.isEmpty()) {
      throw params.wrong(InitParam.LOGIN_URL);
    }
    for (InitParam only : List.of(InitParam.LOGIN_ATTRIBUTE, InitParam.APPLICATION_LOGIN)) {
      if (url.isEmpty() && params.given(only).isPresent()) {
        throw InitParams.wrong(only, "has no effect without loginUrl: set that, or leave this out");
      }
    }
    if (params.given(InitParam.LOGIN_ATTRIBUTE).isPresent()
        && params.given(InitParam.APPLICATION_LOGIN).isPresent()) {
      throw InitParams.wrong(
          InitParam.LOGIN_ATTRIBUTE,
          "has no effect beside applicationLogin: leave one of them out");
    }
    return url;
  }

  private static PathPatterns publicPaths(InitParams params) {
    Optional<String> paths = params.given(InitParam.PUBLIC_PATHS);
    if (paths.isPresent() && !params.flag(InitParam.LOGIN_REQUIRED)) {
      throw InitParams.wrong(
          InitParam.PUBLIC_PATHS,
          "has no effect unless loginRequired is true: set that, or leave this out");
    }
    return PathPatterns.parse(paths.orElse(""))
        .orElseThrow(() -> params.wrong(InitParam.PUBLIC_PATHS));
  }

  private static Optional<String> logoutPath(InitParams params, String launchPath) {
    Optional<String> path = params.given(InitParam.LOGOUT_PATH);
    if (path.isPresent()
        && LocalPath.isAtOrBelow(endpoint(params, InitParam.LOGOUT_PATH, path.get()), launchPath)) {
      throw params.wrong(InitParam.LOGOUT_PATH);
    }
    return path;
  }

  private static Duration clockSkew(InitParams params) {
    String text = params.value(InitParam.CLOCK_SKEW);
    try {
      Duration skew =
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Integer.parseInt(text))
              : Duration.parse(text);
      if (!skew.isNegative() && skew.compareTo(MAX_SKEW) <= 0) {
        return skew;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // the message below says what is allowed; the exception's would repeat a resolved value
    }
    throw params.wrong(InitParam.CLOCK_SKEW);
  }
}
