package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of the context's fields, good and with one mistake each. */
class WrongMappingTest {
  private static final String CLAIMS =
      """
      {'/flag': {'type': 'boolean'}, '/object': {'type': 'object'}, '/list': {'type': 'list'},
       '/number': {'type': 'integer'}, '/never': {'presence': 'forbidden'},
       '/long': {'maxLength': 256}, '/just': {'maxLength': 255}, '/text': {},
       '/born': {'type': 'date'}, '/person': {'type': 'reference'}}
      """;
  private static final String USER = "'user.system': '/iss', 'user.value': '/user'";

  private static String field(String source) {
    return ProfileTexts.profile(CLAIMS, USER + ", 'task': " + source);
  }

  private static String identifier(String sources) {
    return ProfileTexts.profile(CLAIMS, "'user.identifier': " + sources);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'/text'",
        "'/just'",
        "'/number'",
        "'/born'",
        "'/person'",
        "{'constant': 'x'}",
        "{'claim': '/text'}",
        "{'claim': '/text', 'default': 'x'}",
        "{'claim': '/person', 'part': 'id'}",
        "{'claim': '/new', 'part': 'type', 'resourceType': 'Patient', 'default': 'x'}",
        "{'claim': '/new', 'part': 'id', 'resourceType': ['Patient', 'Person']}",
        "['/text']",
        "['/text', {'claim': '/person', 'part': 'id'}, {'constant': 'x'}]"
      })
  void sourceThatMakesSenseIsRead(String source) {
    assertThatNoException().isThrownBy(() -> ProfileTexts.read(field(source)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'system': '/s', 'value': '/v'}]",
        "[{'system': {'constant': 's'}, 'value': ['/v', '/w']}, {'system': '/s', 'value': '/v'}]",
        "[{'system': '/s', 'value': ['/v', '/w']}, {'system': ['/s', '/t'], 'value': ['/v']}]",
        "[{'in': '/list', 'system': '/s', 'value': '/v'}]",
        "[{'in': '/new', 'system': {'constant': 's'}, 'value': '/v'}]",
        "[{'in': '/new', 'system': '/s', 'value': '/v', 'prefer': ['a', 'b']}]"
      })
  void identifierThatMakesSenseIsRead(String sources) {
    assertThatNoException().isThrownBy(() -> ProfileTexts.read(identifier(sources)));
  }

  private static String patient(String source) {
    return ProfileTexts.profile(CLAIMS, USER + ", 'patient.nationalId': " + source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'in': '/list', 'system': '/s', 'value': '/v', 'prefer': ['a']}",
        "['/text', {'in': '/new', 'system': '/s', 'value': '/v', 'prefer': ['a', 'b']}, '/just']"
      })
  void listOfThePatientsIdentifiersIsRead(String source) {
    assertThatNoException().isThrownBy(() -> ProfileTexts.read(patient(source)));
  }

  static Stream<Arguments> patients() {
    String here = "context: patient.nationalId: ";
    return Stream.of(
        row(
            "no preference",
            patient("{'in': '/ids', 'system': '/s', 'value': '/v'}"),
            here + "\"prefer\" is missing; it must name the systems that are meant"),
        row(
            "true",
            patient("true"),
            "context: \"patient.nationalId\" must be a JSON Pointer such as \"/contact/id\", or"
                + " {\"constant\": \"...\"}, or {\"claim\": \"/contact/id\"} with \"default\","
                + " \"part\" and \"resourceType\", or {\"in\": \"/ids\", \"system\": \"/system\","
                + " \"value\": \"/value\", \"prefer\": [\"...\"]}; or a list of these"),
        row(
            "no preference inside a list",
            patient("['/a', {'in': '/ids', 'system': '/s', 'value': '/v'}]"),
            "context: patient.nationalId[1]: \"prefer\" is missing"),
        row(
            "empty preference",
            patient("{'in': '/ids', 'system': '/s', 'value': '/v', 'prefer': []}"),
            here + "\"prefer\" must name at least one system"),
        row(
            "no system",
            patient("{'in': '/ids', 'value': '/v', 'prefer': ['a']}"),
            here + "\"system\" is missing"),
        row(
            "default beside a list",
            patient(
                "{'in': '/ids', 'system': '/s', 'value': '/v', 'prefer': ['a'], 'default': 'x'}"),
            here + "unknown member \"default\"; allowed are in, prefer, system, value"),
        row(
            "list without a place",
            patient("{'system': '/s', 'value': '/v', 'prefer': ['a']}"),
            here + "\"claim\" is missing"),
        row(
            "list that is a text",
            patient("{'in': '/text', 'system': '/s', 'value': '/v', 'prefer': ['a']}"),
            "\"patient.nationalId\" must come from a claim whose \"type\" is \"list\""),
        row(
            "list in a field that is no identifier",
            field("{'in': '/ids', 'system': '/s', 'value': '/v', 'prefer': ['a']}"),
            "context: task: \"claim\" is missing"));
  }

  private static Arguments row(String name, String json, String message) {
    return argumentSet(name, json, "own.json: profile \"own\": " + message);
  }

  private static Arguments type(String claim) {
    return row(
        "field from " + claim,
        field("'" + claim + "'"),
        "\"task\" must come from a claim whose \"type\" is text, date, integer or reference");
  }

  static Stream<Arguments> sources() {
    String pointer = " must name a claim by a JSON Pointer such as \"/contact/id\" (RFC 6901)";
    return Stream.of(
        row(
            "true",
            field("true"),
            "context: \"task\" must be a JSON Pointer such as \"/contact/id\", or {\"constant\":"
                + " \"...\"}, or {\"claim\": \"/contact/id\"} with \"default\", \"part\" and"
                + " \"resourceType\"; or a list of these"),
        row("empty list", field("[]"), "context: \"task\" must name at least one source"),
        row("list of lists", field("[['/a']]"), "context: \"task\" must be a JSON Pointer"),
        row("list with null", field("['/a', null]"), "context: \"task\" must be a JSON Pointer"),
        row("list with no pointer", field("['/a', 'b']"), "context: \"task\"" + pointer),
        row(
            "source after a constant",
            field("[{'constant': 'x'}, '/a']"),
            "context: \"task\" goes on after a constant or default"),
        row(
            "source after a default",
            field("[{'claim': '/a', 'default': 'x'}, '/b']"),
            "context: \"task\" goes on after a constant or default"),
        row(
            "empty object",
            field("{}"),
            "context: task: \"claim\" is missing; it must be a JSON Pointer, unless there is a"
                + " \"constant\""),
        row("mistake inside a list", field("['/a', {}]"), "context: task[1]: \"claim\" is missing"),
        row("claim is no pointer", field("{'claim': 'a'}"), "context: task: \"claim\"" + pointer),
        row(
            "constant and claim",
            field("{'constant': 'x', 'claim': '/a'}"),
            "context: task: unknown member \"claim\"; allowed are constant"),
        row(
            "unknown member",
            field("{'claim': '/a', 'or': '/b'}"),
            "context: task: unknown member \"or\"; allowed are claim, constant, default, part,"
                + " resourceType"),
        row(
            "empty default",
            field("{'claim': '/a', 'default': ''}"),
            "context: task: \"default\" must be a text that is not empty"),
        row(
            "unknown part",
            field("{'claim': '/a', 'part': 'value'}"),
            "context: task: \"part\" must be one of id, type"),
        row(
            "resource type without part",
            field("{'claim': '/a', 'resourceType': 'Patient'}"),
            "context: task: \"resourceType\" goes with \"part\""),
        row(
            "resource type in small letters",
            field("{'claim': '/a', 'part': 'id', 'resourceType': 'patient'}"),
            "context: task: \"resourceType\" must name types of FHIR resources"),
        row(
            "resource type that is a number",
            field("{'claim': '/a', 'part': 'id', 'resourceType': [7]}"),
            "context: task: \"resourceType\" must name types of FHIR resources"),
        row(
            "no resource types",
            field("{'claim': '/a', 'part': 'id', 'resourceType': []}"),
            "context: task: \"resourceType\" must name types of FHIR resources"));
  }

  static Stream<Arguments> types() {
    return Stream.of(
        type("/flag"),
        type("/object"),
        type("/list"),
        row(
            "system of an identifier from a claim that is no text",
            identifier("[{'system': '/flag', 'value': '/v'}]"),
            "\"user.identifier\" must come from a claim whose \"type\" is text"),
        row(
            "value of an identifier from a claim that is no text",
            identifier("[{'system': '/s', 'value': '/flag'}]"),
            "\"user.identifier\" must come from a claim whose \"type\" is text"),
        row(
            "field from a forbidden claim",
            field("'/never'"),
            "\"task\" cannot come from a claim that is forbidden"),
        row(
            "field from a long claim",
            field("'/long'"),
            "\"task\" must come from a claim whose \"maxLength\" is at most 255"),
        row(
            "part of a text",
            field("{'claim': '/text', 'part': 'id'}"),
            "\"task\" must come from a claim whose \"type\" is \"reference\""),
        row(
            "birth date with a default",
            ProfileTexts.profile(
                CLAIMS,
                USER + ", 'patient.birthDate': {'claim': '/born', 'default': '2000-01-01'}"),
            "\"patient.birthDate\" must come from a claim whose \"type\" is \"date\""),
        row(
            "birth date from a second claim that is any text",
            ProfileTexts.profile(CLAIMS, USER + ", 'patient.birthDate': ['/born', '/text']"),
            "\"patient.birthDate\" must come from a claim whose \"type\" is \"date\""),
        row(
            "list as a value",
            ProfileTexts.profile(
                "{}",
                "'task': '/ids', 'user.identifier': [{'in': '/ids', 'system': '/s', 'value':"
                    + " '/v'}]"),
            "\"task\" must come from a claim whose \"type\" is text"));
  }

  static Stream<Arguments> identifiers() {
    String here = "context: user.identifier[0]: ";
    return Stream.of(
        row(
            "several systems and values in an alternative",
            identifier("[{'system': ['/a', '/b'], 'value': ['/c', '/d']}]"),
            here + "\"value\" with several sources cannot stand beside a \"system\" with several"),
        row(
            "several systems and a default value",
            identifier("[{'system': ['/a', '/b'], 'value': {'claim': '/c', 'default': 'x'}}]"),
            here + "\"value\" with several sources cannot stand beside a \"system\" with several"),
        row(
            "several systems and values of fields",
            ProfileTexts.profile(CLAIMS, "'user.system': ['/a', '/b'], 'user.value': ['/c', '/d']"),
            "context: \"user.value\" with several sources cannot stand beside a \"user.system\" with"
                + " several, which could mix two identifiers; write system and value of each"
                + " together, as alternatives of \"user.identifier\""),
        row(
            "several systems and values of the responsible",
            ProfileTexts.profile(
                CLAIMS,
                USER
                    + ", 'responsible.system': {'claim': '/a', 'default': 'x'},"
                    + " 'responsible.value': ['/c', '/d']"),
            "context: \"responsible.value\" with several sources cannot stand beside"),
        row("object", identifier("{}"), "context: \"user.identifier\" must be a list of objects"),
        row("empty list", identifier("[]"), "context: \"user.identifier\" must name at least one"),
        row("text", identifier("['/a']"), here + "must be an object"),
        row("no system", identifier("[{'value': '/v'}]"), here + "\"system\" is missing; it must"),
        row("no value", identifier("[{'system': '/s'}]"), here + "\"value\" is missing; it must"),
        row(
            "unknown member",
            identifier("[{'system': '/s', 'value': '/v', 'prefer': ['a']}]"),
            here + "unknown member \"prefer\"; allowed are in, system, value"),
        row(
            "in is no pointer",
            identifier("[{'in': 'a', 'system': '/s', 'value': '/v'}]"),
            here + "\"in\" must name a claim by a JSON Pointer"),
        row(
            "several systems in an element",
            identifier("[{'in': '/a', 'system': ['/s', '/t'], 'value': '/v'}]"),
            here + "\"system\" must be a JSON Pointer into an element of the list, or a constant"),
        row(
            "system in an element that is half of a reference",
            identifier("[{'in': '/a', 'system': {'claim': '/s', 'part': 'id'}, 'value': '/v'}]"),
            here + "\"system\" must be a JSON Pointer into an element of the list, or a constant"),
        row(
            "constant value in an element",
            identifier("[{'in': '/a', 'system': '/s', 'value': {'constant': 'x'}}]"),
            here + "\"value\" must be a JSON Pointer into an element of the list"),
        row(
            "no preference",
            identifier("[{'in': '/a', 'system': '/s', 'value': '/v', 'prefer': []}]"),
            here + "\"prefer\" must name at least one system"),
        row(
            "preference as text",
            identifier("[{'in': '/a', 'system': '/s', 'value': '/v', 'prefer': 'a'}]"),
            here + "\"prefer\" must be a list of texts"),
        row(
            "preference of a constant",
            identifier(
                "[{'in': '/a', 'system': {'constant': 's'}, 'value': '/v', 'prefer': ['s']}]"),
            here + "\"prefer\" needs a \"system\" that is a JSON Pointer"),
        row(
            "list that is a text",
            identifier("[{'in': '/text', 'system': '/s', 'value': '/v'}]"),
            "\"user.identifier\" must come from a claim whose \"type\" is \"list\""),
        row(
            "beside its value",
            ProfileTexts.profile(
                "{}", "'user.value': '/u', 'user.identifier': [{'system': '/s', 'value': '/v'}]"),
            "context: \"user.identifier\" cannot stand beside \"user.value\", which it fills"));
  }

  @ParameterizedTest
  @MethodSource({"sources", "types", "identifiers", "patients"})
  void mistakeIsRefusedWithItsPlaceAndWhatIsAllowed(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProfileTexts.read(json))
        .withMessageContaining(message);
  }
}
