package org.launchgate.profile;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;

/**
 * A profile as JSON, with everything that it extends merged in: one object, or a choice of two.
 * Immutable.
 */
sealed interface ProfileTree {

  /**
   * The profile.
   *
   * @throws IllegalArgumentException that names the place of the mistake and what is allowed there
   */
  LaunchProfile read();

  /**
   * This profile with some members replaced.
   *
   * @param place where those members stand
   * @param members the members, by the rules of {@link ProfileMerge}
   */
  ProfileTree overridden(String place, Map<String, @Nullable Object> members);

  /** One object without {@code extends} and {@code choose}. */
  record Single(String place, Map<String, @Nullable Object> members) implements ProfileTree {

    @Override
    public LaunchProfile read() {
      return ProfileReader.read(new ConfigObject(place, members));
    }

    @Override
    public ProfileTree overridden(String otherPlace, Map<String, @Nullable Object> patch) {
      return new Single(otherPlace, ProfileMerge.merge(members, patch));
    }
  }

  /** A choice; what overrides it overrides both of its profiles. */
  record Either(String name, JsonPointer claim, ProfileTree present, ProfileTree absent)
      implements ProfileTree {

    @Override
    public LaunchProfile read() {
      return LaunchProfile.choosing(name, new ProfileChoice(claim, present.read(), absent.read()));
    }

    @Override
    public ProfileTree overridden(String place, Map<String, @Nullable Object> patch) {
      Map<String, @Nullable Object> rest = ProfileMerge.without(patch, "profile");
      return new Either(
          patch.containsKey("profile")
              ? new ConfigObject(place, patch).requiredText("profile")
              : name,
          claim,
          present.overridden(place, rest),
          absent.overridden(place, rest));
    }
  }
}
