package org.launchgate.demo.simulator;

/** The frame of every page of the simulator, in the look of one product. */
enum Layout {
  SIMULATOR("simulator", "Partner simulator", "Two partner systems, one portal"),
  XIS("xis", "Demo XIS", "GP information system"),
  CLINIC("clinic", "Tatooine Clinic", "Physiotherapy and rehabilitation");

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{} · {}</title>
        <link rel="icon" type="image/svg+xml" href="/assets/simulator.svg">
        <link rel="stylesheet" href="/assets/simulator.css">{}
      </head>
      <body class="{}">
      <a class="skip" href="#main">Skip to the main content</a>
      <header class="topbar">
        <div class="wide topbar-row">
          <p class="brand"><span class="brand-name">{}</span> <span class="brand-line">{}</span></p>
          {}
        </div>
      </header>
      <main id="main" class="wide">
      {}
      </main>
      <footer class="footer">
        <p class="wide">Launchgate demo, partner simulator. Every person here is invented.</p>
      </footer>
      </body>
      </html>
      """;
  private static final String NAVIGATION =
      """
      <nav aria-label="Partner systems"><ul class="nav">{}{}{}</ul></nav>""";

  private final String look;
  private final String product;
  private final String line;

  Layout(String look, String product, String line) {
    this.look = look;
    this.product = product;
    this.line = line;
  }

  String product() {
    return product;
  }

  String line() {
    return line;
  }

  Html page(String title, Html main) {
    return page(title, main, Html.of(""));
  }

  /** A page that also loads something, such as a script. */
  Html page(String title, Html main, Html headExtra) {
    return Html.of(FRAME, title, product, headExtra, look, product, line, navigation(), main);
  }

  private Html navigation() {
    return Html.of(
        NAVIGATION,
        entry("/", "Overview", SIMULATOR),
        entry("/xis", XIS.product, XIS),
        entry("/clinic", CLINIC.product, CLINIC));
  }

  private Html entry(String path, String text, Layout layout) {
    Html current = Html.of(layout == this ? " aria-current=\"page\"" : "");
    return Html.of("<li><a href=\"{}\"{}>{}</a></li>", path, current, text);
  }
}
