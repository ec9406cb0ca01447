package org.launchgate.servlet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser holds of a launch that waits until its user has logged in.
 *
 * @param ticket under which the launch is parked
 * @param binding what makes the ticket this browser's
 */
record LinkTicket(LaunchTicket ticket, String binding) {
  private static final Pattern COOKIE =
      Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

  static LinkTicket of(LaunchTickets.Parked parked) {
    return new LinkTicket(parked.ticket(), parked.binding());
  }

  /** Reads a cookie's value; empty for anything that is none of ours. */
  static Optional<LinkTicket> parse(String cookie) {
    Matcher matcher = COOKIE.matcher(cookie);
    return matcher.matches()
        ? Optional.of(new LinkTicket(new LaunchTicket(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** The cookie's value. */
  String cookie() {
    return ticket.value() + "." + binding;
  }

  /** The ticket is a secret. */
  @Override
  public String toString() {
    return "LinkTicket";
  }
}
