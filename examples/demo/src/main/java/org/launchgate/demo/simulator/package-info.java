/**
 * The partner simulator: a stand-in for a GP's information system that launches as ZorgDomein
 * prescribes and for a clinic that launches as ExorLive does. All people in it are invented.
 */
@NullMarked
package org.launchgate.demo.simulator;

import org.jspecify.annotations.NullMarked;
