package org.launchgate.demo.simulator;

/** Says on each page that the portal was given a partners file that does not know these keys. */
final class OtherPartnersNotice {
  private static final String NOTICE =
      """
      <p class="notice"><strong>The portal uses another partners file.</strong> It does not know the keys of this simulator, so it refuses every launch from here.</p>""";

  private OtherPartnersNotice() {}

  static Html html(boolean partnersKnown) {
    return Html.of(partnersKnown ? "" : NOTICE);
  }
}
