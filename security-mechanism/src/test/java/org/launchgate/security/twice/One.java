package org.launchgate.security.twice;

import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** The first of two definitions. */
@LaunchAuthenticationMechanismDefinition
public class One {}
