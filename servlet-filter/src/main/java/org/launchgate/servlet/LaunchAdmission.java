package org.launchgate.servlet;

import static org.launchgate.RefusalReason.ACCOUNT_UNKNOWN;
import static org.launchgate.RefusalReason.OTHER_USER_LOGGED_IN;
import static org.launchgate.RefusalReason.TICKET_NOT_VALID;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.LaunchRecord;
import org.launchgate.ParkedLaunch;
import org.launchgate.Refusal;
import org.launchgate.spi.LaunchUnavailableException;

/** Lets verified launches into sessions: at once, by a ticket, or by a user's answer. */
final class LaunchAdmission {
  private final LaunchTickets tickets;
  private final Accounts accounts;
  private final Handover handover;
  private final LaunchSessions sessions;
  private final Optional<FirstVisits> visits;
  private final Targets targets;
  private final DeepLinks links;
  private final BooleanSupplier sessionStaysHome;

  /**
   * Lets launches in.
   *
   * @param visits where a user goes whose account nobody knows; empty where there is no such way
   * @param sessionStaysHome whether the session's cookie is kept from requests that another site
   *     has caused, a link's included
   */
  LaunchAdmission(
      LaunchTickets tickets,
      Accounts accounts,
      Handover handover,
      LaunchSessions sessions,
      Optional<FirstVisits> visits,
      Targets targets,
      DeepLinks links,
      BooleanSupplier sessionStaysHome) {
    this.visits = visits;
    this.targets = targets;
    this.links = links;
    this.handover = handover;
    this.tickets = tickets;
    this.accounts = accounts;
    this.sessions = sessions;
    this.sessionStaysHome = sessionStaysHome;
  }

  /** What becomes of a request that brings a ticket: by GET the next step, by POST an answer. */
  Received redeem(HttpServletRequest request, LaunchTicket ticket, Visit visit) {
    Optional<String> binding = TicketCookies.binding(request, ticket);
    Optional<TicketContent> taken = take(request, ticket, binding);
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
      return new Received(
          binding.isEmpty() && sessionStaysHome.getAsBoolean()
              ? new LaunchDecision.Hop(tickets.bind(ticket, content), content.launch(), null)
              : redeem(request, ticket, content),
          whole);
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), whole);
    }
  }

  /** A question is answered by a POST of the page that asks; nothing else is. */
  private Optional<TicketContent> take(
      HttpServletRequest request, LaunchTicket ticket, Optional<String> binding) {
    boolean answer = request.getMethod().equals("POST");
    if (binding.isPresent() && (answer || sessionStaysHome.getAsBoolean()) && isForged(request)) {
      return Optional.empty();
    }
    if (answer) {
      return binding.flatMap(cookie -> tickets.take(ticket, LaunchTicket.Use.ANSWER, cookie));
    }
    return binding.isPresent()
        ? tickets.take(ticket, LaunchTicket.Use.HOP, binding.get())
        : tickets.take(ticket, LaunchTicket.Use.BEARER, "");
  }

  /**
   * Whether a ticket that a page of ours has to send comes from another page. Its cookie proves
   * nothing then: a neighbouring host may have planted one that comes where the session's does not,
   * so that the launch would begin a session that takes the place of the browser's.
   */
  private static boolean isForged(HttpServletRequest request) {
    return LogoutEndpoint.isFromElsewhere(request);
  }

  private LaunchDecision redeem(
      HttpServletRequest request, LaunchTicket ticket, TicketContent content) {
    if (content.launch() instanceof ParkedLaunch.Fresh fresh) {
      if (content.asksForLogIn() && visits.isPresent()) {
        return visits.get().agreed(request, content, fresh.context());
      }
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
    Optional<Refusal> organization =
        content.until() == null ? handover.refuses(context) : Optional.empty();
    if (organization.isPresent()) {
      return refuse(organization.get(), context);
    }
    Accounts.Answer answer = accounts.of(context);
    if (answer instanceof Accounts.Answer.Known known) {
      return admit(request, content, context, known.account(), ticket);
    }
    return answer instanceof Accounts.Answer.Refused refused
        ? refuse(refused.refusal(), context)
        : visits
            .map(way -> way.begin(request, content, context))
            .orElseGet(() -> refuse(unknown(context), context));
  }

  private static Refusal unknown(LaunchContext context) {
    return Refusal.of(
            ACCOUNT_UNKNOWN,
            "the user has no account here, and there is no way to link one: see the init-param"
                + " loginUrl")
        .signedBy(context.partner());
  }

  private LaunchDecision admit(
      HttpServletRequest request,
      TicketContent content,
      LaunchContext context,
      Account account,
      @Nullable LaunchTicket ticket) {
    LaunchPrincipal user = account.principal(context);
    if (isOtherUserLoggedIn(request, user) || wouldInherit(request, user)) {
      return otherUser(context);
    }
    String instead = content.question() == null ? null : content.question().instead();
    Optional<LaunchSession> other = sessions.standsAgainst(request, user, instead);
    return other.isPresent()
        ? ask(content, context, account, other.get())
        : handle(request, content, context, account, ticket);
  }

  /** The application comes last, so that it is asked once, of what nothing stands against. */
  private LaunchDecision handle(
      HttpServletRequest request,
      TicketContent content,
      LaunchContext context,
      Account account,
      @Nullable LaunchTicket ticket) {
    HandlerDecision decision =
        handover.ask(new LaunchHandling(request, context, account, content.reference()));
    if (decision instanceof HandlerDecision.Refuse no) {
      return new LaunchDecision.HandlerRefuses(context, no);
    }
    if (decision instanceof HandlerDecision.Unavailable no) {
      throw new LaunchUnavailableException(
          "the launch handler says that it is unavailable: " + no.reason());
    }
    HandlerDecision.Proceed proceed = (HandlerDecision.Proceed) decision;
    Target target =
        targets.of(context, proceed.target().orElse(null), links.find(request).orElse(null));
    if (target instanceof Target.Refused refused) {
      return refuse(refused.refusal(), context);
    }
    Entry entry =
        sessions.enter(
            request,
            new Admission(
                context,
                account,
                ticket == null ? null : ticket.mark(),
                ((Target.Found) target).address().text(),
                content.question() == null ? null : content.question().instead(),
                Handed.of(proceed)));
    if (entry instanceof Entry.Entered entered) {
      return new LaunchDecision.Enter(context, entered, ticket);
    }
    if (handover.isAsked()) { // it has taken the launch over, and is not asked twice
      throw new LaunchUnavailableException("somebody else logged in here in the same moment");
    }
    return ask(content, context, account, ((Entry.OtherUser) entry).held());
  }

  private LaunchDecision ask(
      TicketContent content, LaunchContext context, Account account, LaunchSession held) {
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
    return LaunchBinder.isOther(LaunchRequest.otherUser(request), user);
  }

  /**
   * Whether the session is kept, and somebody else is logged in there by the application's own
   * log-in. A session with another user's launch ends, and their log-in with it.
   */
  private boolean wouldInherit(HttpServletRequest request, LaunchPrincipal user) {
    return visits
            .flatMap(way -> way.account(request))
            .filter(account -> !account.equals(user.getName()))
            .isPresent()
        && sessions
            .current(request)
            .map(held -> held.principal().equals(user) && !sessions.isOver(held))
            .orElse(true);
  }

  private static LaunchDecision otherUser(LaunchContext context) {
    return refuse(
        Refusal.of(
                OTHER_USER_LOGGED_IN,
                "the container, or the application's own log-in, has another user logged in, who has to"
                    + " log out first")
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
