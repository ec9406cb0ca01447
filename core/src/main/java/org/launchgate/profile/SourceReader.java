package org.launchgate.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.profile.ValueSource.Half;

/** Reads where the value of a context field comes from: a pointer, an object, or a list of them. */
final class SourceReader {
  private static final String ONE =
      "must be a JSON Pointer such as \"/contact/id\", or {\"constant\": \"...\"}, or {\"claim\":"
          + " \"/contact/id\"} with \"default\", \"part\" and \"resourceType\"";

  private static final String LISTED =
      ", or {\"in\": \"/ids\", \"system\": \"/system\", \"value\": \"/value\", \"prefer\":"
          + " [\"...\"]}";

  private final ConfigObject json;
  private final String member;
  private final boolean lists;

  private SourceReader(ConfigObject json, String member, boolean lists) {
    this.json = json;
    this.member = member;
    this.lists = lists;
  }

  /** The source that a member describes. */
  static ValueSource read(ConfigObject json, String member) {
    return new SourceReader(json, member, false).read();
  }

  /** The same where a source may also take the value of one element of a list of identifiers. */
  static ValueSource readWithLists(ConfigObject json, String member) {
    return new SourceReader(json, member, true).read();
  }

  /** The source that a member describes, which has to be there. */
  static ValueSource required(ConfigObject json, String member) {
    if (!json.has(member)) {
      throw json.error(member, "is missing; it " + ONE);
    }
    return read(json, member);
  }

  private ValueSource read() {
    return json.value(member) instanceof List<?> list
        ? firstOf(list)
        : one(json.value(member), json.place() + ": " + member);
  }

  private ValueSource firstOf(List<?> list) {
    if (list.isEmpty()) {
      throw json.error(member, "must name at least one source");
    }
    List<ValueSource> sources = new ArrayList<>();
    for (Object element : list) {
      if (!sources.isEmpty() && alwaysGives(sources.get(sources.size() - 1))) {
        throw json.error(
            member, "goes on after a constant or default, behind which nothing is ever asked");
      }
      sources.add(one(element, json.place() + ": " + member + "[" + sources.size() + "]"));
    }
    return sources.size() == 1 ? sources.get(0) : new ValueSource.FirstOf(sources);
  }

  private static boolean alwaysGives(ValueSource source) {
    return source.each().anyMatch(ValueSource.Constant.class::isInstance);
  }

  @SuppressWarnings("unchecked") // the JSON reader's maps have text keys only
  private ValueSource one(@Nullable Object value, String place) {
    if (value instanceof String pointer) {
      return new ValueSource.Claim(Pointers.read(json, member, pointer));
    }
    if (value instanceof Map<?, ?> map) {
      return object(new ConfigObject(place, (Map<String, @Nullable Object>) map));
    }
    throw json.error(member, ONE + (lists ? LISTED : "") + "; or a list of these");
  }

  private ValueSource object(ConfigObject source) {
    if (lists && source.has("in")) {
      return new ElementReader(source).readValue();
    }
    ValueSource read =
        source.has("constant")
            ? new ValueSource.Constant(source.requiredText("constant"))
            : claim(source);
    source.finish();
    return read;
  }

  private static ValueSource claim(ConfigObject source) {
    if (!source.has("claim")) {
      throw source.error(
          "claim", "is missing; it must be a JSON Pointer, unless there is a \"constant\"");
    }
    JsonPointer pointer = Pointers.read(source, "claim", source.requiredText("claim"));
    ValueSource read = source.has("part") ? part(source, pointer) : new ValueSource.Claim(pointer);
    if (source.has("resourceType") && !source.has("part")) {
      throw source.error("resourceType", "goes with \"part\"");
    }
    return source
        .text("default")
        .<ValueSource>map(
            text -> new ValueSource.FirstOf(List.of(read, new ValueSource.Constant(text))))
        .orElse(read);
  }

  private static ValueSource part(ConfigObject source, JsonPointer pointer) {
    String half = source.oneOf("part", Set.of("type", "id")).orElseThrow();
    return new ValueSource.Part(
        pointer, Half.valueOf(half.toUpperCase(Locale.ROOT)), resourceTypes(source));
  }

  private static Set<String> resourceTypes(ConfigObject source) {
    if (source.value("resourceType") instanceof String type && ResourceReference.isType(type)) {
      return Set.of(type);
    }
    return source.has("resourceType") ? ResourceTypes.read(source, "resourceType") : Set.of();
  }
}
