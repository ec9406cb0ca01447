package org.launchgate.containertests.app.mechanism;

import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** Switches the mechanism on. */
@LaunchAuthenticationMechanismDefinition
public class Portal {}
