package org.launchgate.cdi.desk;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.launchgate.cdi.CurrentLaunch;

/** One for each session. */
@SessionScoped
public class Drawer implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CurrentLaunch launch;

  public String patient() {
    return Patients.of(launch);
  }
}
