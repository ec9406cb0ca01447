package org.launchgate.security.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.launchgate.cdi.CurrentLaunch;

/** The patient in focus. */
@Path("patient")
@RequestScoped
public class PatientResource {
  @Inject private CurrentLaunch launch;
  @Inject private Desk desk;

  @GET
  public String patient() {
    return "resource=" + Patients.of(launch) + "\napplication=" + desk.patient() + "\n";
  }
}
