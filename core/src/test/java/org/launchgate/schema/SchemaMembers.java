package org.launchgate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The members that a schema knows, and what it tells of them. */
final class SchemaMembers {
  private final JsonNode schema;
  private final List<Member> members = new ArrayList<>();

  SchemaMembers(PublishedSchema schema) {
    try {
      this.schema = new ObjectMapper().readTree(schema.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    collect(this.schema);
  }

  private void collect(JsonNode part) {
    part.path("properties")
        .properties()
        .forEach(member -> members.add(new Member(member.getKey(), member.getValue())));
    part.forEach(this::collect);
  }

  /** The names of those that are allowed somewhere. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    members.stream()
        .filter(member -> !member.schema().isBoolean())
        .forEach(member -> names.add(member.name()));
    return names;
  }

  /** The names of those that are described somewhere. */
  Set<String> described() {
    Set<String> names = new TreeSet<>();
    members.stream()
        .filter(member -> isDescribed(member.schema()) || isDescribed(target(member.schema())))
        .forEach(member -> names.add(member.name()));
    return names;
  }

  /** The names of those of which editors show the description of what they refer to instead. */
  Set<String> describedTwice() {
    Set<String> names = new TreeSet<>();
    members.stream()
        .filter(member -> isDescribed(member.schema()) && isDescribed(target(member.schema())))
        .forEach(member -> names.add(member.name()));
    return names;
  }

  private static boolean isDescribed(JsonNode part) {
    return part.has("description");
  }

  private JsonNode target(JsonNode part) {
    String reference = part.path("$ref").asText();
    return schema.at(reference.startsWith("#/") ? reference.substring(1) : "/nothing");
  }

  /** A member where it stands. */
  private record Member(String name, JsonNode schema) {}
}
