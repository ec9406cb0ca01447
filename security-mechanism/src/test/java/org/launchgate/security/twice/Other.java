package org.launchgate.security.twice;

import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** The second of two definitions. */
@LaunchAuthenticationMechanismDefinition
public class Other {}
