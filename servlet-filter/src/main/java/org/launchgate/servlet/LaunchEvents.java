package org.launchgate.servlet;

import static org.launchgate.profile.ContextField.ORGANIZATION_VALUE;
import static org.launchgate.profile.ContextField.PATIENT_ID;
import static org.launchgate.profile.ContextField.RESPONSIBLE_VALUE;
import static org.launchgate.profile.ContextField.USER_VALUE;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;
import static org.launchgate.spi.LaunchEvent.Kind.LINKED;
import static org.launchgate.spi.LaunchEvent.Kind.LOGOUT;
import static org.launchgate.spi.LaunchEvent.Kind.PATIENT_CHANGED;
import static org.launchgate.spi.LaunchEvent.Kind.REFUSED;
import static org.launchgate.spi.LaunchEvent.Kind.REPEATED;
import static org.launchgate.spi.LaunchEvent.Kind.REPLAYED;
import static org.launchgate.spi.LaunchEvent.Kind.UNAVAILABLE;
import static org.launchgate.spi.LaunchEvent.Kind.USER_CHANGED;
import static org.launchgate.spi.LaunchEvent.Party.ORGANIZATION;
import static org.launchgate.spi.LaunchEvent.Party.PATIENT;
import static org.launchgate.spi.LaunchEvent.Party.PATIENT_NATIONAL_ID;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_PATIENT;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_PATIENT_NATIONAL_ID;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_USER;
import static org.launchgate.spi.LaunchEvent.Party.RESPONSIBLE;
import static org.launchgate.spi.LaunchEvent.Party.USER;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchRecord;
import org.launchgate.Refusal;
import org.launchgate.RefusalReason;
import org.launchgate.profile.ContextField;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Party;

/** Puts into events what becomes of launches. */
final class LaunchEvents {
  private final Clock clock;
  private final AuditIdentifiers identifiers;
  private final Predicate<String> isPartner;

  /** Events that name a partner only where it is one, not what a path calls a partner. */
  LaunchEvents(Clock clock, AuditIdentifiers identifiers, Predicate<String> isPartner) {
    this.clock = clock;
    this.identifiers = identifiers;
    this.isPartner = isPartner;
  }

  /** The events of a launch, at most three. */
  List<LaunchEvent> of(LaunchDecision decision, Visit visit) {
    if (decision instanceof LaunchDecision.Enter enter) {
      return entered(enter, visit);
    }
    if (decision instanceof LaunchDecision.EnterAgain again) {
      return List.of(event(REPEATED, again.context(), visit).build());
    }
    if (decision instanceof LaunchDecision.LaunchAgain again) {
      LaunchEvent.Builder event = event(UNAVAILABLE, visit).partner(again.cause().partner());
      return List.of(describe(event, again.cause().record()).build());
    }
    if (decision instanceof LaunchDecision.Refuse refuse) {
      return List.of(refused(refuse, visit));
    }
    if (decision instanceof LaunchDecision.HandlerRefuses handler) {
      return List.of(
          event(REFUSED, handler.context(), visit).reason(handler.decision().reason()).build());
    }
    if (decision instanceof LaunchDecision.Hop hop) {
      return hop.refused() == null ? List.of() : List.of(refused(hop.refused(), visit));
    }
    if (decision instanceof LaunchDecision.Linked linked) {
      return Stream.concat(
              Stream.of(event(LINKED, linked.context(), visit).build()),
              of(linked.then(), visit).stream())
          .toList();
    }
    if (decision instanceof LaunchDecision.WaitsNoMore gone) {
      return of(gone.then(), visit);
    }
    return isOnItsWay(decision)
        ? List.of()
        : List.of(event(UNAVAILABLE, visit).partner(claimed(visit)).build());
  }

  /** What is recorded once it is decided, or was recorded when its first request came. */
  private static boolean isOnItsWay(LaunchDecision decision) {
    return decision instanceof LaunchDecision.Hand
        || decision instanceof LaunchDecision.Ask
        || decision instanceof LaunchDecision.LogIn
        || decision instanceof LaunchDecision.AskLogIn
        || decision instanceof LaunchDecision.AskLink
        || decision instanceof LaunchDecision.AskLinkAgain
        || decision instanceof LaunchDecision.UsedElsewhere;
  }

  /** The event that a user who launched has logged out. */
  LaunchEvent loggedOut(LaunchSession session, @Nullable String address) {
    LaunchEvent.Builder event =
        LaunchEvent.builder(LOGOUT, clock.instant())
            .remoteAddress(clean(address))
            .partner(session.principal().partner());
    Optional<LaunchContext> latest = session.latest().map(LaunchWindow::context);
    latest.ifPresent(launch -> describe(event.partner(launch.partner()), launch.record()));
    if (latest.isEmpty()) {
      SessionUser user = session.user();
      put(event, USER, Optional.of(user.principal().user()), user.hasPersonalId());
    }
    return event.build();
  }

  private List<LaunchEvent> entered(LaunchDecision.Enter enter, Visit visit) {
    LaunchContext context = enter.context();
    LaunchEvent accepted = event(ACCEPTED, context, visit).build();
    LaunchSession before = enter.before();
    if (before == null) {
      return List.of(accepted);
    }
    if (enter.isOtherUser()) {
      LaunchEvent.Builder changed = event(USER_CHANGED, context, visit);
      SessionUser earlier = before.user();
      put(changed, PREVIOUS_USER, Optional.of(earlier.principal().user()), earlier.hasPersonalId());
      return List.of(accepted, previousPatient(changed, before).build());
    }
    return enter.isSamePatient()
        ? List.of(accepted)
        : List.of(
            accepted, previousPatient(event(PATIENT_CHANGED, context, visit), before).build());
  }

  private LaunchEvent refused(LaunchDecision.Refuse refuse, Visit visit) {
    Refusal refusal = refuse.refusal();
    LaunchEvent.Kind kind = refusal.reason() == RefusalReason.REPLAYED ? REPLAYED : REFUSED;
    LaunchEvent.Builder event =
        event(kind, visit)
            .reason(refusal.reason().code())
            .partner(refusal.partner().orElseGet(() -> claimed(visit)));
    refuse.record().ifPresent(record -> describe(event, record));
    return event.build();
  }

  private @Nullable String claimed(Visit visit) {
    return visit.claimedPartner().filter(isPartner).orElse(null);
  }

  private LaunchEvent.Builder event(LaunchEvent.Kind kind, LaunchContext context, Visit visit) {
    return describe(event(kind, visit).partner(context.partner()), context.record());
  }

  private LaunchEvent.Builder event(LaunchEvent.Kind kind, Visit visit) {
    return LaunchEvent.builder(kind, clock.instant())
        .reference(visit.reference())
        .remoteAddress(clean(visit.address()))
        .verification(visit.verification());
  }

  private static @Nullable String clean(@Nullable String address) {
    return Optional.of(CleanText.address(address)).filter(text -> !text.equals("?")).orElse(null);
  }

  private LaunchEvent.Builder describe(LaunchEvent.Builder event, LaunchRecord record) {
    Set<ContextField> personal = record.personal();
    put(event, USER, record.user(), personal.contains(USER_VALUE));
    put(event, RESPONSIBLE, record.responsible(), personal.contains(RESPONSIBLE_VALUE));
    put(event, ORGANIZATION, record.organization(), personal.contains(ORGANIZATION_VALUE));
    put(event, PATIENT, record.patient(), personal.contains(PATIENT_ID));
    record
        .patientNationalId()
        .ifPresent(id -> event.party(PATIENT_NATIONAL_ID, identifiers.nationalId(id)));
    return event
        .token(
            new EventToken(
                record.keyId(),
                record.algorithm(),
                record.tokenId(),
                record.issuedAt(),
                record.expiresAt()))
        .task(record.task().orElse(null))
        .transactionId(record.transactionId().orElse(null));
  }

  private void previous(LaunchEvent.Builder event, LaunchRecord record) {
    put(event, PREVIOUS_PATIENT, record.patient(), record.personal().contains(PATIENT_ID));
    record
        .patientNationalId()
        .ifPresent(id -> event.party(PREVIOUS_PATIENT_NATIONAL_ID, identifiers.nationalId(id)));
  }

  private LaunchEvent.Builder previousPatient(LaunchEvent.Builder event, LaunchSession before) {
    before.latest().map(window -> window.context().record()).ifPresent(r -> previous(event, r));
    return event;
  }

  private void put(
      LaunchEvent.Builder event, Party party, Optional<Identifier> identifier, boolean marked) {
    identifier.ifPresent(known -> event.party(party, identifiers.of(known, marked)));
  }
}
