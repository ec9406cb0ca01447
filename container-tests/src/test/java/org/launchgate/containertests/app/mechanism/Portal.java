package org.launchgate.containertests.app.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** Switches the mechanism on. */
@LaunchAuthenticationMechanismDefinition
@ApplicationScoped
public class Portal {}
