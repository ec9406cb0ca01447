package org.launchgate.security.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.launchgate.cdi.CurrentLaunch;
import org.launchgate.cdi.desk.Desk;
import org.launchgate.cdi.desk.Patients;

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
