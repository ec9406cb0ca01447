package org.launchgate.example.ward;

import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** The application; the annotation makes launches its log-in. */
@LaunchAuthenticationMechanismDefinition
public class Ward {}
