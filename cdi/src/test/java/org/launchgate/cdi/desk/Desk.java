package org.launchgate.cdi.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.cdi.CurrentLaunch;

/** One for everybody. */
@ApplicationScoped
public class Desk {
  @Inject private CurrentLaunch launch;
  @Inject private Instance<LaunchContext> context;
  @Inject private Instance<LaunchPrincipal> principal;

  private volatile WeakReference<LaunchContext> given = new WeakReference<>(null);

  public String patient() {
    return Patients.of(launch);
  }

  public String instance() {
    try {
      LaunchContext now = context.get();
      given = new WeakReference<>(now);
      return Patients.of(now);
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

  /** Whether what was given last is still held by anybody. */
  public boolean isHeld() throws InterruptedException {
    for (int i = 0; i < 50 && given.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    return given.get() != null;
  }

  public String windows() {
    return launch.windows().values().stream().map(Patients::of).toList().toString();
  }
}
