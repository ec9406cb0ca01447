package org.launchgate.containertests;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The module and the filter on a full server. */
class EnterpriseModuleIT extends EnterpriseContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.enterprise(Application.withModuleAndFilter());
  }
}
