package org.launchgate.servertests;

import java.nio.file.Path;
import org.launchgate.servertests.process.RunningPortal;
import org.launchgate.servertests.process.Tomcat;

/** The portal's WAR, as it was built, on a Tomcat 10.1. */
class TomcatWarIT extends PortalFixture
    implements LaunchContract, SessionContract, RequestContract, TicketContract, WindowContract {
  @Override
  RunningPortal start(Path partners) throws Exception {
    return Tomcat.start(partners);
  }
}
