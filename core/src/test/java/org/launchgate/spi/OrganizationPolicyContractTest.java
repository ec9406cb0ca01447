package org.launchgate.spi;

import java.util.HashSet;
import java.util.Set;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchOrganization;

/** The contract of the plainest policy there is. */
class OrganizationPolicyContractTest extends OrganizationPolicyContract {
  private final Set<Identifier> known = new HashSet<>();
  private boolean broken;

  private static Identifier organization(LaunchContext launch) {
    return launch.organization().map(LaunchOrganization::identifier).orElseThrow();
  }

  @Override
  protected void given(LaunchContext launch) {
    known.add(organization(launch));
  }

  @Override
  protected OrganizationPolicy policy() {
    return launch -> {
      if (broken) {
        throw new LaunchUnavailableException("the source is broken");
      }
      return known.contains(organization(launch));
    };
  }

  @Override
  protected boolean breakSource() {
    broken = true;
    return true;
  }
}
