package org.launchgate.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The profiles in the jar, each parsed once however many partners use it. */
final class BuiltInProfiles {
  static final List<String> NAMES =
      List.of("zorgdomein", "exorlive", "hti-1.1", "hti-2.0", "hti", "koppeltaal-2.0");

  private static final Map<String, Map<String, @Nullable Object>> JSON = parsed();

  private BuiltInProfiles() {}

  /** The object of that built-in profile; null when there is none of that name. */
  static @Nullable Map<String, @Nullable Object> json(String name) {
    return JSON.get(name);
  }

  /** The built-in profile of that name; null when there is none. */
  static @Nullable LaunchProfile profile(String name) {
    return Read.PROFILES.get(name);
  }

  /** Every place where tokens of one of them travel. */
  static Set<Carrier> carriers() {
    return Read.CARRIERS;
  }

  private static Map<String, Map<String, @Nullable Object>> parsed() {
    Map<String, Map<String, @Nullable Object>> objects = new LinkedHashMap<>();
    NAMES.forEach(name -> objects.put(name, ProfileResolver.parse(name + ".json", bytes(name))));
    return Collections.unmodifiableMap(objects);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = BuiltInProfiles.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the built-in profile " + name + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made after the objects, since one built-in profile may extend another. */
  private static final class Read {
    static final Map<String, LaunchProfile> PROFILES = read();
    static final Set<Carrier> CARRIERS =
        PROFILES.values().stream()
            .flatMap(profile -> profile.carriers().stream())
            .collect(Collectors.toUnmodifiableSet());

    private Read() {}

    private static Map<String, LaunchProfile> read() {
      Map<String, LaunchProfile> profiles = new LinkedHashMap<>();
      JSON.forEach(
          (name, members) ->
              profiles.put(
                  name, ProfileResolver.at(name, null).resolve(name + ".json", members).read()));
      return Collections.unmodifiableMap(profiles);
    }
  }
}
