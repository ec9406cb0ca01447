package org.launchgate.servlet;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.launchgate.LaunchId;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.TicketStore;

/** Parks launches under one-time tickets and gives them back. */
final class LaunchTickets {
  /** How long a browser may take for the next request. */
  static final Duration LIFETIME = Duration.ofSeconds(60);

  /** How long a user may take to answer a question, or to log in. */
  static final Duration ANSWER_LIFETIME = Duration.ofMinutes(10);

  private final TicketStore store;
  private final Clock clock;
  private final CopyLimit copies;
  private final SecureRandom random = new SecureRandom();

  LaunchTickets(TicketStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.copies = new CopyLimit(clock);
  }

  /** Whether one more copy of a launch that was used before may be parked. */
  boolean mayParkCopy(LaunchId launch) {
    return copies.admits(launch.value());
  }

  /**
   * A ticket that is kept.
   *
   * @param binding what the browser has to show beside it, as a cookie; empty for a bearer's
   */
  record Parked(LaunchTicket ticket, String binding) {
    @Override
    public String toString() {
      return "Parked";
    }
  }

  /**
   * Under a new ticket, which but for a bearer's works in the browser alone that gets its cookie.
   */
  Parked park(TicketContent content, LaunchTicket.Use use) {
    return park(LaunchTicket.random(random), content, use);
  }

  /** Under a bearer's ticket, which was taken: from now on it works in that browser alone. */
  Parked bind(LaunchTicket ticket, TicketContent content) {
    return park(ticket, content, LaunchTicket.Use.HOP);
  }

  private Parked park(LaunchTicket ticket, TicketContent content, LaunchTicket.Use use) {
    String binding = use == LaunchTicket.Use.BEARER ? "" : LaunchTicket.randomText(random);
    Parked parked = new Parked(ticket, binding);
    Instant until = until(content, use);
    ask(
        () -> {
          store.put(parked.ticket().key(use, binding), content.toBytes(), until);
          return true;
        });
    return parked;
  }

  private Instant until(TicketContent content, LaunchTicket.Use use) {
    boolean waitsForUser = use != LaunchTicket.Use.HOP && use != LaunchTicket.Use.BEARER;
    Instant until = clock.instant().plus(waitsForUser ? ANSWER_LIFETIME : LIFETIME);
    Instant last = content.until();
    return last == null || until.isBefore(last) ? until : last;
  }

  /** The content as it may wait for its user from now on, however often it is parked anew. */
  TicketContent waiting(TicketContent content) {
    return content.until() == null ? content.until(clock.instant().plus(ANSWER_LIFETIME)) : content;
  }

  /** How long it may still wait. */
  Duration left(TicketContent content) {
    Instant last = content.until();
    return last == null ? LIFETIME : Duration.between(clock.instant(), last);
  }

  /** Takes what was parked; empty for a ticket that is used, late, unknown or another browser's. */
  Optional<TicketContent> take(LaunchTicket ticket, LaunchTicket.Use use, String binding) {
    return ticket.isWellFormed()
        ? ask(() -> store.take(ticket.key(use, binding))).map(TicketContent::fromBytes)
        : Optional.empty();
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (LaunchUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LaunchUnavailableException(
          "the ticket store failed with " + e.getClass().getName(), e);
    }
  }
}
