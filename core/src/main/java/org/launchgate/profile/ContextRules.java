package org.launchgate.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which claims fill which fields of the launch context. Immutable.
 *
 * @param fields the fields that are filled one by one
 * @param identifiers the identifiers of which system and value are taken together, each from the
 *     first source that gives one
 * @param personal the values of identifiers that are personal data by themselves, so that records
 *     hold a digest of them; the national id is one without being named
 */
public record ContextRules(
    Map<ContextField, ValueSource> fields,
    Map<ContextIdentifier, List<IdentifierSource>> identifiers,
    Set<ContextField> personal) {

  /** Copies the collections. */
  public ContextRules {
    fields = Map.copyOf(fields);
    identifiers =
        identifiers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    personal = Set.copyOf(personal);
  }

  /** Every source that takes an element of a list, whichever field it fills. */
  public Stream<IdentifierSource.Element> lists() {
    return Stream.concat(
        identifiers.values().stream()
            .flatMap(List::stream)
            .filter(IdentifierSource.Element.class::isInstance)
            .map(IdentifierSource.Element.class::cast),
        fields.values().stream()
            .flatMap(ValueSource::each)
            .filter(ValueSource.Listed.class::isInstance)
            .map(source -> ((ValueSource.Listed) source).element()));
  }
}
