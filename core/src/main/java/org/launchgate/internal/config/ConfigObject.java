package org.launchgate.internal.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a configuration file, with the place where it stands.
 *
 * <p>Each member is asked for by name and type; a wrong one, and a member that nobody asks for, is
 * an {@link IllegalArgumentException} that tells file, place and what is allowed. Messages never
 * hold a member's value, which may be a secret, and no character that could fake a line of a log.
 * Not thread-safe.
 */
public final class ConfigObject {
  private final String place;
  private final Map<String, @Nullable Object> members;
  private final Set<String> known = new TreeSet<>();

  /**
   * An object at a place.
   *
   * @param place file and position, such as {@code partners.json: partner "demo-xis"}
   */
  public ConfigObject(String place, Map<String, @Nullable Object> members) {
    this.place = OneLine.of(place);
    this.members = members;
  }

  /** Where it stands. */
  public String place() {
    return place;
  }

  /** The same object under a better name for its place. */
  public ConfigObject at(String betterPlace) {
    ConfigObject renamed = new ConfigObject(betterPlace, members);
    renamed.known.addAll(known);
    return renamed;
  }

  /** Whether the member is there. */
  public boolean has(String member) {
    known.add(member);
    return members.containsKey(member);
  }

  /** The member as it was read, null when it is absent or null. */
  public @Nullable Object value(String member) {
    known.add(member);
    return members.get(member);
  }

  /** A text that is not blank; empty when the member is absent. */
  public Optional<String> text(String member) {
    if (!has(member)) {
      return Optional.empty();
    }
    if (value(member) instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    throw error(member, "must be a text that is not empty");
  }

  /** A text that has to be there. */
  public String requiredText(String member) {
    return text(member).orElseThrow(() -> error(member, "is missing; it must be a text"));
  }

  /** A text that is one of those named; empty when the member is absent. */
  public Optional<String> oneOf(String member, Set<String> allowed) {
    if (!has(member)) {
      return Optional.empty();
    }
    if (value(member) instanceof String text && allowed.contains(text)) {
      return Optional.of(text);
    }
    throw error(member, "must be one of " + String.join(", ", new TreeSet<>(allowed)));
  }

  /** True or false; the default when the member is absent. */
  public boolean flag(String member, boolean whenAbsent) {
    if (!has(member)) {
      return whenAbsent;
    }
    if (value(member) instanceof Boolean flag) {
      return flag;
    }
    throw error(member, "must be true or false");
  }

  /** A whole number of seconds within bounds; empty when the member is absent. */
  public Optional<Duration> seconds(String member, long least, long most) {
    if (!has(member)) {
      return Optional.empty();
    }
    return wholeNumber(member, least, most)
        .map(Duration::ofSeconds)
        .or(
            () -> {
              throw error(
                  member, "must be a whole number of seconds from " + least + " to " + most);
            });
  }

  /**
   * A whole number within bounds; empty when it is none or absent. However it is written, {@code
   * 900.0} and {@code 9e2} too, since JSON Schema takes these for integers as well.
   */
  public Optional<Long> wholeNumber(String member, long least, long most) {
    return value(member) instanceof Number number
            && number.doubleValue() == Math.rint(number.doubleValue())
            && number.doubleValue() >= least
            && number.doubleValue() <= most
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  /** A list of texts that are not blank; empty when the member is absent. */
  public Optional<List<String>> texts(String member) {
    if (!has(member)) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Object element : list(member, "a list of texts")) {
      if (!(element instanceof String text) || text.isBlank()) {
        throw error(member, "must be a list of texts that are not empty");
      }
      texts.add(text);
    }
    return Optional.of(List.copyOf(texts));
  }

  /** A text, or a list of one or more different texts; empty list when the member is absent. */
  public List<String> textOrTexts(String member) {
    if (!(value(member) instanceof List)) {
      return text(member).map(List::of).orElse(List.of());
    }
    List<String> texts = texts(member).orElse(List.of());
    if (texts.isEmpty() || Set.copyOf(texts).size() != texts.size()) {
      throw error(member, "must be a text, or a list of one or more texts, each of them once");
    }
    return texts;
  }

  /**
   * A list whose elements are texts or objects; empty when the member is absent.
   *
   * @param ofText what a text stands for
   * @param ofObject what an object stands for, which it has to read to its end
   */
  public <T> Optional<List<T>> textsOrObjects(
      String member, Function<String, T> ofText, Function<ConfigObject, T> ofObject) {
    if (!has(member)) {
      return Optional.empty();
    }
    List<T> elements = new ArrayList<>();
    for (Object element : list(member, "a list of texts or objects")) {
      if (element instanceof String text && !text.isBlank()) {
        elements.add(ofText.apply(text));
      } else if (element instanceof Map) {
        elements.add(
            ofObject.apply(child(place + ": " + member + "[" + elements.size() + "]", element)));
      } else {
        throw error(member, "must be a list of texts that are not empty, or of objects");
      }
    }
    return Optional.of(List.copyOf(elements));
  }

  /** An object; empty when the member is absent. */
  public Optional<ConfigObject> object(String member) {
    if (!has(member)) {
      return Optional.empty();
    }
    return Optional.of(child(place + ": " + member, value(member)));
  }

  /** A list of objects; empty list when the member is absent. */
  public List<ConfigObject> objects(String member) {
    List<ConfigObject> objects = new ArrayList<>();
    if (has(member)) {
      for (Object element : list(member, "a list of objects")) {
        objects.add(child(place + ": " + member + "[" + objects.size() + "]", element));
      }
    }
    return objects;
  }

  /** The members as a plain map, for a part whose names are free. */
  public Map<String, @Nullable Object> asMap() {
    known.addAll(members.keySet());
    return members;
  }

  /** The mistake of one member, to be thrown. */
  public IllegalArgumentException error(String member, String remedy) {
    return mistake("\"" + member + "\" " + remedy);
  }

  /** A mistake of the whole object, to be thrown. The sentence may quote the file. */
  public IllegalArgumentException mistake(String sentence) {
    return new IllegalArgumentException(place + ": " + OneLine.of(sentence));
  }

  /** Ends the reading: a member that nobody asked for is a mistake. */
  public void finish() {
    for (String member : members.keySet()) {
      if (!known.contains(member)) {
        throw mistake("unknown member \"" + member + "\"; allowed are " + String.join(", ", known));
      }
    }
  }

  private List<?> list(String member, String kind) {
    if (value(member) instanceof List<?> list) {
      return list;
    }
    throw error(member, "must be " + kind);
  }

  @SuppressWarnings("unchecked") // the JSON reader's maps have text keys only
  private static ConfigObject child(String childPlace, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new ConfigObject(childPlace, (Map<String, @Nullable Object>) map);
    }
    throw new IllegalArgumentException(OneLine.of(childPlace) + ": must be an object");
  }

  /** A copy of a tree of maps and lists with every text replaced, which tells each text's place. */
  public static Map<String, @Nullable Object> mapTexts(
      String place, Map<String, @Nullable Object> tree, TextMapping mapping) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    tree.forEach(
        (name, value) -> copy.put(name, mapValue(place + ": \"" + name + "\"", value, mapping)));
    return java.util.Collections.unmodifiableMap(copy);
  }

  @SuppressWarnings("unchecked") // as above
  private static @Nullable Object mapValue(
      String place, @Nullable Object value, TextMapping mapping) {
    if (value instanceof String text) {
      return mapping.apply(text, place);
    }
    if (value instanceof Map<?, ?> map) {
      return mapTexts(place, (Map<String, @Nullable Object>) map, mapping);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      for (Object element : list) {
        copy.add(mapValue(place + "[" + copy.size() + "]", element, mapping));
      }
      return java.util.Collections.unmodifiableList(copy);
    }
    return value;
  }

  /** Replaces one text of a tree. */
  @FunctionalInterface
  public interface TextMapping {
    /** The new text for one that stands at that place. */
    String apply(String text, String place);
  }
}
