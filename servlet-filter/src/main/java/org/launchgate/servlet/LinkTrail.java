package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads a session that was asked from the tickets under which its launch waited to the one under
 * which it waits now. It helps only who holds such a ticket's cookie and this very session.
 *
 * @param marks of the tickets of before
 * @param cookie of the ticket of now
 */
record LinkTrail(List<String> marks, String cookie) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "org.launchgate.servlet.LinkTrail";

  /** More tabs than load a question at once; a session must not grow for ever. */
  private static final int MAX_MARKS = 16;

  /**
   * Where a trail has ended. The cookie is taken away as well, but for one that a neighbouring host
   * has planted, which only that host can take away.
   */
  private static final String END = "org.launchgate.servlet.LinkTrail.end";

  /** Remembers in the session, where there is one, that nothing waits under that ticket. */
  static void end(HttpServletRequest request, LinkTicket held) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(END, held.ticket().mark());
    }
  }

  /** Whether the session knows that nothing waits under that ticket. */
  static boolean isOver(HttpServletRequest request, LinkTicket held) {
    HttpSession session = request.getSession(false);
    try {
      return session != null && held.ticket().mark().equals(session.getAttribute(END));
    } catch (IllegalStateException ended) {
      return false;
    }
  }

  /** The ticket to which one that was held before leads; empty where it leads nowhere. */
  static Optional<LinkTicket> from(HttpServletRequest request, LinkTicket held) {
    return trail(request.getSession(false))
        .filter(trail -> trail.marks.contains(held.ticket().mark()))
        .flatMap(trail -> LinkTicket.parse(trail.cookie));
  }

  /** Leads from what is held, and from all that has led there, to the next ticket. */
  static void lead(HttpServletRequest request, LinkTicket held, LinkTicket next) {
    HttpSession session = request.getSession(true);
    List<String> marks =
        trail(session).map(trail -> trail.with(held)).orElse(List.of(held.ticket().mark()));
    session.setAttribute(ATTRIBUTE, new LinkTrail(marks, next.cookie()));
  }

  private static Optional<LinkTrail> trail(@Nullable HttpSession session) {
    return session != null && session.getAttribute(ATTRIBUTE) instanceof LinkTrail trail
        ? Optional.of(trail)
        : Optional.empty();
  }

  private List<String> with(LinkTicket held) {
    Optional<String> last = LinkTicket.parse(cookie).map(ticket -> ticket.ticket().mark());
    String mark = held.ticket().mark();
    if (!marks.contains(mark) && !last.equals(Optional.of(mark))) {
      return List.of(mark); // another launch
    }
    List<String> all = Stream.concat(marks.stream(), last.stream()).distinct().toList();
    return List.copyOf(all.subList(Math.max(0, all.size() - MAX_MARKS), all.size()));
  }

  /** The ticket is a secret. */
  @Override
  public String toString() {
    return "LinkTrail";
  }
}
