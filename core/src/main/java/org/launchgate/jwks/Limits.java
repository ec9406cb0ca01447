package org.launchgate.jwks;

import java.time.Duration;

/**
 * The limits of time that are the same for every set; other ones are for tests alone.
 *
 * @param connect until a TCP connection stands, over all addresses of the host
 * @param whole from the start of a fetch to its last byte
 * @param waiting how long a launch waits for a fetch, from when the launch came
 * @param pause between the starts of two fetches of one set
 * @param longestPause between two attempts in the background while the server fails
 * @param tick between two looks at which sets are due
 */
record Limits(
    Duration connect,
    Duration whole,
    Duration waiting,
    Duration pause,
    Duration longestPause,
    Duration tick) {

  static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(1));
}
