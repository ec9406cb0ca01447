package org.launchgate.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Sends a user whose account nobody knows to the application's own log-in, while the launch waits
 * for them in this browser.
 *
 * <p>Only a log-in of which the launch has to wait proves anything: whoever is logged in already
 * when it comes may be the victim of somebody else's launch. They are asked to log in anew, and
 * nothing becomes of it, nor of their session, until they agree.
 */
final class FirstVisits {
  private final ApplicationLogin login;
  private final LaunchTickets tickets;
  private final LaunchSessions sessions;
  private final LaunchExit exit;

  FirstVisits(
      ApplicationLogin login, LaunchTickets tickets, LaunchSessions sessions, LaunchExit exit) {
    this.login = login;
    this.tickets = tickets;
    this.sessions = sessions;
    this.exit = exit;
  }

  /** What the user of a launch is told who has no account here yet. */
  LaunchDecision begin(HttpServletRequest request, TicketContent content, LaunchContext context) {
    Optional<String> here = whoIsHere(request);
    TicketContent waiting = tickets.waiting(content);
    return here.isPresent()
        ? new LaunchDecision.AskLogIn(
            tickets.park(waiting, LaunchTicket.Use.ANSWER), context, here.get())
        : sent(waiting, context);
  }

  /** Ends whatever session there is, as its user has agreed to, and sends them to the log-in. */
  LaunchDecision agreed(HttpServletRequest request, TicketContent content, LaunchContext context) {
    HttpSession session = request.getSession(false);
    try {
      request.logout();
    } catch (ServletException e) {
      throw new LaunchUnavailableException("the container did not log its user out", e);
    } finally {
      exit.end(request, session, exit.take(session));
    }
    return sent(content, context);
  }

  private LaunchDecision sent(TicketContent content, LaunchContext context) {
    return new LaunchDecision.LogIn(
        LinkTicket.of(tickets.park(content, LaunchTicket.Use.LINK)),
        tickets.left(content),
        context);
  }

  /** Whoever a new log-in would take the place of: by a launch, or by the application's log-in. */
  private Optional<String> whoIsHere(HttpServletRequest request) {
    return sessions
        .current(request)
        .filter(session -> !sessions.isOver(session))
        .map(FirstVisits::name)
        .or(() -> account(request));
  }

  private static String name(LaunchSession session) {
    return session
        .latest()
        .map(window -> LaunchPages.name(window.context(), session.principal()))
        .orElseGet(() -> session.principal().getName());
  }

  /** The account of who is logged in by the application's own log-in. */
  Optional<String> account(HttpServletRequest request) {
    try {
      return login.account(request);
    } catch (LaunchUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LaunchUnavailableException(
          "the application's log-in failed with " + e.getClass().getName(), e);
    }
  }
}
