package org.launchgate;

import static org.launchgate.RefusalReason.CLAIM_MALFORMED;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ContextRules;
import org.launchgate.profile.IdentifierSource;
import org.launchgate.profile.JsonPointer;
import org.launchgate.profile.ValueSource;

/**
 * Lists of identifiers: every element is checked, whichever is taken, so that the same token is not
 * good for one order of preference and bad for another.
 */
final class IdentifierChecks {
  private IdentifierChecks() {}

  /** Null when every list is one of objects whose systems and values are fit or absent. */
  static @Nullable Refusal check(ContextRules context, Map<String, @Nullable Object> claims) {
    return context
        .lists()
        .filter(source -> !isFit(source, claims))
        .findFirst()
        .map(
            source ->
                Refusal.of(
                    CLAIM_MALFORMED,
                    source.list()
                        + ": expected a list of objects with texts of at most 255 characters"))
        .orElse(null);
  }

  /** The elements of the list, which is known to hold objects; none when it is absent. */
  @SuppressWarnings("unchecked") // the JSON reader's maps have text keys only
  static List<Map<String, @Nullable Object>> elements(
      IdentifierSource.Element source, Map<String, @Nullable Object> claims) {
    return source.list().find(claims) instanceof List<?> list
        ? list.stream().map(element -> (Map<String, @Nullable Object>) element).toList()
        : List.of();
  }

  /** Whether the list is absent, or one of objects whose systems and values are fit or absent. */
  static boolean isFit(IdentifierSource.Element source, Map<String, @Nullable Object> claims) {
    return !(source.list().find(claims) instanceof List<?> list)
        || (list.stream().allMatch(Map.class::isInstance)
            && elements(source, claims).stream()
                .allMatch(element -> isFit(source.system(), source.value().pointer(), element)));
  }

  private static boolean isFit(
      ValueSource system, JsonPointer value, Map<String, @Nullable Object> element) {
    Stream<JsonPointer> taken =
        system instanceof ValueSource.Claim claim
            ? Stream.of(claim.pointer(), value)
            : Stream.of(value);
    return taken.allMatch(
        pointer ->
            ClaimChecks.isAbsent(pointer.find(element), pointer.isPresent(element))
                || ClaimText.isIdentifier(pointer.find(element)));
  }
}
