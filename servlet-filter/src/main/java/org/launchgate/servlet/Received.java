package org.launchgate.servlet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a launch, and what it took.
 *
 * @param decision what became of it
 * @param verification how long the token's verification took; null when there was none
 */
record Received(LaunchDecision decision, @Nullable Duration verification) {}
