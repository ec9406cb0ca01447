package org.launchgate.servlet;

/**
 * What became of a launch, and of which visit.
 *
 * @param decision what became of it
 * @param visit as it is recorded
 */
record Received(LaunchDecision decision, Visit visit) {}
