package org.launchgate.demo.simulator;

/** The answer to an address that the simulator does not have. */
final class MissingPage {
  private static final String MAIN =
      """
      <h1>Page not found</h1>
      <p class="lead">There is nothing at this address.</p>
      <p><a class="button" href="/">To the overview</a></p>""";

  private MissingPage() {}

  static Html html() {
    return Layout.SIMULATOR.page("Page not found", Html.of(MAIN));
  }
}
