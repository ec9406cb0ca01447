package org.launchgate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.IdentifierSource;
import org.launchgate.profile.JsonPointer;
import org.launchgate.profile.ResourceReference;
import org.launchgate.profile.ValueSource;

/** Takes the values that a profile's sources name out of claims that were checked. */
final class SourceValues {
  private SourceValues() {}

  /** The text that a source gives; null when it gives none. */
  static @Nullable String text(ValueSource source, Map<String, @Nullable Object> claims) {
    if (source instanceof ValueSource.Claim claim) {
      return text(claim.pointer(), claims);
    }
    if (source instanceof ValueSource.Part part) {
      return part(part, claims);
    }
    if (source instanceof ValueSource.Listed listed) {
      Identity identity = identity(listed.element(), claims);
      return identity == null ? null : identity.value();
    }
    if (source instanceof ValueSource.Constant constant) {
      return constant.text();
    }
    return first(((ValueSource.FirstOf) source).sources(), claims);
  }

  private static @Nullable String first(
      List<ValueSource> sources, Map<String, @Nullable Object> claims) {
    for (ValueSource source : sources) {
      String text = text(source, claims);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String text(JsonPointer claim, Map<String, @Nullable Object> claims) {
    Object value = claim.find(claims);
    return value == null || "".equals(value) ? null : ClaimText.of(value);
  }

  private static @Nullable String part(
      ValueSource.Part part, Map<String, @Nullable Object> claims) {
    return ResourceReference.of(part.pointer().find(claims))
        .filter(reference -> part.takes(reference.type()))
        .map(
            reference ->
                switch (part.half()) {
                  case TYPE -> reference.type();
                  case ID -> reference.id();
                })
        .orElse(null);
  }

  /** The identifier that a source gives; null when it gives none. */
  static @Nullable Identity identity(
      IdentifierSource source, Map<String, @Nullable Object> claims) {
    if (source instanceof IdentifierSource.Element element) {
      return preferred(element.preferred(), elements(element, claims));
    }
    IdentifierSource.Pair pair = (IdentifierSource.Pair) source;
    return identity(pair.system(), pair.value(), claims);
  }

  private static List<Identity> elements(
      IdentifierSource.Element source, Map<String, @Nullable Object> claims) {
    List<Identity> identities = new ArrayList<>();
    for (Map<String, @Nullable Object> element : IdentifierChecks.elements(source, claims)) {
      Identity identity = identity(source.system(), source.value(), element);
      if (identity != null) {
        identities.add(identity);
      }
    }
    return identities;
  }

  private static @Nullable Identity identity(
      ValueSource system, ValueSource value, Map<String, @Nullable Object> claims) {
    String text = text(value, claims);
    return text == null ? null : new Identity(text(system, claims), text);
  }

  /**
   * The first of the best system. Systems that are not named are passed over: an identifier of a
   * system that nobody expects is no identity.
   */
  private static @Nullable Identity preferred(List<String> systems, List<Identity> identities) {
    if (systems.isEmpty()) {
      return identities.isEmpty() ? null : identities.get(0);
    }
    for (String system : systems) {
      for (Identity identity : identities) {
        if (system.equals(identity.system())) {
          return identity;
        }
      }
    }
    return null;
  }

  /**
   * An identifier as it was sent.
   *
   * @param system its system; null when the sender names none
   * @param value its value
   */
  record Identity(@Nullable String system, String value) {
    @Override
    public String toString() {
      return "Identity";
    }
  }
}
