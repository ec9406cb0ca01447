package org.launchgate.cdi.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.cdi.CurrentLaunch;

/** One for everybody. */
@ApplicationScoped
public class Desk {
  @Inject private CurrentLaunch launch;
  @Inject private Instance<LaunchContext> context;
  @Inject private Instance<LaunchPrincipal> principal;

  public String patient() {
    return Patients.of(launch);
  }

  public String instance() {
    try {
      return Patients.of(context.get());
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  public String user() {
    try {
      return principal.get().getName();
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  public String windows() {
    return launch.windows().values().stream().map(Patients::of).toList().toString();
  }
}
