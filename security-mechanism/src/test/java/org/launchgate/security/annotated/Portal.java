package org.launchgate.security.annotated;

import jakarta.annotation.security.DeclareRoles;
import org.launchgate.security.LaunchAuthenticationMechanismDefinition;

/** Switches the mechanism on. */
@LaunchAuthenticationMechanismDefinition
@DeclareRoles({"practitioner", "admin"})
public class Portal {}
