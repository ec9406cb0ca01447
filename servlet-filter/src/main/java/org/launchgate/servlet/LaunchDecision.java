package org.launchgate.servlet;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchAgainException;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.LaunchRecord;
import org.launchgate.ParkedLaunch;
import org.launchgate.Refusal;

/** What becomes of a launch. */
sealed interface LaunchDecision {

  /**
   * The session holds it; the browser may go on.
   *
   * @param ticket by which it came; null where it came by none
   */
  record Enter(LaunchContext context, Entry.Entered entry, @Nullable LaunchTicket ticket)
      implements LaunchDecision {

    /** What the browser's session held before; null for nothing. */
    @Nullable LaunchSession before() {
      return entry.before();
    }

    /** Whether somebody else's session ended for it. */
    boolean isOtherUser() {
      LaunchSession before = before();
      return before != null && !before.principal().equals(entry.user());
    }

    /** Whether no other patient went out of focus for it: windows side by side change nothing. */
    boolean isSamePatient() {
      LaunchWindow replaced = entry.replaced();
      return replaced == null || replaced.hasPatientOf(context);
    }
  }

  /** This session redeemed it before and still shows its patient; the browser may go on. */
  record EnterAgain(LaunchWindow window, @Nullable LaunchTicket ticket) implements LaunchDecision {
    LaunchContext context() {
      return window.context();
    }
  }

  /**
   * The browser has to come again by itself, in its own session.
   *
   * @param launch what it will redeem
   * @param refused why it would be refused in any session but its own; null for a fresh one
   */
  record Hop(LaunchTickets.Parked parked, ParkedLaunch launch, @Nullable Refuse refused)
      implements LaunchDecision {}

  /** A script gets an address to open. */
  record Hand(LaunchTickets.Parked parked, LaunchContext context) implements LaunchDecision {}

  /**
   * The user has to say whether to go on in place of somebody else.
   *
   * @param user who would go on
   * @param held whose session would end
   */
  record Ask(
      LaunchTickets.Parked parked, LaunchContext context, LaunchPrincipal user, LaunchSession held)
      implements LaunchDecision {}

  /**
   * A user without an account here has to log in.
   *
   * @param ticket under which the launch waits for them
   * @param left how long it still waits
   */
  record LogIn(LinkTicket ticket, Duration left, LaunchContext context) implements LaunchDecision {}

  /**
   * The same, where somebody is logged in, who has to agree first.
   *
   * @param here who that is
   */
  record AskLogIn(LaunchTickets.Parked parked, LaunchContext context, String here)
      implements LaunchDecision {

    /** An account's name may be personal. */
    @Override
    public String toString() {
      return "AskLogIn[" + context + "]";
    }
  }

  /**
   * A user who has logged in has to say whether they are who launched.
   *
   * @param ticket under which the launch waits from now on
   * @param left how long it still waits
   * @param consent what the answer has to bring along
   */
  record AskLink(LinkTicket ticket, Duration left, LinkConsent consent, LaunchContext context)
      implements LaunchDecision {}

  /** An answer that is none, or not to what was asked last: nothing has become of it. */
  record AskLinkAgain() implements LaunchDecision {}

  /**
   * The launch's user has an account from now on.
   *
   * @param then what became of the launch after that
   */
  record Linked(LaunchContext context, LaunchDecision then) implements LaunchDecision {}

  /**
   * What waited for its user waits no more, though it could not be said what becomes of it.
   *
   * @param then what its user is told
   */
  record WaitsNoMore(LaunchDecision then) implements LaunchDecision {}

  /**
   * An expected "no".
   *
   * @param record what a partner signed; empty where no signature was found good
   */
  record Refuse(Refusal refusal, Optional<LaunchRecord> record) implements LaunchDecision {}

  /** The application's own "no". */
  record HandlerRefuses(LaunchContext context, HandlerDecision.Refuse decision)
      implements LaunchDecision {}

  /** A launch that was used before, redeemed where it does not belong; it was recorded before. */
  record UsedElsewhere(ParkedLaunch.Used launch) implements LaunchDecision {}

  /** It may have been used before the store began to remember: a new launch helps, no waiting. */
  record LaunchAgain(LaunchAgainException cause) implements LaunchDecision {}

  /** No verdict could be reached, or it could not be kept. */
  record Unavailable(Exception failure) implements LaunchDecision {

    /** What somebody else's exception says may be anything. */
    @Override
    public String toString() {
      return "Unavailable[" + failure.getClass().getName() + "]";
    }
  }
}
