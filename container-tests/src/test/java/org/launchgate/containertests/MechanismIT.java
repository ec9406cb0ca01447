package org.launchgate.containertests;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The mechanism alone. */
class MechanismIT extends InjectionContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withMechanism();
  }

  @Override
  boolean runsWhatIsAnswered() {
    return Difference.RUNS_WHAT_IS_ANSWERED.isHere();
  }
}
