package org.launchgate.security;

import java.io.IOException;
import org.launchgate.security.server.ServerProcess;

/** Tomcat 10.1. */
class MechanismOnTomcatTest extends TomcatCases {
  MechanismOnTomcatTest() throws IOException {
    super(ServerProcess.tomcat(), "10.1.");
  }
}
