package org.launchgate.servlet;

import org.launchgate.Refusal;
import org.launchgate.RefusalReason;

/** What came of reading the body of a launch. */
sealed interface FormReading {

  /** Its fields; of a form that somebody else had read before, the launch fields only. */
  record Read(FormFields fields) implements FormReading {}

  /** Why it is not read. */
  record Refused(Refusal refusal) implements FormReading {}

  static FormReading refused(RefusalReason reason, String detail) {
    return new Refused(Refusal.of(reason, detail));
  }
}
