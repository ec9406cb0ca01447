package org.launchgate.example.ward;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.launchgate.cdi.CurrentLaunch;

/** Lets patients go home. The container lets nobody in here but doctors, whatever page calls. */
@Stateless
@RolesAllowed("doctor")
public class Discharges {
  @Inject private CurrentLaunch launch;
  @Inject private Charts charts;

  /** Discharges the patient of the window from which the call comes. */
  public void discharge() {
    charts.discharge(PatientKey.of(launch).orElseThrow());
  }
}
