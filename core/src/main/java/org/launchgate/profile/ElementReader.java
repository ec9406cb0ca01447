package org.launchgate.profile;

import java.util.List;
import org.launchgate.internal.config.ConfigObject;

/** Reads a source that takes one element of a claim that is a list of objects. */
record ElementReader(ConfigObject json) {

  /** For an identifier, of which system and value are taken. */
  IdentifierSource.Element read() {
    JsonPointer list = Pointers.read(json, "in", json.requiredText("in"));
    ValueSource system = SourceReader.required(json, "system");
    ValueSource value = SourceReader.required(json, "value");
    if (system instanceof ValueSource.Part || system instanceof ValueSource.FirstOf) {
      throw json.error(
          "system", "must be a JSON Pointer into an element of the list, or a constant");
    }
    if (!(value instanceof ValueSource.Claim claim)) {
      throw json.error("value", "must be a JSON Pointer into an element of the list");
    }
    return new IdentifierSource.Element(list, system, claim, preferred(system));
  }

  /**
   * For a field that holds the value alone: there nobody can tell any more of which system it is,
   * so the systems that are meant have to be named.
   */
  ValueSource.Listed readValue() {
    if (!json.has("prefer")) {
      throw json.error(
          "prefer",
          "is missing; it must name the systems that are meant, since the field holds the value"
              + " alone");
    }
    ValueSource.Listed source = new ValueSource.Listed(read());
    json.finish();
    return source;
  }

  private List<String> preferred(ValueSource system) {
    List<String> systems = json.texts("prefer").orElse(List.of());
    if (json.has("prefer") && systems.isEmpty()) {
      throw json.error("prefer", "must name at least one system");
    }
    if (json.has("prefer") && system instanceof ValueSource.Constant) {
      throw json.error("prefer", "needs a \"system\" that is a JSON Pointer");
    }
    return systems;
  }
}
