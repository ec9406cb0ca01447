package org.launchgate.servlet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which pages the application has instead of the built-in ones, by its init-params. */
final class OwnPages {
  private final Map<PageKind, String> paths;

  private OwnPages(Map<PageKind, String> paths) {
    this.paths = Collections.unmodifiableMap(paths);
  }

  /**
   * Reads the init-params.
   *
   * @throws IllegalArgumentException that names the param whose value is no path of the application
   */
  static OwnPages of(InitParams params) {
    Optional<String> refusals = path(params, InitParam.ERROR_PAGE);
    Map<PageKind, String> paths = new EnumMap<>(PageKind.class);
    for (PageKind kind : PageKind.values()) {
      kind.param()
          .flatMap(param -> path(params, param))
          .or(() -> refusals.filter(page -> kind.isRefusal()))
          .ifPresent(path -> paths.put(kind, path));
    }
    return new OwnPages(paths);
  }

  /** The path of a page; empty for the built-in one. */
  Optional<String> path(PageKind kind) {
    return Optional.ofNullable(paths.get(kind));
  }

  private static Optional<String> path(InitParams params, InitParam param) {
    Optional<String> path = params.given(param);
    if (path.isPresent() && !LocalPath.isPlain(path.get())) {
      throw params.wrong(param);
    }
    return path;
  }

  @Override
  public String toString() {
    return "OwnPages" + paths;
  }
}
