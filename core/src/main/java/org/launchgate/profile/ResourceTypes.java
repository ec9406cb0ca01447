package org.launchgate.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;

/** Reads names of FHIR resource types. */
final class ResourceTypes {
  private ResourceTypes() {}

  /** The types that a list names; a list that names none is a mistake. */
  static Set<String> read(ConfigObject json, String member) {
    if (!(json.value(member) instanceof List<?> types)
        || types.isEmpty()
        || !types.stream().allMatch(ResourceTypes::isType)) {
      throw json.error(member, "must name types of FHIR resources, such as \"Patient\"");
    }
    return types.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isType(@Nullable Object type) {
    return type instanceof String text && ResourceReference.isType(text);
  }
}
