package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** A filter that a test starts, or sees stopped, as a container would. */
abstract class FilterStartFixture {
  final LaunchFilter filter = new LaunchFilter();

  /** Something that may fail. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  /** A configuration with a partners file, and these params. */
  static FilterStubs good(String... params) {
    FilterStubs stubs = FilterStubs.with(params);
    stubs.params.put("partners", "/WEB-INF/partners.json");
    return stubs;
  }

  final void start(FilterStubs stubs) throws ServletException {
    filter.init(stubs.config());
  }

  final void assertStops(FilterStubs stubs, String... words) {
    assertThatThrownBy(() -> start(stubs))
        .isInstanceOf(ServletException.class)
        .hasMessageStartingWith("LaunchFilter \"launch\" cannot start: ")
        .hasMessageContainingAll(words);
  }

  /** Does something while the application's class loader finds what is in a folder. */
  static void withLoader(Path folder, Action action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      action.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
