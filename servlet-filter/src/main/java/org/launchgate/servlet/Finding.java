package org.launchgate.servlet;

import org.launchgate.Arrival;
import org.launchgate.Refusal;
import org.launchgate.RefusalReason;

/** What was found in a request where a token should be. */
sealed interface Finding {

  /** Exactly one token. */
  record Token(String compact, Arrival arrival) implements Finding {
    @Override
    public String toString() {
      return "Token[" + arrival + "]";
    }
  }

  /** Exactly one ticket, and no token. */
  record Ticket(LaunchTicket ticket) implements Finding {}

  /** No token, or more than can be told apart, or nothing that can be read. */
  record None(Refusal refusal) implements Finding {}

  static Finding none(RefusalReason reason, String detail) {
    return new None(Refusal.of(reason, detail));
  }
}
