package org.launchgate.containertests;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The module, undeployed. */
class UndeployIT extends UndeployContract {
  @Deployment(name = CLINIC, managed = false, testable = false)
  static WebArchive application() {
    return Application.withModule();
  }

  @Override
  String path() {
    return "clinic";
  }
}
