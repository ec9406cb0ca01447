package org.launchgate.servlet;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchId;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchPatient;
import org.launchgate.LaunchPrincipal;

/**
 * What a session keeps of its launches: the latest context, and which launches were redeemed for
 * the patient who is in focus now, or for none where none is. Immutable, so that no request sees
 * half of a change.
 *
 * @param context the latest launch; its user is the session's user
 * @param redeemed launches of this session that lead to what is in focus, the latest last
 */
record LaunchSession(LaunchContext context, List<LaunchId> redeemed) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More copies of old launches than anybody reloads; a session must not grow for ever. */
  private static final int MAX_REDEEMED = 50;

  LaunchSession {
    redeemed = List.copyOf(redeemed);
  }

  static LaunchSession of(LaunchContext context) {
    return new LaunchSession(context, List.of(context.launchId()));
  }

  LaunchPrincipal principal() {
    return context.principal();
  }

  /** The session after one more launch of the same user. */
  LaunchSession then(LaunchContext next) {
    if (!isSameFocus(context, next)) {
      return of(next);
    }
    Stream<LaunchId> earlier = redeemed.stream().filter(id -> !id.equals(next.launchId()));
    List<LaunchId> all = Stream.concat(earlier, Stream.of(next.launchId())).toList();
    return new LaunchSession(next, all.subList(Math.max(0, all.size() - MAX_REDEEMED), all.size()));
  }

  /**
   * Whether a launch may lead into this session a second time. One of another patient may not: it
   * would show the patient who is in focus now to somebody who asked for the other one.
   */
  boolean isRedeemed(LaunchId launch) {
    return redeemed.contains(launch);
  }

  /** Whether a launch leaves the patient in focus who is there now, or none where there is none. */
  boolean hasPatientOf(LaunchContext next) {
    return isSameFocus(context, next) || (context.patient().isEmpty() && next.patient().isEmpty());
  }

  private static boolean isSameFocus(LaunchContext a, LaunchContext b) {
    return a.partner().equals(b.partner())
        && organization(a).equals(organization(b))
        && isSameFocus(a.patient(), b.patient());
  }

  /** A patient's id may be one organisation's own. */
  private static Optional<Identifier> organization(LaunchContext context) {
    return context.organization().map(LaunchOrganization::identifier);
  }

  // Where neither launch has a patient, none can be taken for another.
  private static boolean isSameFocus(Optional<LaunchPatient> a, Optional<LaunchPatient> b) {
    return (a.isPresent() && b.isPresent())
        ? isSamePatient(a.get(), b.get())
        : (a.isEmpty() && b.isEmpty());
  }

  // Two patients without any id are never known to be one.
  private static boolean isSamePatient(LaunchPatient a, LaunchPatient b) {
    return (a.id().isPresent() || a.nationalId().isPresent())
        && a.id().equals(b.id())
        && a.nationalId().equals(b.nationalId());
  }
}
