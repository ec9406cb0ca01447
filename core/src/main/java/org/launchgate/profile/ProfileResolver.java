package org.launchgate.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.config.OneLine;
import org.launchgate.internal.config.RegularFile;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;

/**
 * Follows {@code extends} and {@code choose} from one profile to the next, until there are only
 * whole objects. Immutable.
 */
final class ProfileResolver {
  private static final int MAX_DEPTH = 8;
  private static final String SCHEMA = "$schema";

  private final @Nullable ProfileFile beside;
  private final List<String> chain;

  private ProfileResolver(@Nullable ProfileFile beside, List<String> chain) {
    this.beside = beside;
    this.chain = chain;
  }

  /**
   * Starts at a place.
   *
   * @param beside the file in which that place is; null when other files cannot be reached
   */
  static ProfileResolver at(String place, @Nullable ProfileFile beside) {
    return new ProfileResolver(beside, List.of(place));
  }

  /** The profile of that object. */
  ProfileTree resolve(String place, Map<String, @Nullable Object> members) {
    ConfigObject json = new ConfigObject(place, withoutSchema(place, members));
    if (json.has("extends")) {
      return extending(json);
    }
    return json.has("choose") ? choosing(json) : new ProfileTree.Single(place, json.asMap());
  }

  /** The members but {@code $schema}, which is for editors and says nothing of the profile. */
  private static Map<String, @Nullable Object> withoutSchema(
      String place, Map<String, @Nullable Object> members) {
    return new ConfigObject(place, members).text(SCHEMA).isPresent()
        ? ProfileMerge.without(members, SCHEMA)
        : members;
  }

  private ProfileTree extending(ConfigObject json) {
    if (json.has("choose")) {
      throw json.error(
          "choose", "cannot stand beside \"extends\"; put it into a profile of its own");
    }
    String base = json.requiredText("extends");
    return named(json, "extends", base)
        .overridden(
            json.place() + " (extends " + base + ")",
            ProfileMerge.without(json.asMap(), "extends"));
  }

  private ProfileTree choosing(ConfigObject json) {
    String name = json.requiredText("profile");
    ConfigObject choose =
        json.object("choose").orElseThrow(() -> json.error("choose", "must be an object"));
    JsonPointer claim = Pointers.read(choose, "claim", choose.requiredText("claim"));
    ProfileTree choice =
        new ProfileTree.Either(name, claim, asked(choose, "present"), asked(choose, "absent"));
    choose.finish();
    Map<String, @Nullable Object> rest = ProfileMerge.without(json.asMap(), "profile", "choose");
    return rest.isEmpty() ? choice : choice.overridden(json.place(), rest);
  }

  /** The profile that a member asks for: a built-in name, a file, or an object. */
  @SuppressWarnings("unchecked") // the JSON reader's maps have text keys only
  ProfileTree asked(ConfigObject json, String member) {
    return json.value(member) instanceof Map<?, ?> inline
        ? resolve(json.place() + ": " + member, (Map<String, @Nullable Object>) inline)
        : named(json, member, name(json, member));
  }

  private static String allowed() {
    return "must be one of "
        + String.join(", ", Profiles.builtInNames())
        + ", or a file that ends in .json";
  }

  private static String name(ConfigObject json, String member) {
    if (json.value(member) instanceof String name) {
      return name;
    }
    throw json.error(
        member,
        (json.has(member) ? "" : "is missing; it ") + allowed() + ", or a profile as an object");
  }

  private ProfileTree named(ConfigObject json, String member, String name) {
    if (name.endsWith(".json")) {
      return file(json, member, name);
    }
    Map<String, @Nullable Object> builtIn = BuiltInProfiles.json(name);
    if (builtIn == null) {
      throw json.error(member, allowed());
    }
    return next(json, member, name, null).resolve(name + ".json", builtIn);
  }

  private ProfileTree file(ConfigObject json, String member, String name) {
    if (beside == null) {
      throw json.error(
          member,
          "names a file, and there is none here to which it is relative; it must be one of "
              + String.join(", ", Profiles.builtInNames()));
    }
    String shown = name;
    ProfileFile file;
    byte[] text;
    try {
      file = beside.resolve(name);
      shown = file.name();
      text = file.read();
    } catch (IOException | RuntimeException e) {
      throw json.error(
          member,
          "names the file " + shown + ", which is not there or unreadable" + RegularFile.why(e));
    }
    ProfileResolver next = next(json, member, shown, file);
    return next.resolve(shown, parse(shown, text));
  }

  private ProfileResolver next(
      ConfigObject json, String member, String name, @Nullable ProfileFile file) {
    List<String> longer = new ArrayList<>(chain);
    longer.add(name);
    String way = String.join(" -> ", longer);
    if (chain.contains(name)) {
      throw json.error(member, "leads back to where it came from: " + way);
    }
    if (longer.size() > MAX_DEPTH + 1) {
      throw json.error(member, "leads through more than " + MAX_DEPTH + " profiles: " + way);
    }
    return new ProfileResolver(file, List.copyOf(longer));
  }

  /** The object that a file holds. */
  static Map<String, @Nullable Object> parse(String place, byte[] utf8) {
    try {
      return StrictJson.readObject(utf8);
    } catch (StrictJsonException e) {
      throw new IllegalArgumentException(
          OneLine.of(place) + ": line " + e.line() + ", column " + e.column() + ": " + e.reason(),
          e);
    }
  }
}
