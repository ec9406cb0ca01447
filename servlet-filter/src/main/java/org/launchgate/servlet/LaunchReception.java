package org.launchgate.servlet;

import static org.launchgate.RefusalReason.OTHER_USER_LOGGED_IN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.launchgate.LaunchAgainException;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchId;
import org.launchgate.LaunchPrincipal;
import org.launchgate.LaunchVerifier;
import org.launchgate.Refusal;
import org.launchgate.Verdict;

/** Has a launch verified and gives it its place in the session. Says what becomes of it. */
final class LaunchReception {
  private final LaunchIntake intake;
  private final LaunchVerifier verifier;
  private final LaunchSessions sessions;

  LaunchReception(LaunchIntake intake, LaunchVerifier verifier, LaunchSessions sessions) {
    this.intake = intake;
    this.verifier = verifier;
    this.sessions = sessions;
  }

  /** Decides; whatever fails on the way is no verdict, so neither a pass nor a refusal. */
  LaunchDecision receive(HttpServletRequest request, String path) {
    try {
      Finding finding = intake.take(request, path);
      return finding instanceof Finding.Token token
          ? verify(request, token)
          : new LaunchDecision.Refuse(((Finding.None) finding).refusal());
    } catch (RuntimeException e) {
      return new LaunchDecision.Unavailable(e);
    }
  }

  private LaunchDecision verify(HttpServletRequest request, Finding.Token token) {
    try {
      return decide(request, verifier.verify(token.compact(), token.arrival()));
    } catch (LaunchAgainException e) {
      return redeemedHere(request, e.launchId())
          .filter(e::hasFocusOf)
          .map(context -> repeated(request, context))
          .orElseGet(() -> new LaunchDecision.LaunchAgain(e));
    }
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
        .orElseGet(() -> new LaunchDecision.Refuse(refused.refusal()));
  }

  private LaunchDecision accepted(HttpServletRequest request, LaunchContext context) {
    if (isOtherUserLoggedIn(request, context.principal())) {
      return otherUser(context);
    }
    sessions.establish(request, context);
    return new LaunchDecision.Enter(context);
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
    return new LaunchDecision.Refuse(
        Refusal.of(
                OTHER_USER_LOGGED_IN,
                "the container has another user logged in, who has to log out first")
            .signedBy(context.partner()));
  }
}
