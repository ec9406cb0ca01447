package org.launchgate.containertests;

import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The mechanism, undeployed. */
class MechanismUndeployIT extends UndeployContract {
  @Deployment(name = CLINIC, managed = false, testable = false)
  static WebArchive application() {
    return Application.withMechanism("leaving");
  }

  @Override
  String path() {
    return "leaving";
  }

  @Override
  List<String> left() {
    return Difference.LEAVES_ITS_BRIDGE.isHere()
        ? List.of("default_host /leaving = com.ibm.ws.security.javaeesec.AuthProvider")
        : List.of();
  }
}
