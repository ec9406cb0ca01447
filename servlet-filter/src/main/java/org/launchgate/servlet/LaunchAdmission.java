package org.launchgate.servlet;

import static org.launchgate.RefusalReason.OTHER_USER_LOGGED_IN;
import static org.launchgate.RefusalReason.TICKET_NOT_VALID;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.LaunchRecord;
import org.launchgate.ParkedLaunch;
import org.launchgate.Refusal;

/** Lets verified launches into sessions: at once, by a ticket, or by a user's answer. */
final class LaunchAdmission {
  private final LaunchTickets tickets;
  private final Accounts accounts;
  private final LaunchSessions sessions;
  private final Targets targets;
  private final DeepLinks links;

  LaunchAdmission(
      LaunchTickets tickets,
      Accounts accounts,
      LaunchSessions sessions,
      Targets targets,
      DeepLinks links) {
    this.tickets = tickets;
    this.accounts = accounts;
    this.sessions = sessions;
    this.targets = targets;
    this.links = links;
  }

  /** What becomes of a request that brings a ticket: by GET the next step, by POST an answer. */
  Received redeem(HttpServletRequest request, LaunchTicket ticket, Visit visit) {
    Optional<TicketContent> taken = take(request, ticket);
    if (taken.isEmpty()) {
      return new Received(
          redeemedHere(request, ticket.mark())
              .map(window -> repeat(request, window, ticket))
              .orElseGet(LaunchAdmission::notValid),
          visit);
    }
    TicketContent content = taken.get();
    Visit whole = visit.of(content);
    try {
      return new Received(redeem(request, ticket, content), whole);
    } catch (RuntimeException e) {
      return new Received(new LaunchDecision.Unavailable(e), whole);
    }
  }

  /** A question is answered by a POST of the page that asks; nothing else is. */
  private Optional<TicketContent> take(HttpServletRequest request, LaunchTicket ticket) {
    Optional<String> binding = TicketCookies.binding(request, ticket);
    if (request.getMethod().equals("POST")) {
      return binding.flatMap(cookie -> tickets.take(ticket, LaunchTicket.Use.ANSWER, cookie));
    }
    return binding.isPresent()
        ? tickets.take(ticket, LaunchTicket.Use.HOP, binding.get())
        : tickets.take(ticket, LaunchTicket.Use.BEARER, "");
  }

  private LaunchDecision redeem(
      HttpServletRequest request, LaunchTicket ticket, TicketContent content) {
    if (content.launch() instanceof ParkedLaunch.Fresh fresh) {
      return admit(request, content, fresh.context(), ticket);
    }
    ParkedLaunch.Used used = (ParkedLaunch.Used) content.launch();
    return redeemedHere(request, used.launchId().value())
        .filter(window -> used.hasFocusOf(window.context()))
        .map(window -> repeat(request, window, ticket))
        .orElseGet(() -> new LaunchDecision.UsedElsewhere(used));
  }

  /**
   * Lets an accepted launch in.
   *
   * @param ticket by which it comes; null for none
   */
  LaunchDecision admit(
      HttpServletRequest request,
      TicketContent content,
      LaunchContext context,
      @Nullable LaunchTicket ticket) {
    TicketContent.Question question = content.question();
    if (question != null) {
      return admit(request, content, context, question.account(), ticket);
    }
    Accounts.Answer answer = accounts.of(context);
    return answer instanceof Accounts.Answer.Known known
        ? admit(request, content, context, known.account(), ticket)
        : refuse(((Accounts.Answer.Refused) answer).refusal(), context);
  }

  private LaunchDecision admit(
      HttpServletRequest request,
      TicketContent content,
      LaunchContext context,
      Account account,
      @Nullable LaunchTicket ticket) {
    if (isOtherUserLoggedIn(request, account.principal(context))) {
      return otherUser(context);
    }
    Target target = targets.of(context, null, links.find(request).orElse(null));
    if (target instanceof Target.Refused refused) {
      return refuse(refused.refusal(), context);
    }
    String instead = content.question() == null ? null : content.question().instead();
    Entry entry =
        sessions.enter(
            request,
            new Admission(
                context,
                account,
                ticket == null ? null : ticket.mark(),
                ((Target.Found) target).address().text(),
                instead));
    if (entry instanceof Entry.Entered entered) {
      return new LaunchDecision.Enter(context, entered, ticket);
    }
    LaunchSession held = ((Entry.OtherUser) entry).held();
    return new LaunchDecision.Ask(
        tickets.park(content.asking(account, held.principal().getName()), LaunchTicket.Use.ANSWER),
        context,
        account.principal(context),
        held);
  }

  /**
   * The window that a launch or ticket of this very session led to: a double click, a reload, the
   * back button, also after the token's time is over or the application was started again. Who
   * holds the session's cookie gains nothing by it.
   */
  Optional<LaunchWindow> redeemedHere(HttpServletRequest request, String mark) {
    return sessions
        .current(request)
        .filter(session -> !sessions.isOver(session))
        .flatMap(session -> session.redeemed(mark));
  }

  /** Leads to a window once more. */
  LaunchDecision repeat(
      HttpServletRequest request, LaunchWindow window, @Nullable LaunchTicket ticket) {
    LaunchPrincipal user =
        sessions
            .current(request)
            .map(LaunchSession::principal)
            .orElse(window.context().principal());
    if (isOtherUserLoggedIn(request, user)) {
      return otherUser(window.context());
    }
    if (ticket != null) {
      sessions.mark(request, window, ticket.mark());
    }
    return new LaunchDecision.EnterAgain(window, ticket);
  }

  private static boolean isOtherUserLoggedIn(HttpServletRequest request, LaunchPrincipal user) {
    return LaunchBinder.isOther(LaunchRequest.containerUser(request), user);
  }

  private static LaunchDecision otherUser(LaunchContext context) {
    return refuse(
        Refusal.of(
                OTHER_USER_LOGGED_IN,
                "the container has another user logged in, who has to log out first")
            .signedBy(context.partner()),
        context);
  }

  private static LaunchDecision notValid() {
    return new LaunchDecision.Refuse(
        Refusal.of(
            TICKET_NOT_VALID,
            "expected a ticket that this browser got within the last minute and has not used"),
        Optional.<LaunchRecord>empty());
  }

  private static LaunchDecision refuse(Refusal refusal, LaunchContext context) {
    return new LaunchDecision.Refuse(refusal, Optional.of(context.record()));
  }
}
