package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of one claim, good and with one mistake each. */
class WrongClaimRuleTest {
  private static String profile(String rule) {
    return ProfileTexts.profile(
        "{'/x': {" + rule + "}}", "'user.system': '/iss', 'user.value': '/user'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'presence': 'forbidden'",
        "'type': 'integer'",
        "'type': 'boolean'",
        "'type': 'object'",
        "'type': 'list', 'presence': 'required'",
        "'type': 'reference', 'resourceTypes': ['Patient', 'Person']",
        "'type': 'integer', 'oneOf': ['1', '2']",
        "'type': 'reference', 'pattern': 'Pa.*'",
        "'pattern': '[a-z]+', 'maxLength': 1",
        "'maxLength': 4096",
        "'oneOf': ['A'], 'ignoreCase': true",
        "'oneOf': ['A'], 'ignoreCase': false"
      })
  void ruleThatMakesSenseIsRead(String rule) {
    assertThatNoException().isThrownBy(() -> ProfileTexts.read(profile(rule)));
  }

  private static Arguments row(String name, String rule, String message) {
    return argumentSet(name, rule, "own.json: profile \"own\": claims: /x: " + message);
  }

  static Stream<Arguments> mistakes() {
    String textual = " goes with the \"type\" text, date, integer or reference only";
    return Stream.of(
        row("presence none", "'presence': 'none'", "\"presence\" must be one of forbidden, "),
        row("type uri", "'type': 'uri'", "\"type\" must be one of boolean, date, integer, list,"),
        row("type in capitals", "'type': 'Text'", "\"type\" must be one of boolean"),
        row(
            "pattern that is no expression",
            "'pattern': '(a'",
            "\"pattern\" must be a regular expression as Java writes them: Unclosed group"),
        row("pattern that is a number", "'pattern': 1", "\"pattern\" must be a text"),
        row(
            "pattern of 1001 characters",
            "'pattern': '" + "a".repeat(1001) + "'",
            "\"pattern\" must be a regular expression as Java writes them: longer than 1000"),
        row("pattern of an object", "'type': 'object', 'pattern': 'a'", "\"pattern\"" + textual),
        row("oneOf of a boolean", "'type': 'boolean', 'oneOf': ['a']", "\"oneOf\"" + textual),
        row("oneOf of numbers", "'type': 'integer', 'oneOf': [1]", "\"oneOf\" must be a list of"),
        row("ignoreCase alone", "'ignoreCase': true", "\"ignoreCase\" goes with \"oneOf\""),
        row(
            "ignoreCase as text",
            "'oneOf': ['a'], 'ignoreCase': 'yes'",
            "\"ignoreCase\" must be true or false"),
        row("length of zero", "'maxLength': 0", "\"maxLength\" must be a whole number from 1 to"),
        row("length of 4097", "'maxLength': 4097", "\"maxLength\" must be a whole number from 1"),
        row("length as text", "'maxLength': '9'", "\"maxLength\" must be a whole number from 1"),
        row("length and a half", "'maxLength': 9.5", "\"maxLength\" must be a whole number"),
        row(
            "length of a date",
            "'type': 'date', 'maxLength': 9",
            "\"maxLength\" goes with the \"type\" text only"),
        row(
            "resource types of a text",
            "'resourceTypes': ['Patient']",
            "\"resourceTypes\" goes with the \"type\" reference only"),
        row(
            "no resource types",
            "'type': 'reference', 'resourceTypes': []",
            "\"resourceTypes\" must name types of FHIR resources, such as \"Patient\""),
        row(
            "resource types as text",
            "'type': 'reference', 'resourceTypes': 'Patient'",
            "\"resourceTypes\" must name types"),
        row(
            "resource type in small letters",
            "'type': 'reference', 'resourceTypes': ['patient']",
            "\"resourceTypes\" must name types"),
        row(
            "unknown member",
            "'minLength': 1",
            "unknown member \"minLength\"; allowed are ignoreCase, maxLength, oneOf, pattern,"
                + " presence, resourceTypes, type"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsRefusedWithItsPlaceAndWhatIsAllowed(String rule, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProfileTexts.read(profile(rule)))
        .withMessageContaining(message);
  }
}
