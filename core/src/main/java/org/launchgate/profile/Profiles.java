package org.launchgate.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;

/** The built-in profiles, and the reader of profiles that users write. */
public final class Profiles {
  private Profiles() {}

  /** The names of the built-in profiles. */
  public static List<String> builtInNames() {
    return BuiltInProfiles.NAMES;
  }

  /** Every place where tokens of a built-in profile travel. */
  public static Set<Carrier> builtInCarriers() {
    return BuiltInProfiles.carriers();
  }

  /** The built-in profile of that name, the same instance every time; empty when there is none. */
  public static Optional<LaunchProfile> builtIn(String name) {
    return Optional.ofNullable(BuiltInProfiles.profile(name));
  }

  /**
   * The profile that a JSON text describes. What it extends can only be a built-in profile.
   *
   * @param place the name of the file, for messages
   * @throws IllegalArgumentException that names the place of the mistake and what is allowed there
   */
  public static LaunchProfile read(String place, byte[] utf8) {
    return ProfileResolver.at(place, null)
        .resolve(place, ProfileResolver.parse(place, utf8))
        .read();
  }

  /**
   * The profile that a member of some configuration asks for: the name of a built-in one, a file
   * that ends in {@code .json}, or an object in the format of such a file.
   *
   * @param place where the member stands, for messages
   * @param member the member's name
   * @param asked its value, as the strict JSON reader gives it; null when it is absent
   * @param beside the file in which it stands: files that it names are relative to that one
   * @throws IllegalArgumentException that names the place of the mistake and what is allowed there
   */
  public static LaunchProfile asked(
      String place, String member, @Nullable Object asked, ProfileFile beside) {
    if (asked instanceof String name && builtIn(name).isPresent()) {
      return builtIn(name).orElseThrow();
    }
    Map<String, @Nullable Object> members = asked == null ? Map.of() : Map.of(member, asked);
    return ProfileResolver.at(place + ": " + member, beside)
        .asked(new ConfigObject(place, members), member)
        .read();
  }
}
