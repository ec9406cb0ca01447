package org.launchgate.security.produced;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.launchgate.cdi.LaunchInjection;
import org.launchgate.security.LaunchAuthenticationMechanism;

/** Makes the mechanism a bean by itself. */
@LaunchInjection
@ApplicationScoped
public class Factory {
  @Produces
  @ApplicationScoped
  LaunchAuthenticationMechanism launches() {
    return new LaunchAuthenticationMechanism();
  }
}
