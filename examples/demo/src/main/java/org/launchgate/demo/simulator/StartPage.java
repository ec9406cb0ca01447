package org.launchgate.demo.simulator;

/** Where a visitor of the demo begins: which partner's system to work in. */
final class StartPage {
  private static final String MAIN =
      """
      <h1>Choose a partner system</h1>
      <p class="lead">Each of them opens the same portal for its user, with a patient in focus, and signs who that is. Open a patient and you stand in the portal, logged in.</p>
      {}
      <div class="choices">
        <section class="choice choice-xis" aria-labelledby="choose-xis">
          <h2 id="choose-xis">{}</h2>
          <p class="choice-line">{}</p>
          <p>Launches as ZorgDomein prescribes: a link with a token, signed with an RSA key (RS256). The token carries the logical ids of user, organisation and patient, and no names.</p>
          <p><a class="button" href="/xis" id="open-xis">Work in Demo XIS</a></p>
        </section>
        <section class="choice choice-clinic" aria-labelledby="choose-clinic">
          <h2 id="choose-clinic">{}</h2>
          <p class="choice-line">{}</p>
          <p>Launches as ExorLive prescribes: a form post with a token, signed with a shared secret (HS256). The token carries names, birth date, national id and phone number.</p>
          <p><a class="button" href="/clinic" id="open-clinic">Work in Tatooine Clinic</a></p>
        </section>
      </div>
      <section class="places" aria-labelledby="places-title">
        <h2 id="places-title">Three ways to set the portal up</h2>
        <dl>
          <dt>In Meadow, <a href="{}">{}</a></dt>
          <dd>One patient at a time. Open another one, and the pages of the first answer that their patient is no longer in focus. Open a patient from the other partner, and it asks whether you are somebody else.</dd>
          <dt>At the desk, <a href="{}">{}</a></dt>
          <dd>A patient in each window: open two there, side by side.</dd>
          <dt>In the staff rooms, <a href="{}">{}</a></dt>
          <dd>Users have accounts of their own. On your first visit you log in once, with an account that the page names, and say that it is yours; ever after a launch takes you straight in.</dd>
        </dl>
        <p>Without a launch nobody is logged in, but in the staff rooms by an account.</p>
      </section>""";

  private StartPage() {}

  static Html html(Portal portal, Html notice) {
    Html main =
        Html.of(
            MAIN,
            notice,
            Layout.XIS.product(),
            Layout.XIS.line(),
            Layout.CLINIC.product(),
            Layout.CLINIC.line(),
            portal.home(),
            portal.home(),
            portal.desk(),
            portal.desk(),
            portal.staff(),
            portal.staff());
    return Layout.SIMULATOR.page("Choose a partner system", main);
  }
}
