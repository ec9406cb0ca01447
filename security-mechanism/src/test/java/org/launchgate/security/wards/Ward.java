package org.launchgate.security.wards;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks an EJB that lets doctors in alone. */
@ApplicationScoped
public class Ward {
  @EJB private Doctors doctors;

  public String enter() {
    try {
      return doctors.name();
    } catch (EJBAccessException e) {
      return "closed";
    }
  }
}
