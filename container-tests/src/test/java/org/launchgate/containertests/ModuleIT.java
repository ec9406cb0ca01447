package org.launchgate.containertests;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The module alone. */
class ModuleIT extends ContainerContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withModule();
  }

  @Override
  boolean runsWhatIsAnswered() {
    return Difference.RUNS_WHAT_IS_ANSWERED.isHere();
  }
}
