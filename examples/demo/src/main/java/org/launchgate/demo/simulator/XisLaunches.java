package org.launchgate.demo.simulator;

import java.io.IOException;
import java.util.Optional;

/** How Demo XIS launches: the browser is sent on to the portal with the token in the link. */
final class XisLaunches {
  private final Portal portal;
  private final XisTokens tokens;

  XisLaunches(Portal portal, XisTokens tokens) {
    this.portal = portal;
    this.tokens = tokens;
  }

  Answer launch(Optional<XisPatient> patient, Place place) {
    return Answer.seeOther(portal.launch(place, tokens.token(patient)));
  }

  Answer faulty(Fault fault) throws IOException {
    String token = tokens.faulty(fault);
    if (fault == Fault.REPLAYED) {
      portal.redeemByLink(token);
    }
    return Answer.seeOther(portal.launch(Place.PORTAL, token));
  }
}
