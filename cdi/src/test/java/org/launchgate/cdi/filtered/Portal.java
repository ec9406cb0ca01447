package org.launchgate.cdi.filtered;

import org.launchgate.cdi.LaunchInjection;

/** Switches injection on, in an application that has the filter alone. */
@LaunchInjection
public class Portal {}
