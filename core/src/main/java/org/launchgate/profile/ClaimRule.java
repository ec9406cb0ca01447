package org.launchgate.profile;

import java.util.Set;

/**
 * What a profile asks of one claim.
 *
 * @param claim where the claim stands
 * @param presence whether it has to be there; an empty string counts as absent
 * @param form the form of its text
 * @param allowed the values it may have; empty for any
 */
public record ClaimRule(JsonPointer claim, Presence presence, Form form, Set<String> allowed) {

  /** Whether a claim has to be there. */
  public enum Presence {
    /** Absent refuses the launch. */
    REQUIRED,
    /** Absent is noted in the log, once a partner. */
    WANTED,
    /** May be absent. */
    OPTIONAL
  }

  /** The form of a claim's text. */
  public enum Form {
    /** Any text. */
    TEXT,
    /** A calendar date, {@code 1969-11-13}. */
    DATE
  }

  /** Copies the values. */
  public ClaimRule {
    allowed = Set.copyOf(allowed);
  }

  /** The rule of a claim that fills a field and has no rule of its own. */
  static ClaimRule optional(JsonPointer claim, ContextField filled) {
    Form form = filled == ContextField.PATIENT_BIRTH_DATE ? Form.DATE : Form.TEXT;
    return new ClaimRule(claim, Presence.OPTIONAL, form, Set.of());
  }
}
