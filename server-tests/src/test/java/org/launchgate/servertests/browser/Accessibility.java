package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;

/** What axe-core finds by the rules of WCAG 2.0 to 2.2, levels A and AA. */
final class Accessibility {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** The width at which WCAG 2.1 (1.4.10, Reflow) wants no scrolling in two directions. */
  private static final int NARROWEST = 320;

  private Accessibility() {}

  /** The page that the browser shows has no violation, wide or narrow. */
  static void assertAccessible(Browser browser) {
    browser.resize(1280, 800);
    assertNoViolation(browser);
    browser.resize(NARROWEST, 800);
    assertNoViolation(browser);
    assertThat(browser.run("return document.documentElement.scrollWidth"))
        .as("width of the page")
        .asInstanceOf(LONG)
        .isLessThanOrEqualTo(NARROWEST);
  }

  /**
   * No page has a frame, so that axe needs no window of its own to join what it finds in them; that
   * one is slow to open, and on a busy machine it fails.
   */
  @SuppressWarnings("deprecation") // there is no other way to say so
  private static void assertNoViolation(Browser browser) {
    Results results = new AxeBuilder().withTags(WCAG).setLegacyMode(true).analyze(browser.driver());
    assertThat(results.getPasses()).isNotEmpty();
    assertThat(results.getViolations()).extracting(Accessibility::text).isEmpty();
  }

  private static String text(Rule violation) {
    return violation.getId() + ": " + violation.getHelp() + " " + violation.getNodes();
  }
}
