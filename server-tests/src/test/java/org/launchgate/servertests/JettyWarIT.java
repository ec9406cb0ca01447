package org.launchgate.servertests;

import java.nio.file.Path;
import org.launchgate.servertests.process.Jetty;
import org.launchgate.servertests.process.RunningPortal;

/** The portal's WAR, as it was built, on a Jetty 12. */
class JettyWarIT extends PortalFixture
    implements LaunchContract, SessionContract, RequestContract, TicketContract, WindowContract {
  @Override
  RunningPortal start(Path partners) throws Exception {
    return Jetty.start(partners);
  }
}
