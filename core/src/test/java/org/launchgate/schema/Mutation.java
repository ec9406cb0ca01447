package org.launchgate.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document that was spoiled, or not, at one place.
 *
 * @param what the change, such as {@code /partners/0/id: 7}
 * @param document the changed document
 */
record Mutation(String what, JsonNode document) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Values of every type, of which most fit nowhere. */
  private static final List<JsonNode> VALUES =
      List.of(
          JSON.nullNode(),
          JSON.booleanNode(true),
          JSON.booleanNode(false),
          JSON.numberNode(7),
          JSON.numberNode(-1),
          JSON.numberNode(1.5),
          JSON.numberNode(4_000_000_000L),
          JSON.textNode(""),
          JSON.textNode(" \t"),
          JSON.textNode("x"),
          JSON.textNode("/x~2"),
          JSON.arrayNode(),
          JSON.arrayNode().add("x"),
          JSON.arrayNode().add("x").add("x"),
          JSON.arrayNode().addNull(),
          JSON.arrayNode().add(JSON.objectNode()),
          JSON.objectNode(),
          JSON.objectNode().put("x", 1));

  /** The document with every member and element removed, renamed and replaced, one at a time. */
  static Stream<Mutation> of(JsonNode document) {
    List<Mutation> mutations = new ArrayList<>();
    collect(document, JsonPointer.empty(), document, mutations);
    return mutations.stream();
  }

  private static void collect(
      JsonNode document, JsonPointer at, JsonNode here, List<Mutation> mutations) {
    if (!at.matches()) {
      change(document, at, mutations);
    }
    if (here instanceof ObjectNode object) {
      String one = at.appendProperty("unknown").toString();
      mutations.add(new Mutation(one + ": new", Edit.put(document, one, JSON.numberNode(1))));
      mutations.add(new Mutation(one + ": new null", Edit.put(document, one, JSON.nullNode())));
      object
          .properties()
          .forEach(
              member ->
                  collect(
                      document, at.appendProperty(member.getKey()), member.getValue(), mutations));
    }
    for (int i = 0; here.isArray() && i < here.size(); i++) {
      collect(document, at.appendIndex(i), here.get(i), mutations);
    }
  }

  private static void change(JsonNode document, JsonPointer at, List<Mutation> mutations) {
    String place = at.toString();
    mutations.add(new Mutation(place + ": removed", Edit.remove(document, place)));
    if (document.at(at.head()).isObject()) {
      String name = at.last().getMatchingProperty() + "x";
      String what = place + (document.at(at).isNull() ? ": null renamed" : ": renamed");
      mutations.add(new Mutation(what, Edit.rename(document, place, name)));
    }
    for (JsonNode value : VALUES) {
      mutations.add(new Mutation(place + ": " + value, Edit.put(document, place, value)));
    }
  }
}
