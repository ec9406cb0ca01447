package org.launchgate.profile;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which values of its type a claim may have.
 *
 * @param oneOf the values it may have; empty for any
 * @param ignoreCase whether those are compared without regard to the case of ASCII letters
 * @param pattern what the whole text has to match; null for anything
 * @param maxLength the longest text, in characters
 * @param resourceTypes the types to which a reference may lead; empty for any
 */
public record ValueLimits(
    Set<String> oneOf,
    boolean ignoreCase,
    @Nullable TextPattern pattern,
    int maxLength,
    Set<String> resourceTypes) {

  /** Longer is no identifier, name, phone number or address. Checklist rows 28 and 34. */
  public static final int USUAL_LENGTH = 255;

  /** The limits of a claim of which nothing else is asked. */
  public static final ValueLimits NONE =
      new ValueLimits(Set.of(), false, null, USUAL_LENGTH, Set.of());

  /** Copies the sets. */
  public ValueLimits {
    oneOf =
        ignoreCase
            ? oneOf.stream().map(ValueLimits::folded).collect(Collectors.toUnmodifiableSet())
            : Set.copyOf(oneOf);
    resourceTypes = Set.copyOf(resourceTypes);
  }

  /** Whether the text is one of those named, or none are. */
  public boolean names(String text) {
    return oneOf.isEmpty() || oneOf.contains(ignoreCase ? folded(text) : text);
  }

  /** Whether the text matches the pattern, or there is none. */
  public boolean fits(String text) {
    return pattern == null || pattern.matches(text);
  }

  /** Whether the text is a reference to one of the types named, or none are. */
  public boolean leadsToAllowedType(String text) {
    return resourceTypes.isEmpty()
        || ResourceReference.of(text)
            .filter(reference -> resourceTypes.contains(reference.type()))
            .isPresent();
  }

  /** Folds ASCII letters alone: to Unicode the Kelvin sign is a k, to a hospital it is not. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }
}
