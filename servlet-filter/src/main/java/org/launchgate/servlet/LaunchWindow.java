package org.launchgate.servlet;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchPatient;

/**
 * A launch that a session shows, under the id by which requests name it. An id grants nothing: it
 * chooses among the windows of the session that the request belongs to.
 *
 * <p>Immutable but for the time of its last use, which is this node's own, so that a request that
 * only looks writes nothing into the session.
 */
final class LaunchWindow implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More copies of old launches than anybody reloads; a session must not grow for ever. */
  private static final int MAX_REDEEMED = 50;

  private static final int ID_BYTES = 12;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16}");

  private final String id;
  private final LaunchContext context;
  private final Set<String> roles;
  private final List<String> redeemed;
  private final Handed handed;

  /** Null in what an older version stored. */
  private final @Nullable String target;

  private transient volatile long usedAt;

  private LaunchWindow(
      String id,
      LaunchContext context,
      Set<String> roles,
      List<String> redeemed,
      @Nullable String target,
      Handed handed) {
    this.handed = handed;
    this.id = id;
    this.context = context;
    this.roles = Set.copyOf(roles);
    this.redeemed = List.copyOf(redeemed);
    this.target = target;
    this.usedAt = context.verifiedAt().toEpochMilli();
  }

  static String randomId(SecureRandom random) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text can be an id. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * A new window.
   *
   * @param marks the digests of what led there: the launch, its ticket
   * @param target the address that it is opened with, without the context path
   */
  static LaunchWindow open(
      String id, LaunchContext context, Set<String> roles, List<String> marks, String target) {
    return new LaunchWindow(id, context, roles, marks, target, Handed.NOTHING);
  }

  /** The window with what the application gave along to its launch. */
  LaunchWindow with(Handed given) {
    return new LaunchWindow(id, context, roles, redeemed, target, given);
  }

  /** What the application gave along. */
  Handed handed() {
    return handed;
  }

  String id() {
    return id;
  }

  LaunchContext context() {
    return context;
  }

  /** The address that its launch led to, without the context path; null where nobody knows. */
  @Nullable String target() {
    return target;
  }

  /** The roles of the user in this window: another partner may have given others. */
  Set<String> roles() {
    return roles;
  }

  /** The window after one more launch of what it shows already. */
  LaunchWindow then(
      LaunchContext next, Set<String> nextRoles, List<String> marks, @Nullable String nextTarget) {
    List<String> all =
        Stream.concat(redeemed.stream().filter(mark -> !marks.contains(mark)), marks.stream())
            .toList();
    List<String> latest = all.subList(Math.max(0, all.size() - MAX_REDEEMED), all.size());
    return new LaunchWindow(id, next, nextRoles, latest, nextTarget, handed);
  }

  /** The window with one more ticket that led there. */
  LaunchWindow marked(String mark) {
    return redeemed.contains(mark) ? this : then(context, roles, List.of(mark), target);
  }

  /** Whether a launch or ticket with that digest has led there. */
  boolean isRedeemed(String mark) {
    return redeemed.contains(mark);
  }

  void use(Instant now) {
    usedAt = now.toEpochMilli();
  }

  long usedAt() {
    // A copy that was read back does not know; its launch is what is known of it.
    return usedAt == 0 ? context.verifiedAt().toEpochMilli() : usedAt;
  }

  /** Whether a launch is about the patient of this window, or about none like this window. */
  boolean hasPatientOf(LaunchContext next) {
    return isSameFocus(next) || (context.patient().isEmpty() && next.patient().isEmpty());
  }

  /** Whether a launch is from the same partner and organisation and about the same patient. */
  boolean isSameFocus(LaunchContext next) {
    return context.partner().equals(next.partner())
        && organization(context).equals(organization(next))
        && isSameFocus(context.patient(), next.patient());
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

  @Override
  public String toString() {
    return "LaunchWindow[" + context + "]";
  }
}
