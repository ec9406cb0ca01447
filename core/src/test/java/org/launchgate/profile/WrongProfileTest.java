package org.launchgate.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake each in a profile that is otherwise good. */
class WrongProfileTest {
  private static final String GOOD =
      """
      {
        "profile": "own",
        "carriers": [{"field": "token", "in": ["form"]}],
        "header": {"kid": "optional"},
        "algorithms": ["RS256"],
        "issuer": "optional",
        "time": {"iat": "required", "maxAge": 300},
        "replay": {"tokenId": "optional"},
        "claims": {"/born": {"type": "date"}, "/sex": {"oneOf": ["m", "f"]}},
        "together": [["/a", "/b"]],
        "context": {"user.system": {"constant": "s"}, "user.value": "/user/id",
                    "patient.birthDate": "/born"}
      }
      """;
  private static final String OWN = "own.json: profile \"own\": ";
  private static final String POINTER =
      " must name a claim by a JSON Pointer such as \"/contact/id\" (RFC 6901)";
  private static final String ALGORITHMS =
      "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, HS256, HS384, HS512";

  private static void read(String json) {
    Profiles.read("own.json", json.getBytes(UTF_8));
  }

  @Test
  void profileWithoutTheMistakesIsRead() {
    assertThatNoException().isThrownBy(() -> read(GOOD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"/born\": | \"/jti\": {\"maxLength\": 40}, \"/born\":",
        "\"kid\": \"optional\" | \"typ\": []"
      })
  void profileWithARuleForItsTokenIdOrForNoTypAtAllIsRead(String good, String other) {
    assertThat(GOOD).contains(good);
    assertThatNoException().isThrownBy(() -> read(GOOD.replace(good, other)));
  }

  @ParameterizedTest
  @MethodSource({"wholeFiles", "members", "claims", "context"})
  void isRefusedWithItsPlaceAndWhatIsAllowed(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(json))
        .withMessageContaining(message);
  }

  private static Arguments row(String name, String good, String wrong, String message) {
    if (!GOOD.contains(good)) {
      throw new IllegalStateException("the good profile has no " + good);
    }
    return argumentSet(name, GOOD.replace(good, wrong), message);
  }

  static Stream<Arguments> wholeFiles() {
    return Stream.of(
        argumentSet("empty file", "", "own.json: line 1, column 1: unexpected end of the text"),
        argumentSet("list", "[]", "own.json: line 1, column 1: not a JSON object"),
        argumentSet(
            "trailing comma",
            "{\n\"profile\": \"x\",\n}",
            "own.json: line 2, column 15: trailing comma"),
        argumentSet(
            "duplicate member",
            "{\"profile\": \"x\", \"profile\": \"x\"}",
            "own.json: line 1, column 18: duplicate member name"),
        argumentSet("empty object", "{}", "own.json: \"profile\" is missing; it must be a text"),
        argumentSet("name is a number", "{\"profile\": 1}", "own.json: \"profile\" must be a text"),
        row(
            "unknown member",
            "\"together\"",
            "\"togehter\"",
            OWN
                + "unknown member \"togehter\"; allowed are algorithms, audience, carriers, claims,"
                + " context, header, issuer, otherAudiences, personal, profile, replay, roles,"
                + " time, together"));
  }

  static Stream<Arguments> members() {
    return Stream.of(
        row(
            "no carriers",
            "[{\"field\": \"token\", \"in\": [\"form\"]}]",
            "[]",
            OWN + "\"carriers\" is missing; it must say where tokens travel"),
        row(
            "carriers is a text",
            "[{\"field\": \"token\", \"in\": [\"form\"]}]",
            "\"token\"",
            OWN + "\"carriers\" must be a list of objects"),
        row(
            "carrier without field",
            "\"field\": \"token\", ",
            "",
            OWN + "carriers[0]: \"field\" is missing"),
        row(
            "carrier without in",
            ", \"in\": [\"form\"]",
            "",
            OWN + "carriers[0]: \"in\" is missing; it may hold query, form, json, body"),
        row(
            "carrier in nothing",
            "[\"form\"]",
            "[]",
            OWN + "carriers[0]: \"in\" is missing; it may hold query, form, json, body"),
        row(
            "carrier in a cookie",
            "[\"form\"]",
            "[\"cookie\"]",
            OWN + "carriers[0]: \"in\" may hold query, form, json, body"),
        row(
            "carrier with an unknown member",
            "\"field\": \"token\"",
            "\"field\": \"token\", \"method\": \"POST\"",
            OWN + "carriers[0]: unknown member \"method\"; allowed are field, in"),
        row(
            "form carrier without field beside a body",
            "\"field\": \"token\", \"in\": [\"form\"]",
            "\"in\": [\"form\", \"body\"]",
            OWN + "carriers[0]: \"field\" is missing; it must be a text"),
        row(
            "body with an empty field",
            "\"field\": \"token\", \"in\": [\"form\"]",
            "\"field\": \"\", \"in\": [\"body\"]",
            OWN + "carriers[0]: \"field\" must be a text that is not empty"),
        row(
            "typ of an unknown presence",
            "\"kid\": \"optional\"",
            "\"typPresence\": \"wanted\"",
            OWN + "header: \"typPresence\" must be one of optional, required"),
        row(
            "typ required and none allowed",
            "\"kid\": \"optional\"",
            "\"typPresence\": \"required\", \"typ\": []",
            OWN + "header: \"typ\" must name at least one value"),
        row(
            "audience is a name",
            "\"issuer\": \"optional\"",
            "\"audience\": \"module\"",
            OWN + "\"audience\" must be one of optional, required"),
        row(
            "other audiences are optional",
            "\"issuer\": \"optional\"",
            "\"otherAudiences\": \"optional\"",
            OWN + "\"otherAudiences\" must be one of allowed, refused"),
        row(
            "a name is personal",
            "\"issuer\": \"optional\"",
            "\"personal\": [\"user\", \"user.givenName\"]",
            OWN + "\"personal\" may hold [organization, patient, responsible, user]"),
        row(
            "roles are names",
            "\"issuer\": \"optional\"",
            "\"roles\": \"doctor\"",
            OWN
                + "\"roles\" must name a claim by a JSON Pointer such as \"/contact/id\" (RFC"
                + " 6901)"),
        row(
            "skew over 120 seconds",
            "\"maxAge\": 300",
            "\"maxAge\": 300, \"skew\": 121",
            OWN + "time: \"skew\" must be a whole number of seconds from 0 to 120"),
        row(
            "skew below zero",
            "\"maxAge\": 300",
            "\"maxAge\": 300, \"skew\": -1",
            OWN + "time: \"skew\" must be a whole number of seconds from 0 to 120"),
        row(
            "token id that is no pointer",
            "\"tokenId\": \"optional\"",
            "\"claim\": \"jti\"",
            OWN + "replay: \"claim\"" + POINTER),
        row(
            "token id that is a number by its rule",
            "{\"type\": \"date\"}",
            "{\"type\": \"date\"}, \"/jti\": {\"type\": \"integer\"}",
            OWN + "\"replay\" must name a \"claim\" that may be there and whose \"type\" is"),
        row(
            "token id that is a list by its rule",
            "{\"type\": \"date\"}",
            "{\"type\": \"date\"}, \"/jti\": {\"type\": \"list\"}",
            OWN + "\"replay\" must name a \"claim\" that may be there and whose \"type\" is"),
        row(
            "token id that is forbidden",
            "{\"type\": \"date\"}",
            "{\"type\": \"date\"}, \"/jti\": {\"presence\": \"forbidden\"}",
            OWN + "\"replay\" must name a \"claim\""),
        row(
            "no header",
            "\"header\": {\"kid\": \"optional\"},",
            "",
            OWN + "\"header\" is missing; it must be an object"),
        row(
            "header is a text",
            "{\"kid\": \"optional\"}",
            "\"kid\"",
            OWN + "header: must be an object"),
        row(
            "kid is true",
            "\"kid\": \"optional\"",
            "\"kid\": true",
            OWN + "header: \"kid\" must be one of optional, required"),
        row(
            "kid is wanted",
            "\"kid\": \"optional\"",
            "\"kid\": \"wanted\"",
            OWN + "header: \"kid\" must be one of optional, required"),
        row(
            "typ is a text",
            "\"kid\": \"optional\"",
            "\"typ\": \"JWT\"",
            OWN + "header: \"typ\" must be a list of texts"),
        row(
            "unknown member of the header",
            "\"kid\": \"optional\"",
            "\"alg\": \"RS256\"",
            OWN + "header: unknown member \"alg\"; allowed are kid, typ, typPresence"),
        row(
            "no algorithms",
            "\"algorithms\": [\"RS256\"],",
            "",
            OWN + "\"algorithms\" is missing; it may hold " + ALGORITHMS),
        row(
            "empty algorithms",
            "[\"RS256\"]",
            "[]",
            OWN + "\"algorithms\" is missing; it may hold " + ALGORITHMS),
        row(
            "algorithm none",
            "[\"RS256\"]",
            "[\"RS256\", \"none\"]",
            OWN + "\"algorithms\" may hold " + ALGORITHMS),
        row(
            "algorithm in small letters",
            "[\"RS256\"]",
            "[\"rs256\"]",
            OWN + "\"algorithms\" may hold " + ALGORITHMS),
        row(
            "issuer is a name",
            "\"issuer\": \"optional\"",
            "\"issuer\": \"Demo XIS\"",
            OWN + "\"issuer\" must be one of optional, required"),
        row(
            "no time",
            "\"time\": {\"iat\": \"required\", \"maxAge\": 300},",
            "",
            OWN + "\"time\" is missing; it must be an object"),
        row(
            "time as the token's id",
            "\"tokenId\": \"optional\"",
            "\"claim\": \"/iat\"",
            OWN
                + "\"replay\" must name a \"claim\" that each token has of its own, which is none of"
                + " /aud, /exp, /iat, /iss, /nbf"),
        row(
            "age of zero",
            "\"maxAge\": 300",
            "\"maxAge\": 0",
            OWN + "time: \"maxAge\" must be a whole number of seconds from 1 to 86400"),
        row(
            "age over a day",
            "\"maxAge\": 300",
            "\"maxAge\": 86401",
            OWN + "time: \"maxAge\" must be a whole number of seconds"),
        row(
            "age with a fraction",
            "\"maxAge\": 300",
            "\"maxAge\": 0.5",
            OWN + "time: \"maxAge\" must be a whole number of seconds"),
        row(
            "lifetime as text",
            "\"maxAge\": 300",
            "\"maxLifetime\": \"PT5M\"",
            OWN + "time: \"maxLifetime\" must be a whole number of seconds from 1 to 2592000"),
        row(
            "unknown member of time",
            "\"maxAge\": 300",
            "\"leeway\": 30",
            OWN
                + "time: unknown member \"leeway\"; allowed are exp, iat, maxAge, maxLifetime,"
                + " skew"),
        row(
            "exp is a number",
            "\"maxAge\": 300",
            "\"exp\": 300",
            OWN + "time: \"exp\" must be one of optional, required"),
        row(
            "no replay",
            "\"replay\": {\"tokenId\": \"optional\"},",
            "",
            OWN + "\"replay\" is missing; it must be an object"),
        row(
            "tokenId is wanted",
            "\"tokenId\": \"optional\"",
            "\"tokenId\": \"wanted\"",
            OWN + "replay: \"tokenId\" must be one of optional, required"),
        row(
            "window over 30 days",
            "\"tokenId\": \"optional\"",
            "\"window\": 2592001",
            OWN + "replay: \"window\" must be a whole number of seconds from 1 to 2592000"),
        row(
            "digest window of zero",
            "\"tokenId\": \"optional\"",
            "\"digestWindow\": 0",
            OWN + "replay: \"digestWindow\" must be a whole number of seconds from 1 to 2592000"),
        row(
            "unknown member of replay",
            "\"tokenId\": \"optional\"",
            "\"jti\": \"optional\"",
            OWN
                + "replay: unknown member \"jti\"; allowed are claim, digestWindow, tokenId,"
                + " window"));
  }

  static Stream<Arguments> claims() {
    String born = "\"/born\": {\"type\": \"date\"}";
    return Stream.of(
        row(
            "claims is a list",
            "{" + born + ", \"/sex\": {\"oneOf\": [\"m\", \"f\"]}}",
            "[]",
            OWN + "claims: must be an object"),
        row("claim without a slash", "\"/sex\"", "\"sex\"", OWN + "claims: \"sex\"" + POINTER),
        row(
            "claim with a wrong escape",
            "\"/sex\"",
            "\"/a~2b\"",
            OWN + "claims: \"/a~2b\"" + POINTER),
        row("claim without a name", "\"/sex\"", "\"\"", OWN + "claims: \"\"" + POINTER),
        row(
            "rule is a text",
            "{\"oneOf\": [\"m\", \"f\"]}",
            "\"required\"",
            OWN + "claims: /sex: must be an object"),
        row(
            "rule with an unknown member",
            "\"oneOf\"",
            "\"in\"",
            OWN
                + "claims: /sex: unknown member \"in\"; allowed are ignoreCase, maxLength, oneOf,"
                + " pattern, presence, resourceTypes, type"),
        row(
            "unknown presence",
            "\"oneOf\": [\"m\", \"f\"]",
            "\"presence\": \"must\"",
            OWN
                + "claims: /sex: \"presence\" must be one of forbidden, optional,"
                + " required, wanted"),
        row(
            "unknown type",
            "\"type\": \"date\"",
            "\"type\": \"number\"",
            OWN
                + "claims: /born: \"type\" must be one of boolean, date, integer,"
                + " list, object, reference, text"),
        row(
            "oneOf is a text",
            "[\"m\", \"f\"]",
            "\"m\"",
            OWN + "claims: /sex: \"oneOf\" must be a list of texts"),
        row(
            "oneOf allows nothing",
            "[\"m\", \"f\"]",
            "[]",
            OWN
                + "claims: /sex: \"oneOf\" must name at least one value; leave it out to allow any"),
        row(
            "oneOf holds an empty text",
            "[\"m\", \"f\"]",
            "[\"\"]",
            OWN + "claims: /sex: \"oneOf\" must be a list of texts that are not empty"),
        row(
            "together is an object",
            "[[\"/a\", \"/b\"]]",
            "{}",
            OWN + "\"together\" must be a list of lists of pointers"),
        row(
            "together is one group",
            "[[\"/a\", \"/b\"]]",
            "[\"/a\", \"/b\"]",
            OWN + "\"together\" must be a list of lists of pointers"),
        row(
            "together is null",
            "[[\"/a\", \"/b\"]]",
            "null",
            OWN + "\"together\" must be a list of lists of pointers"),
        row(
            "group of one",
            "[[\"/a\", \"/b\"]]",
            "[[\"/a\"]]",
            OWN + "\"together\" must hold lists of at least two pointers"),
        row(
            "empty group",
            "[[\"/a\", \"/b\"]]",
            "[[]]",
            OWN + "\"together\" must hold lists of at least two pointers"),
        row(
            "group with a name that is no pointer",
            "[\"/a\", \"/b\"]",
            "[\"/a\", \"b\"]",
            OWN + "\"together\"" + POINTER),
        row(
            "group with a number",
            "[\"/a\", \"/b\"]",
            "[\"/a\", 1]",
            OWN + "\"together\"" + POINTER));
  }

  static Stream<Arguments> context() {
    String system = "\"user.system\": {\"constant\": \"s\"}";
    return Stream.of(
        row(
            "no context",
            "\"context\"",
            "\"contxt\"",
            OWN + "\"context\" is missing; it must be an object"),
        row(
            "unknown field",
            system,
            system + ", \"patient.name\": \"/name\"",
            OWN
                + "context: unknown member \"patient.name\"; allowed are organization.identifier, "),
        row(
            "no system of the user",
            system + ", ",
            "",
            OWN + "context: \"user.system\" is missing; every launch has a user"),
        row(
            "no value of the user",
            "\"user.value\": \"/user/id\",",
            "",
            OWN + "context: \"user.value\" is missing; every launch has a user"),
        row(
            "field is a number",
            "\"/user/id\"",
            "7",
            OWN
                + "context: \"user.value\" must be a JSON Pointer such as \"/contact/id\", or {\"constant\": \"...\"}"),
        row(
            "field is null",
            "\"/user/id\"",
            "null",
            OWN + "context: \"user.value\" must be a JSON Pointer"),
        row(
            "field without a slash",
            "\"/user/id\"",
            "\"user.id\"",
            OWN + "context: \"user.value\"" + POINTER),
        row(
            "empty constant",
            "{\"constant\": \"s\"}",
            "{\"constant\": \"\"}",
            OWN + "context: user.system: \"constant\" must be a text that is not empty"),
        row(
            "constant with an unknown member",
            "{\"constant\": \"s\"}",
            "{\"constant\": \"s\", \"x\": 1}",
            OWN + "context: user.system: unknown member \"x\"; allowed are constant"),
        row(
            "object without constant",
            "{\"constant\": \"s\"}",
            "{}",
            OWN + "context: user.system: \"claim\" is missing"),
        row(
            "birth date from a claim that is any text",
            "{\"type\": \"date\"}",
            "{}",
            OWN + "\"patient.birthDate\" must come from a claim whose \"type\" is \"date\""),
        row(
            "birth date that is constant",
            "\"patient.birthDate\": \"/born\"",
            "\"patient.birthDate\": {\"constant\": \"1969-11-13\"}",
            OWN + "\"patient.birthDate\" must come from a claim"));
  }
}
