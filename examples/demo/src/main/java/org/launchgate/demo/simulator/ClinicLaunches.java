package org.launchgate.demo.simulator;

import java.io.IOException;

/** How Tatooine Clinic launches: a page in a new tab posts the token to the portal. */
final class ClinicLaunches {
  private final Portal portal;
  private final ClinicTokens tokens;

  ClinicLaunches(Portal portal, ClinicTokens tokens) {
    this.portal = portal;
    this.tokens = tokens;
  }

  Answer launch(ClinicPatient patient, Place place) {
    String text = "Tatooine Clinic has signed that you are Mando Lorian and mean " + patient.name();
    return page(place, text + ".", tokens.token(patient));
  }

  Answer faulty(Fault fault) throws IOException {
    String token = tokens.faulty(fault);
    if (fault == Fault.REPLAYED) {
      portal.redeemByForm(token);
    }
    return page(Place.PORTAL, fault.title() + ": " + fault.sent(), token);
  }

  private Answer page(Place place, String text, String token) {
    return Answer.page(ContinuePage.html(portal.launch(place), text, token));
  }
}
