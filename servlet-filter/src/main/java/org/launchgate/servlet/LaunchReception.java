package org.launchgate.servlet;

import static org.launchgate.RefusalReason.HOST_NOT_ALLOWED;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.launchgate.LaunchAgainException;
import org.launchgate.LaunchId;
import org.launchgate.LaunchRecord;
import org.launchgate.LaunchVerifier;
import org.launchgate.ParkedLaunch;
import org.launchgate.Refusal;
import org.launchgate.Verdict;

/**
 * Has a launch verified, and says where it goes: into the session that its request came in, under a
 * ticket that the browser redeems in its own session, or to the script that posted it.
 *
 * <p>A form of another site comes without the cookies of this one, so that its session is not the
 * browser's: a POST is never let into it.
 */
final class LaunchReception {
  private final LaunchIntake intake;
  private final LaunchVerifier verifier;
  private final LaunchTickets tickets;
  private final TicketUrls urls;
  private final LaunchAdmission admission;
  private final BooleanSupplier sessionStaysHome;
  private final LongSupplier nanos;

  /**
   * A reception.
   *
   * @param sessionStaysHome whether the session's cookie is kept from requests that another site
   *     has caused, a link's included
   */
  LaunchReception(
      LaunchIntake intake,
      LaunchVerifier verifier,
      LaunchTickets tickets,
      TicketUrls urls,
      LaunchAdmission admission,
      BooleanSupplier sessionStaysHome,
      LongSupplier nanos) {
    this.intake = intake;
    this.verifier = verifier;
    this.tickets = tickets;
    this.urls = urls;
    this.admission = admission;
    this.sessionStaysHome = sessionStaysHome;
    this.nanos = nanos;
  }

  /**
   * Decides; whatever fails on the way is no verdict, so neither a pass nor a refusal. That may be
   * a checked exception, too: what other languages throw is not declared.
   */
  Received receive(HttpServletRequest request, String path, Visit visit) {
    try {
      Finding finding = intake.take(request, path);
      if (finding instanceof Finding.Token token) {
        return receive(request, token, visit);
      }
      return finding instanceof Finding.Ticket ticket
          ? admission.redeem(request, ticket.ticket(), visit)
          : new Received(refuse(((Finding.None) finding).refusal(), Optional.empty()), visit);
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), visit);
    }
  }

  /** The time that is taken is the verifier's alone: a slow browser or session store is not it. */
  private Received receive(HttpServletRequest request, Finding.Token token, Visit visit) {
    boolean script = ScriptLaunch.is(request);
    if (script && !urls.isKnown(request)) {
      return new Received(refuse(noAddress(), Optional.empty()), visit);
    }
    long begin = nanos.getAsLong();
    Verdict verdict;
    try {
      verdict =
          verifier.verify(
              token.compact(),
              script
                  ? token.arrival()
                  : ScriptLaunch.origin(request)
                      .map(token.arrival()::fromOrigin)
                      .orElse(token.arrival()));
    } catch (LaunchAgainException e) {
      Visit verified = visit.verifiedIn(since(begin));
      return decided(() -> again(request, e, script), verified);
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), visit.verifiedIn(since(begin)));
    }
    Visit verified = visit.verifiedIn(since(begin));
    return decided(() -> decide(request, verdict, script, verified), verified);
  }

  private static Received decided(Supplier<LaunchDecision> decision, Visit visit) {
    try {
      return new Received(decision.get(), visit);
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), visit);
    }
  }

  private Duration since(long begin) {
    return Duration.ofNanos(nanos.getAsLong() - begin);
  }

  private LaunchDecision again(
      HttpServletRequest request, LaunchAgainException cause, boolean script) {
    return heldHere(request, cause.launchId(), script)
        .filter(window -> cause.hasFocusOf(window.context()))
        .map(window -> admission.repeat(request, window, null))
        .orElseGet(() -> new LaunchDecision.LaunchAgain(cause));
  }

  private LaunchDecision decide(
      HttpServletRequest request, Verdict verdict, boolean script, Visit visit) {
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted(request, accepted, script, visit);
    }
    Verdict.Refused refused = (Verdict.Refused) verdict;
    LaunchDecision.Refuse refuse = new LaunchDecision.Refuse(refused.refusal(), refused.record());
    Optional<ParkedLaunch> used =
        script || !hops(request)
            ? Optional.empty()
            : ParkedLaunch.of(refused).filter(this::mayPark);
    if (used.isPresent()) {
      return new LaunchDecision.Hop(
          tickets.park(visit.parking(used.get()), LaunchTicket.Use.HOP), used.get(), refuse);
    }
    return refused
        .launchId()
        .flatMap(launch -> heldHere(request, launch, script))
        .filter(window -> refused.hasFocusOf(window.context()))
        .map(window -> admission.repeat(request, window, null))
        .orElse(refuse);
  }

  private boolean mayPark(ParkedLaunch launch) {
    return launch instanceof ParkedLaunch.Used used && tickets.mayParkCopy(used.launchId());
  }

  /** A script has no page that could be led on. */
  private Optional<LaunchWindow> heldHere(
      HttpServletRequest request, LaunchId launch, boolean script) {
    return script ? Optional.empty() : admission.redeemedHere(request, launch.value());
  }

  private LaunchDecision accepted(
      HttpServletRequest request, Verdict.Accepted accepted, boolean script, Visit visit) {
    ParkedLaunch launch = ParkedLaunch.of(accepted);
    TicketContent content = visit.parking(launch);
    if (script) {
      return new LaunchDecision.Hand(
          tickets.park(content, LaunchTicket.Use.BEARER), accepted.context());
    }
    return hops(request)
        ? new LaunchDecision.Hop(tickets.park(content, LaunchTicket.Use.HOP), launch, null)
        : admission.admit(request, content, accepted.context(), null);
  }

  /** Whether the session that the request came in may be another one than the browser's. */
  private boolean hops(HttpServletRequest request) {
    return sessionStaysHome.getAsBoolean() || request.getMethod().equals("POST");
  }

  private static Refusal noAddress() {
    return Refusal.of(
        HOST_NOT_ALLOWED,
        "a script was to be told an address: set the init-param publicUrl, or list the host of the"
            + " request in allowedHosts");
  }

  private static LaunchDecision refuse(Refusal refusal, Optional<LaunchRecord> record) {
    return new LaunchDecision.Refuse(refusal, record);
  }
}
