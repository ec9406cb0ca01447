package org.launchgate.containertests;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The mechanism with the filter behind it. */
class MechanismAndFilterIT extends InjectionContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withMechanismAndFilter();
  }
}
