package org.launchgate.containertests;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The mechanism alone on a full server. */
class EnterpriseMechanismIT extends EnterpriseContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.enterprise(Application.withMechanism());
  }

  @Override
  boolean runsWhatIsAnswered() {
    return Difference.RUNS_WHAT_IS_ANSWERED.isHere();
  }
}
