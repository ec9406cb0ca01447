package org.launchgate.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.profile.ContextField;

/** Where launches lead: which templates there are, and what becomes of values in them. */
class TargetTemplateTest {
  private static final Set<ContextField> ALLOWED =
      EnumSet.of(
          ContextField.USER_SYSTEM,
          ContextField.USER_VALUE,
          ContextField.ORGANIZATION_SYSTEM,
          ContextField.ORGANIZATION_VALUE,
          ContextField.RESPONSIBLE_SYSTEM,
          ContextField.RESPONSIBLE_VALUE,
          ContextField.PATIENT_ID,
          ContextField.TRANSACTION_ID,
          ContextField.TASK);

  private static Function<ContextField, Optional<String>> patient(String id) {
    return Map.of(ContextField.PATIENT_ID, Optional.of(id), ContextField.TASK, Optional.of("t1"))
        ::get;
  }

  private static Optional<String> nothing(ContextField field) {
    return Optional.empty();
  }

  private static Filling fill(String template, String id) {
    return TargetTemplate.parse(template).fill(patient(id));
  }

  private static String filled(String template, String id) {
    return ((Filling.Filled) fill(template, id)).address().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home",
        "//evil.example/",
        "/a/../b",
        "/x{patient.id}",
        "/{patient.id}x",
        "/{patient.id}{task}",
        "/{patient.id};v=1",
        "/{patient.id",
        "/patient.id}",
        "/{}",
        "/{ patient.id }",
        "/{{patient.id}}",
        "/{patient}",
        "/{PATIENT.ID}",
        "{patient.id}",
        "/a?{patient.id}",
        "/a?{patient.id}=x",
        "/a?={patient.id}",
        "/a?x={patient.id}y",
        "/a?x=y{patient.id}",
        "/a?x=y={patient.id}",
        "/a?x={patient.id}={task}",
        "/a?x={patient.id}&{task}",
        "/a#{patient.id}",
        "//{patient.id}"
      })
  @Clause("V-35")
  void templateThatIsNotAllowedIsRefusedWithWhatIs(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetTemplate.parse(text))
        .withMessage("must be " + TargetTemplate.allowed());
  }

  @ParameterizedTest
  @EnumSource(ContextField.class)
  void fieldsThatArePersonalInThemselvesAreNoneOfATemplates(ContextField field) {
    String text = "/a?x={" + field.path() + "}";
    if (ALLOWED.contains(field)) {
      assertThat(TargetTemplate.parse(text).fields()).containsExactly(field);
      assertThat(TargetTemplate.allowed()).contains("{" + field.path() + "}");
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> TargetTemplate.parse(text));
      assertThat(TargetTemplate.allowed()).doesNotContain(field.path());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/,/",
    "/home?x=1,/home?x=1",
    "/patients/{patient.id},/patients/p1",
    "/{patient.id},/p1",
    "/{patient.id}/,/p1/",
    "/{patient.id}?x={task},/p1?x=t1",
    "/a?x={patient.id}&y=1&z={task},/a?x=p1&y=1&z=t1",
    "/{task}/{patient.id}/{task},/t1/p1/t1"
  })
  void valuesStandInTheirPlaces(String template, String address) {
    assertThat(filled(template, "p1")).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "456-789|456-789",
        "a._~-Z9|a._~-Z9",
        "a b|a%20b",
        "a+b|a%2Bb",
        "a&b=c|a%26b%3Dc",
        "a?b#c|a%3Fb%23c",
        "a;b:c@d,e|a%3Bb%3Ac%40d%2Ce",
        "100%|100%25",
        "%2e%2e|%252e%252e",
        "{task}|%7Btask%7D",
        "\"<'>|%22%3C%27%3E",
        "bø李😀|b%C3%B8%E6%9D%8E%F0%9F%98%80",
        "...|...",
      })
  void everythingButUnreservedCharactersIsEncoded(String value, String encoded) {
    assertThat(filled("/p/{patient.id}?x={patient.id}", value))
        .isEqualTo("/p/" + encoded + "?x=" + encoded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "a/b",
        "/evil.example",
        "\\",
        "a\\b",
        "..;x",
        "a\nb",
        "a\r",
        "a\u0000",
        "a\u007f",
        "a\ud800",
        "\udc00a"
      })
  @Clause("V-35")
  void valueThatIsNoWholeSegmentIsUnfit(String value) {
    assertThat(fill("/p/{patient.id}", value))
        .isEqualTo(new Filling.Unfit(ContextField.PATIENT_ID));
    assertThat(fill("/{patient.id}", value)).isEqualTo(new Filling.Unfit(ContextField.PATIENT_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a\nb"})
  void valueOfTheQueryKeepsTheSameRule(String value) {
    assertThat(fill("/p?x={patient.id}", value))
        .isEqualTo(new Filling.Unfit(ContextField.PATIENT_ID));
  }

  @Test
  void valueThatIsNotThereIsMissing() {
    assertThat(TargetTemplate.parse("/{task}/{patient.id}").fill(TargetTemplateTest::nothing))
        .isEqualTo(new Filling.Missing(ContextField.TASK));
    assertThat(TargetTemplate.parse("/home").fill(TargetTemplateTest::nothing))
        .isInstanceOf(Filling.Filled.class);
  }

  private static Stream<String> oddTexts() {
    Random random = new Random(6);
    String odd = "/\\.;:?#&=%+ @~-_a0\u0000\n\r\t\u00e9\u2028\u202e\uff0f\u2215\ud83d\ude00{}";
    return Stream.generate(
            () ->
                random
                    .ints(1 + random.nextInt(6), 0, odd.length())
                    .mapToObj(i -> String.valueOf(odd.charAt(i)))
                    .reduce("", String::concat))
        .limit(2000);
  }

  /** Whatever a partner sends: one slash in front, and the value back in one piece. */
  @Test
  @Clause("V-35")
  void noValueEverLeavesItsPlace() {
    oddTexts()
        .forEach(
            value -> {
              if (fill("/{patient.id}/x?y={patient.id}&z", value) instanceof Filling.Filled f) {
                LocalAddress address = f.address();
                assertThat(address.text()).matches("/[\\w.~%-]+/x\\?y=[\\w.~%-]+&z");
                assertThat(address.path()).isEqualTo("/" + value + "/x");
              } else {
                assertThat(value)
                    .matches(
                        "(?s)\\.|\\.\\.|.*[/\\\\\\p{Cc}].*|\\.\\.?;.*|.*;\\.\\.?(;.*)?|.*[\\ud800-\\udfff].*");
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "/patients/{patient.id},/patients/p2",
    "/patients/{patient.id},/patients/p2/notes?x=1",
    "/patients/{patient.id},/patients/",
    "/patients/{patient.id}/home,/patients/p2/other",
    "/a%20b/{patient.id},/a%20b/p2",
    "/{patient.id},/about",
    "/home?patient={patient.id},/notes?patient=p2",
    "/home?patient={patient.id},/notes?patient",
    "/home?patient={patient.id},/notes?patient=p1&patient=p2",
    "/home?patient={patient.id},/notes?%70atient=p2",
    "/{task}/{patient.id},/t1/p2"
  })
  void addressOfAnotherPatientContradicts(String template, String address) {
    assertThat(contradicts(template, address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/home,/patients/p2",
    "/patients/{patient.id},/patients/p1/notes",
    "/patients/{patient.id},/patients/%701",
    "/patients/{patient.id},/patients",
    "/patients/{patient.id},/about",
    "/patients/{patient.id},/x/patients/p2",
    "/home?patient={patient.id},/home",
    "/home?patient={patient.id},/home?x=p2",
    "/home?patient={patient.id},/notes?patient=p1&x=p2",
    "/home?patient=x&t={task},/notes?patient=p2"
  })
  void addressOfTheSamePatientOrOfNoneDoesNot(String template, String address) {
    assertThat(contradicts(template, address)).isFalse();
  }

  private static boolean contradicts(String template, String address) {
    return TargetTemplate.parse(template)
        .contradicts(LocalAddress.of(address).orElseThrow(), patient("p1"));
  }

  @Test
  void whereALaunchHasNoValueEveryAddressInItsPlaceContradicts() {
    assertThat(
            TargetTemplate.parse("/patients/{patient.id}")
                .contradicts(
                    LocalAddress.of("/patients/p1").orElseThrow(), TargetTemplateTest::nothing))
        .isTrue();
  }

  @Test
  void sampleShowsWhereItLeads() {
    assertThat(TargetTemplate.parse("/launch/{patient.id}").sample().path()).isEqualTo("/launch/x");
  }

  @Test
  void templatesOfOneTextAreEqual() {
    String text = "/{patient.id}";
    assertThat(TargetTemplate.parse(text))
        .isEqualTo(TargetTemplate.parse(text))
        .hasSameHashCodeAs(TargetTemplate.parse(text))
        .isNotEqualTo(TargetTemplate.parse("/"))
        .hasToString(text);
  }
}
