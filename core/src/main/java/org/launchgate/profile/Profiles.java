package org.launchgate.profile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;

/** The built-in profiles, and the reader of profiles that users write. */
public final class Profiles {
  private static final List<String> BUILT_IN = List.of("zorgdomein", "exorlive");

  private Profiles() {}

  /** The names of the built-in profiles. */
  public static List<String> builtInNames() {
    return BUILT_IN;
  }

  /** The built-in profile of that name; empty when there is none. */
  public static Optional<LaunchProfile> builtIn(String name) {
    return BUILT_IN.contains(name)
        ? Optional.of(read(name + ".json", resource(name)))
        : Optional.empty();
  }

  /**
   * The profile that a JSON text describes.
   *
   * @param place the name of the file, for messages
   * @throws IllegalArgumentException that names the place of the mistake and what is allowed there
   */
  public static LaunchProfile read(String place, byte[] utf8) {
    try {
      return ProfileReader.read(new ConfigObject(place, StrictJson.readObject(utf8)));
    } catch (StrictJsonException e) {
      throw new IllegalArgumentException(
          place + ": line " + e.line() + ", column " + e.column() + ": " + e.reason(), e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Profiles.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the built-in profile " + name + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
