package org.launchgate.containertests.app.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** Switches the mechanism on. Open Liberty discovers it by its scope, not by our annotation. */
@ApplicationScoped
@LaunchAuthenticationMechanismDefinition
public class Portal {}
