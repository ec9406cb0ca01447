package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.servertests.process.Built;
import org.launchgate.servlet.PageGallery;
import org.openqa.selenium.OutputType;

/**
 * Every built-in page in every language: accessible by axe, light and dark, and pictured in {@code
 * target/screenshots/pages}.
 */
@ExtendWith(BrowserNeeded.class)
@TestInstance(Lifecycle.PER_CLASS)
class BuiltInPagesBrowserIT {
  private static final int WIDE = 1280;
  private static final int NARROW = 400;

  private PageHost host;
  private Browser browser;

  @BeforeAll
  void start() throws IOException {
    host = PageHost.start();
    browser = Browser.start("built-in-pages");
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (host != null) {
      host.close();
    }
  }

  static Stream<Arguments> pages() {
    return PageGallery.languages().stream()
        .flatMap(
            language ->
                PageGallery.names().stream()
                    .map(name -> Arguments.argumentSet(name + " " + language, name, language)));
  }

  static Stream<String> names() {
    return PageGallery.names().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageHasNoViolationAndIsPictured(String name, String language) throws IOException {
    open(name, language, "light");

    Accessibility.assertAccessible(browser);
    take(name + "-" + language);
  }

  /** What is dark does not depend on the language. */
  @ParameterizedTest
  @MethodSource("names")
  void darkPageHasNoViolationAndIsPictured(String name) throws IOException {
    open(name, "en", "dark");

    Accessibility.assertAccessible(browser);
    take(name + "-en-dark");
  }

  private void open(String name, String language, String scheme) {
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    browser.open(host.address(name, language));
    assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
    assertThat(browser.run("return getComputedStyle(document.querySelector('main')).maxWidth"))
        .as("the policy lets the page's own style in")
        .isNotEqualTo("none");
  }

  private void take(String name) throws IOException {
    shoot(name + ".png", WIDE);
    shoot(name + "-narrow.png", NARROW);
  }

  private void shoot(String file, int width) throws IOException {
    browser.resize(width, 800);
    Path picture = Files.createDirectories(Built.work().resolve("screenshots/pages")).resolve(file);
    Files.write(picture, browser.driver().getScreenshotAs(OutputType.BYTES));
    assertThat(picture).isNotEmptyFile();
  }
}
