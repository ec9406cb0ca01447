package org.launchgate.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a profile asks of one claim.
 *
 * @param claim where the claim stands
 * @param presence whether it has to be there; an empty string counts as absent
 * @param form the type of its value
 * @param limits which values of that type it may have
 * @param identifies whether it fills an identifier of the context: then a text must hold nothing
 *     that does not show, since two identifiers that look the same have to be the same
 */
public record ClaimRule(
    JsonPointer claim, Presence presence, Form form, ValueLimits limits, boolean identifies) {

  /** Whether a claim has to be there. */
  public enum Presence {
    /** Absent refuses the launch. */
    REQUIRED,
    /** Absent is noted in the log, once a partner. */
    WANTED,
    /** May be absent. */
    OPTIONAL,
    /** Present refuses the launch, whatever the value: empty and null as well. */
    FORBIDDEN
  }

  /** The type of a claim's value. */
  public enum Form {
    /** Any text. */
    TEXT(true),
    /** A calendar date, {@code 1969-11-13}. */
    DATE(true),
    /** A whole number that every JSON reader reads alike (RFC 7493 section 2.2). */
    INTEGER(true),
    /** A relative FHIR reference, {@code Patient/123}. */
    REFERENCE(true),
    /** True or false. */
    BOOLEAN(false),
    /** A JSON object. */
    OBJECT(false),
    /** A JSON array. */
    LIST(false);

    private final boolean text;

    Form(boolean text) {
      this.text = text;
    }

    /** Whether its values are texts or have one, so that they can fill a field of the context. */
    public boolean hasText() {
      return text;
    }

    /** The word that profile files use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Set<String> words() {
      return Arrays.stream(values()).map(Form::word).collect(Collectors.toUnmodifiableSet());
    }
  }

  /** A rule for a claim of that form that may be absent and have any value. */
  static ClaimRule optional(JsonPointer claim, Form form) {
    return new ClaimRule(claim, Presence.OPTIONAL, form, ValueLimits.NONE, false);
  }

  /** The same rule for a claim that fills an identifier. */
  ClaimRule identifying() {
    return new ClaimRule(claim, presence, form, limits, true);
  }
}
