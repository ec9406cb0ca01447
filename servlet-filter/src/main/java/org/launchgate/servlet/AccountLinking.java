package org.launchgate.servlet;

import static org.launchgate.RefusalReason.ACCOUNT_LINKED_OTHERWISE;
import static org.launchgate.RefusalReason.ACCOUNT_NOT_LINKED;
import static org.launchgate.RefusalReason.TICKET_NOT_VALID;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchRecord;
import org.launchgate.ParkedLaunch;
import org.launchgate.Refusal;
import org.launchgate.spi.AccountLinks;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Asks a user who has just logged in whether they are who launched, and links the two if they say
 * so.
 *
 * <p>The launch waits in the ticket store, under what this browser alone holds as a cookie; each
 * time that it is looked at it gets a new ticket. The session that was asked leads from each
 * earlier one to it: two tabs may load the question at once, and an answer may never reach its
 * browser. Of any number of answers at once one is taken.
 */
final class AccountLinking {
  /** What asks for the page with the question, and where it is answered. */
  static final String QUERY = "launch_link";

  static final String FIELD = "consent";

  private static final int MAX_FORM = 4096;

  private final AccountLinks links;
  private final FirstVisits visits;
  private final LaunchTickets tickets;
  private final LaunchAdmission admission;
  private final LaunchBody body = new LaunchBody(MAX_FORM);
  private final SecureRandom random = new SecureRandom();
  private final Lock asking = new ReentrantLock();

  AccountLinking(
      AccountLinks links, FirstVisits visits, LaunchTickets tickets, LaunchAdmission admission) {
    this.links = links;
    this.visits = visits;
    this.tickets = tickets;
    this.admission = admission;
  }

  /** Whether a request on the launch path is about a link. */
  static boolean isAsked(HttpServletRequest request) {
    return QUERY.equals(request.getQueryString());
  }

  /** Whether a launch waits for the user who is logged in now, and looks at a page. */
  boolean awaits(HttpServletRequest request) {
    return isNavigation(request)
        && LinkCookie.of(request).filter(held -> !LinkTrail.isOver(request, held)).isPresent()
        && isLoggedIn(request);
  }

  private boolean isLoggedIn(HttpServletRequest request) {
    try {
      return visits.account(request).isPresent();
    } catch (LaunchUnavailableException e) {
      return true; // the page with the question meets the same, and answers and logs it
    }
  }

  private static boolean isNavigation(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return request.getMethod().equals("GET")
        && (mode == null ? Navigation.acceptsPage(request) : mode.equals("navigate"))
        && !HttpAnswer.isForScript(request);
  }

  /** The question, or what becomes of its answer. */
  Received answer(HttpServletRequest request, Visit visit) {
    Optional<LinkTicket> held = LinkCookie.of(request);
    if (held.isEmpty()) {
      return new Received(notValid(), visit);
    }
    Optional<String> account = visits.account(request);
    return request.getMethod().equals("POST")
        ? answered(request, held.get(), account, visit)
        : ask(request, held.get(), account, visit);
  }

  private Received ask(
      HttpServletRequest request, LinkTicket held, Optional<String> account, Visit visit) {
    asking.lock(); // who comes second finds the first one's ticket in the session
    try {
      return askAlone(request, held, account, visit);
    } finally {
      asking.unlock();
    }
  }

  private Received askAlone(
      HttpServletRequest request, LinkTicket held, Optional<String> account, Visit visit) {
    Optional<TicketContent> taken =
        take(held).or(() -> LinkTrail.from(request, held).flatMap(this::take));
    if (taken.isEmpty()) {
      LinkTrail.end(request, held);
      return new Received(notValid(), visit);
    }
    TicketContent content = taken.get();
    LinkTicket next = LinkTicket.of(tickets.park(content, LaunchTicket.Use.LINK));
    LaunchContext context = context(content);
    Visit whole = visit.of(content);
    if (account.isEmpty()) {
      return new Received(new LaunchDecision.LogIn(next, tickets.left(content), context), whole);
    }
    LinkConsent consent = LinkConsent.ask(request, random, next, account.get());
    LinkTrail.lead(request, held, next);
    return new Received(
        new LaunchDecision.AskLink(next, tickets.left(content), consent, context), whole);
  }

  private Received answered(
      HttpServletRequest request, LinkTicket held, Optional<String> account, Visit visit) {
    Optional<FormFields> form = form(request);
    if (form.isEmpty()
        || account.isEmpty()
        || LogoutEndpoint.isFromElsewhere(request)
        || !LinkConsent.isGiven(request, single(form.get(), FIELD), held, account.get())) {
      return new Received(new LaunchDecision.AskLinkAgain(), visit);
    }
    Optional<TicketContent> taken = take(held);
    if (taken.isEmpty()) {
      return new Received(notValid(), visit);
    }
    Visit whole = visit.of(taken.get());
    try {
      return new Received(
          single(form.get(), LinkPages.ANSWER).equals(LinkPages.YES)
              ? link(request, taken.get(), account.get())
              : refuse(notWanted(taken.get()), taken.get()),
          whole);
    } catch (Exception e) {
      return new Received(new LaunchDecision.WaitsNoMore(new LaunchDecision.Unavailable(e)), whole);
    }
  }

  private LaunchDecision link(HttpServletRequest request, TicketContent content, String account) {
    LaunchContext context = context(content);
    if (!isLinked(context, account)) {
      return refuse(
          Refusal.of(
                  ACCOUNT_LINKED_OTHERWISE,
                  "the user has another account here, which is never changed by a launch: remove"
                      + " that link first")
              .signedBy(context.partner()),
          content);
    }
    return new LaunchDecision.Linked(context, admitted(request, content, context));
  }

  /** The link is made, whatever becomes of the launch. */
  private LaunchDecision admitted(
      HttpServletRequest request, TicketContent content, LaunchContext context) {
    try {
      LaunchDecision then = admission.admit(request, content, context, null);
      return then instanceof LaunchDecision.LogIn || then instanceof LaunchDecision.AskLogIn
          ? new LaunchDecision.Unavailable(
              new LaunchUnavailableException("the account links do not find what they have linked"))
          : then;
    } catch (Exception e) {
      return new LaunchDecision.Unavailable(e);
    }
  }

  private boolean isLinked(LaunchContext context, String account) {
    try {
      return links.link(context, account);
    } catch (LaunchUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LaunchUnavailableException(
          "the account links failed with " + e.getClass().getName(), e);
    }
  }

  private Optional<TicketContent> take(LinkTicket held) {
    return tickets.take(held.ticket(), LaunchTicket.Use.LINK, held.binding());
  }

  private static LaunchContext context(TicketContent content) {
    if (content.launch() instanceof ParkedLaunch.Fresh fresh) {
      return fresh.context();
    }
    throw new LaunchUnavailableException("the ticket store holds a used launch for a log-in");
  }

  private Optional<FormFields> form(HttpServletRequest request) {
    BodyReading reading = body.read(request);
    if (reading instanceof BodyReading.Bytes bytes) {
      return FormFields.ofBytes(bytes.bytes());
    }
    return reading instanceof BodyReading.Consumed
        ? LaunchForm.ofParameters(request, Set.of(FIELD, LinkPages.ANSWER))
        : Optional.empty();
  }

  private static String single(FormFields form, String name) {
    return form.values(name).size() == 1 ? form.values(name).get(0) : "";
  }

  private static Refusal notWanted(TicketContent content) {
    return Refusal.of(ACCOUNT_NOT_LINKED, "the user did not want to link this identity")
        .signedBy(context(content).partner());
  }

  private static LaunchDecision refuse(Refusal refusal, TicketContent content) {
    return new LaunchDecision.Refuse(refusal, Optional.of(context(content).record()));
  }

  private static LaunchDecision notValid() {
    return new LaunchDecision.Refuse(
        Refusal.of(
            TICKET_NOT_VALID,
            "expected a launch that waits for this browser's user to log in, within 10 minutes"),
        Optional.<LaunchRecord>empty());
  }
}
