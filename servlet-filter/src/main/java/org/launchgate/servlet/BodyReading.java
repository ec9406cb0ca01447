package org.launchgate.servlet;

import org.launchgate.Refusal;
import org.launchgate.RefusalReason;

/** What came of reading the body of a launch. */
sealed interface BodyReading {

  /** The body as it came. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Bytes(byte[] bytes) implements BodyReading {}

  /** Somebody else has read it before. */
  record Consumed() implements BodyReading {}

  /** Why it is not read. */
  record Refused(Refusal refusal) implements BodyReading {}

  static BodyReading refused(RefusalReason reason, String detail) {
    return new Refused(Refusal.of(reason, detail));
  }
}
