package org.launchgate.security;

import java.io.IOException;
import org.launchgate.security.server.ServerProcess;

/** Tomcat 11. */
class MechanismOnTomcat11Test extends TomcatCases {
  MechanismOnTomcat11Test() throws IOException {
    super(ServerProcess.tomcat11(), "11.");
  }
}
