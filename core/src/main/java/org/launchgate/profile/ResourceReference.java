package org.launchgate.profile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A relative FHIR reference, such as {@code Patient/123}. Checklist row 33. {@link #toString()}
 * shows neither half: it names a person.
 *
 * @param type the resource's type
 * @param id the resource's logical id
 */
public record ResourceReference(String type, String id) {
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{0,63}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** The reference that a value is; empty when it is none. */
  public static Optional<ResourceReference> of(@Nullable Object value) {
    if (!(value instanceof String text) || text.indexOf('/') < 0) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    ResourceReference reference =
        new ResourceReference(text.substring(0, slash), text.substring(slash + 1));
    return isType(reference.type) && ID.matcher(reference.id).matches()
        ? Optional.of(reference)
        : Optional.empty();
  }

  /** Whether a text can be the name of a resource's type. */
  static boolean isType(String text) {
    return TYPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "ResourceReference";
  }
}
