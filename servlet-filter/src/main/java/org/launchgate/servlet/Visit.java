package org.launchgate.servlet;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.ParkedLaunch;

/**
 * One request on the launch path, as a record of it needs it.
 *
 * @param reference what connects records, log and page
 * @param address where it comes from, as the container says; null when it says nothing
 * @param claimedPartner the partner that its path names, whoever that is
 * @param verification how long the verification took; null when there was none
 */
record Visit(
    String reference,
    @Nullable String address,
    Optional<String> claimedPartner,
    @Nullable Duration verification) {

  Visit verifiedIn(Duration time) {
    return new Visit(reference, address, claimedPartner, time);
  }

  /** The visit that redeems what another one brought, and is recorded under its reference. */
  Visit of(TicketContent content) {
    return new Visit(
        content.reference(), address, content.claimedPartner(), content.verification());
  }

  TicketContent parking(ParkedLaunch launch) {
    return new TicketContent(
        reference,
        claimedPartner,
        verification == null ? Duration.ZERO : verification,
        launch,
        null,
        null);
  }

  @Override
  public String toString() {
    return "Visit[" + reference + "]";
  }
}
