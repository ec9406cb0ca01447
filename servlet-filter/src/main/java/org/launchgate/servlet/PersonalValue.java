package org.launchgate.servlet;

import java.util.Arrays;
import org.launchgate.LaunchContext;
import org.launchgate.profile.ContextField;
import org.launchgate.profile.ContextIdentifier;

/** Whether a value of a launch is personal by itself, so that it may stand in no address. */
final class PersonalValue {
  private PersonalValue() {}

  /** As its profile marks it, or as the system of the identifier or its form shows. */
  static boolean isIn(LaunchContext context, ContextField field) {
    String system =
        Arrays.stream(ContextIdentifier.values())
            .filter(identifier -> identifier.value() == field)
            .findFirst()
            .flatMap(identifier -> context.value(identifier.system()))
            .orElse("");
    return context.record().personal().contains(field)
        || context
            .value(field)
            .filter(value -> AuditIdentifiers.isPersonal(system, value))
            .isPresent();
  }
}
