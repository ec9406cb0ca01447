package org.launchgate.security.services;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application's REST services. */
@ApplicationPath("/rest")
public class Rest extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PatientResource.class);
  }
}
