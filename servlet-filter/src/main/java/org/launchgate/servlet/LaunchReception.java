package org.launchgate.servlet;

import static org.launchgate.RefusalReason.OTHER_USER_LOGGED_IN;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.launchgate.LaunchAgainException;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchId;
import org.launchgate.LaunchPrincipal;
import org.launchgate.LaunchRecord;
import org.launchgate.LaunchVerifier;
import org.launchgate.Refusal;
import org.launchgate.Verdict;

/** Has a launch verified and gives it its place in the session. Says what becomes of it. */
final class LaunchReception {
  private final LaunchIntake intake;
  private final LaunchVerifier verifier;
  private final LaunchSessions sessions;
  private final LongSupplier nanos;

  LaunchReception(
      LaunchIntake intake, LaunchVerifier verifier, LaunchSessions sessions, LongSupplier nanos) {
    this.intake = intake;
    this.verifier = verifier;
    this.sessions = sessions;
    this.nanos = nanos;
  }

  /**
   * Decides; whatever fails on the way is no verdict, so neither a pass nor a refusal. That may be
   * a checked exception, too: what other languages throw is not declared.
   */
  Received receive(HttpServletRequest request, String path) {
    try {
      Finding finding = intake.take(request, path);
      return finding instanceof Finding.Token token
          ? receive(request, token)
          : new Received(refuse(((Finding.None) finding).refusal(), Optional.empty()), null);
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), null);
    }
  }

  /** The time that is taken is the verifier's alone: a slow browser or session store is not it. */
  private Received receive(HttpServletRequest request, Finding.Token token) {
    long begin = nanos.getAsLong();
    Verdict verdict;
    try {
      verdict = verifier.verify(token.compact(), token.arrival());
    } catch (LaunchAgainException e) {
      return decided(() -> again(request, e), since(begin));
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), since(begin));
    }
    return decided(() -> decide(request, verdict), since(begin));
  }

  private static Received decided(Supplier<LaunchDecision> decision, Duration verification) {
    try {
      return new Received(decision.get(), verification);
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), verification);
    }
  }

  private Duration since(long begin) {
    return Duration.ofNanos(nanos.getAsLong() - begin);
  }

  private LaunchDecision again(HttpServletRequest request, LaunchAgainException cause) {
    return redeemedHere(request, cause.launchId())
        .filter(cause::hasFocusOf)
        .map(context -> repeated(request, context))
        .orElseGet(() -> new LaunchDecision.LaunchAgain(cause));
  }

  private LaunchDecision decide(HttpServletRequest request, Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted(request, accepted.context());
    }
    Verdict.Refused refused = (Verdict.Refused) verdict;
    return refused
        .launchId()
        .flatMap(launch -> redeemedHere(request, launch))
        .filter(refused::hasFocusOf)
        .map(context -> repeated(request, context))
        .orElseGet(() -> refuse(refused.refusal(), refused.record()));
  }

  private LaunchDecision accepted(HttpServletRequest request, LaunchContext context) {
    if (isOtherUserLoggedIn(request, context.principal())) {
      return otherUser(context);
    }
    LaunchSession before = sessions.establish(request, context).orElse(null);
    return new LaunchDecision.Enter(context, before);
  }

  /**
   * The context of a launch that this very session has redeemed: a double click, a reload, the back
   * button, also after the token's time is over or the application was started again. Who holds the
   * session's cookie gains nothing by it.
   */
  private Optional<LaunchContext> redeemedHere(HttpServletRequest request, LaunchId launch) {
    return sessions
        .current(request)
        .filter(session -> session.isRedeemed(launch))
        .map(LaunchSession::context);
  }

  private static LaunchDecision repeated(HttpServletRequest request, LaunchContext context) {
    return isOtherUserLoggedIn(request, context.principal())
        ? otherUser(context)
        : new LaunchDecision.EnterAgain(context);
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
        Optional.of(context.record()));
  }

  private static LaunchDecision refuse(Refusal refusal, Optional<LaunchRecord> record) {
    return new LaunchDecision.Refuse(refusal, record);
  }
}
