package org.launchgate.containertests.app.ee;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An EJB that practitioners alone may ask. */
@Stateless
public class Ward {
  @SuppressWarnings("NullAway.Init") // injected
  @Resource
  private SessionContext session;

  /** For practitioners. */
  @RolesAllowed("practitioner")
  public String patients() {
    return "patients for " + session.getCallerPrincipal().getName();
  }

  /** For everybody. */
  @PermitAll
  public String visitingHours() {
    return "practitioner=" + session.isCallerInRole("practitioner");
  }
}
