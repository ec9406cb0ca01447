package org.launchgate.demo.simulator;

import java.net.URI;

/**
 * The page in the new tab from which a clinic's launch is posted: by a script where there is one,
 * by the button otherwise.
 */
final class ContinuePage {
  private static final String MAIN =
      """
      <div class="handover">
        <h1>On the way to Meadow</h1>
        <p class="lead">{}</p>
        <form method="post" action="{}" id="launch">
          <input type="hidden" name="payload" value="{}">
          <button type="submit" class="button big">Continue to portal</button>
        </form>
      </div>""";
  private static final String SCRIPT =
      """

        <script src="/assets/continue.js" defer></script>""";

  private ContinuePage() {}

  static Html html(URI launch, String text, String token) {
    Html main = Html.of(MAIN, text, launch, token);
    return Layout.CLINIC.page("On the way to Meadow", main, Html.of(SCRIPT));
  }
}
