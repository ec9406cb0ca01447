package org.launchgate.servlet;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchAgainException;
import org.launchgate.LaunchContext;
import org.launchgate.ParkedLaunch;
import org.launchgate.Refusal;
import org.launchgate.RefusalReason;
import org.launchgate.spi.LaunchUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log says about launches, one line each: never the token, a name, a national id or
 * anything else as an attacker wrote it. Of what anybody can send, a flood is told as a count.
 */
final class LaunchLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);
  private static final String UNAVAILABLE = "unavailable";
  private static final String TURNED_AWAY = "turned_away";
  private static final String LOGOUT = "logout_refused";

  private final Predicate<String> isPartner;
  private final RefusalTally tally;

  /**
   * A log that shows a partner's id only where it is one, not what a path calls a partner.
   *
   * @param clock tells when a minute is over
   * @param timer runs what is to be said then
   */
  LaunchLog(Predicate<String> isPartner, Clock clock, RefusalTally.Timer timer) {
    this.isPartner = isPartner;
    this.tally = new RefusalTally(clock, timer, LaunchLog::summary);
  }

  void accepted(String reference, LaunchContext context) {
    LOG.info(
        "launch accepted ref={} partner={} launch={}",
        reference,
        context.partner(),
        context.launchId());
  }

  void repeated(String reference, LaunchContext context) {
    LOG.info(
        "launch repeated in its session ref={} partner={} launch={}",
        reference,
        context.partner(),
        context.launchId());
  }

  /** The token is genuine and used up now; what comes of it is told under the same reference. */
  void parked(String reference, ParkedLaunch launch) {
    if (launch instanceof ParkedLaunch.Fresh fresh) {
      LOG.info(
          "launch verified, its browser comes for it ref={} partner={} launch={}",
          reference,
          fresh.context().partner(),
          fresh.context().launchId());
    } else if (launch instanceof ParkedLaunch.Used used) {
      LOG.warn(
          "launch used before, its browser has to show where ref={} reason={} partner={} launch={}",
          reference,
          RefusalReason.REPLAYED.code(),
          used.partner(),
          used.launchId());
    }
  }

  void handed(String reference, LaunchContext context) {
    LOG.info(
        "launch verified, its script opens it ref={} partner={} launch={}",
        reference,
        context.partner(),
        context.launchId());
  }

  void asked(String reference, LaunchContext context) {
    LOG.info(
        "launch waits until its user agrees to end another one's session ref={} partner={}"
            + " launch={}",
        reference,
        context.partner(),
        context.launchId());
  }

  void sentToLogIn(String reference, LaunchContext context) {
    LOG.info(
        "launch waits until its user has logged in, to link an account ref={} partner={} launch={}",
        reference,
        context.partner(),
        context.launchId());
  }

  void askedToLink(String reference, LaunchContext context) {
    LOG.info(
        "launch waits for its user's answer whether to link an account ref={} partner={} launch={}",
        reference,
        context.partner(),
        context.launchId());
  }

  void linked(String reference, LaunchContext context) {
    LOG.info(
        "account linked ref={} partner={} launch={}",
        reference,
        context.partner(),
        context.launchId());
  }

  void usedElsewhere(String reference, ParkedLaunch.Used launch, @Nullable String from) {
    LOG.warn(
        "launch refused ref={} reason={} partner={} from={} detail=launch {} was used before, and"
            + " not in this session",
        reference,
        RefusalReason.REPLAYED.code(),
        launch.partner(),
        CleanText.address(from),
        launch.launchId());
  }

  void refused(
      String reference, Refusal refusal, Optional<String> claimedPartner, @Nullable String from) {
    if (!refusal.isSigned() && !tally.admits(refusal.reason().code(), reference)) {
      return;
    }
    LOG.warn(
        "launch refused ref={} reason={} partner={} from={} detail={}",
        reference,
        refusal.reason().code(),
        refusal.partner().orElseGet(() -> claimed(claimedPartner)),
        CleanText.address(from),
        refusal.detail());
  }

  void refusedByHandler(
      String reference, LaunchDecision.HandlerRefuses handler, @Nullable String from) {
    LOG.warn(
        "launch refused ref={} reason={} partner={} from={} detail=the launch handler says so",
        reference,
        handler.decision().reason(),
        handler.context().partner(),
        CleanText.address(from));
  }

  private String claimed(Optional<String> partner) {
    return partner.map(id -> isPartner.test(id) ? id : "?").orElse("-");
  }

  /** Only the words of our own exception are fit for the log. */
  void unavailable(String reference, Exception failure, @Nullable String from) {
    if (!tally.admits(UNAVAILABLE, reference)) {
      return;
    }
    LOG.error(
        "launch unavailable ref={} from={} detail={}",
        reference,
        CleanText.address(from),
        failure instanceof LaunchUnavailableException
            ? CleanText.line(failure.getMessage())
            : failure.getClass().getName(),
        new BareTrace(failure));
  }

  /** Nothing else tells of this launch: that there was no room for its record is why. */
  void turnedAway(String reference, @Nullable String from) {
    if (!tally.admits(TURNED_AWAY, reference)) {
      return;
    }
    LOG.error(
        "launch turned away ref={} from={} detail=the listeners' queue has no room for its record,"
            + " and auditRequired is true",
        reference,
        CleanText.address(from));
  }

  /** The token is genuine, so that no flood of forged ones can write this line. */
  void launchAgain(String reference, LaunchAgainException cause, @Nullable String from) {
    LOG.warn(
        "launch has to be made again ref={} from={} detail={}",
        reference,
        CleanText.address(from),
        CleanText.line(cause.getMessage()));
  }

  void logoutRefused(String reference, @Nullable String from) {
    if (!tally.admits(LOGOUT, reference)) {
      return;
    }
    LOG.warn(
        "logout refused ref={} from={} detail=sent by another site",
        reference,
        CleanText.address(from));
  }

  /** What a user reads out who is no launch's: which page it was, and nothing about them. */
  void shown(String reference, PageMessage message, @Nullable String from) {
    if (!tally.admits(message.label(), reference)) {
      return;
    }
    LOG.info(
        "page shown ref={} page={} from={}", reference, message.label(), CleanText.address(from));
  }

  void otherUser() {
    LOG.warn(
        "a user of the container is logged in who is not the launch's: their requests show nothing"
            + " of the launch");
  }

  void errorPageFailed(String page, Exception failure) {
    LOG.error("the page {} failed, the built-in one is shown", page, new BareTrace(failure));
  }

  private static void summary(RefusalTally.Summary summary) {
    LOG.warn(
        "launches without a line of their own reason={} count={} refs={}..{} since={} until={}",
        summary.kind(),
        summary.count(),
        summary.first(),
        summary.last(),
        summary.since(),
        summary.until());
  }

  /** Says what is still to be said. */
  @Override
  public void close() {
    tally.close();
  }
}
