package org.launchgate.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One change of a JSON document, at one place. */
final class Edit {
  private final JsonNode document;
  private final JsonNode parent;
  private final JsonPointer last;

  private Edit(JsonNode original, String at) {
    JsonPointer place = JsonPointer.compile(at);
    this.document = original.deepCopy();
    this.parent = document.at(place.head());
    this.last = place.last();
    if (parent.isMissingNode()) {
      throw new IllegalArgumentException("nothing holds " + at);
    }
  }

  /** The document with another value there, or with one more member or element. */
  static JsonNode put(JsonNode original, String at, JsonNode value) {
    Edit edit = new Edit(original, at);
    if (edit.parent instanceof ObjectNode object) {
      object.set(edit.name(), value);
    } else if (edit.index() == edit.parent.size()) {
      ((ArrayNode) edit.parent).add(value);
    } else {
      ((ArrayNode) edit.parent).set(edit.index(), value);
    }
    return edit.document;
  }

  /** The document without what is there. */
  static JsonNode remove(JsonNode original, String at) {
    Edit edit = new Edit(original, at);
    JsonNode removed =
        edit.parent instanceof ObjectNode object
            ? object.remove(edit.name())
            : ((ArrayNode) edit.parent).remove(edit.index());
    if (removed == null) {
      throw new IllegalArgumentException("nothing is at " + at);
    }
    return edit.document;
  }

  /** The document with another name for the member there. */
  static JsonNode rename(JsonNode original, String at, String name) {
    Edit edit = new Edit(original, at);
    ObjectNode object = (ObjectNode) edit.parent;
    JsonNode value = object.remove(edit.name());
    if (value == null) {
      throw new IllegalArgumentException("nothing is at " + at);
    }
    object.set(name, value);
    return edit.document;
  }

  private String name() {
    return last.getMatchingProperty();
  }

  private int index() {
    return last.getMatchingIndex();
  }
}
