package org.launchgate.security.wards;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** For doctors alone. */
@Stateless
@RolesAllowed("practitioner")
public class Doctors {
  @Resource private SessionContext session;

  public String name() {
    return session.getCallerPrincipal().getName();
  }
}
