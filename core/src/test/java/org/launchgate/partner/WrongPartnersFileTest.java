package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a partners file stops the start and names file, partner, member and remedy. */
class WrongPartnersFileTest {
  private static final String CLINIC = "partners.json: partner \"clinic\": ";
  private static final String SECRET = "'secret': '" + "A".repeat(43) + "'";
  private static final String OTHER_SECRET = "'secret': '" + "B".repeat(43) + "'";
  private static final String ALLOWED_IN_A_PARTNER =
      "allowed are algorithms, attributes, audience, enabled, encrypted, freshness, id, issuer, keys,"
          + " launchOrigins, organizations, origins, pathOnly, profile, relaunchUrl, replayWindow,"
          + " roles, targetUrl";
  private static final String ALLOWED_IN_A_KEY =
      "allowed are alias, jwk, jwks, keystore, kid, notAfter, notBefore, password, pem, secret,"
          + " secretHex, secretText";

  @ParameterizedTest
  @MethodSource({"wholeFiles", "members", "keyEntries"})
  void isRefusedWithItsPlaceAndWhatIsAllowed(String json, List<String> message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFiles.partners(json).load())
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .startsWith(MemoryFiles.PARTNERS + ": ")
                    .contains(message)
                    .doesNotContain("AAAA")
                    .doesNotContain("BBBB"));
  }

  private static Arguments row(String name, String json, String... message) {
    return argumentSet(name, json, List.of(message));
  }

  private static Arguments member(String name, String members, String... message) {
    return row(name, clinic(members), message);
  }

  private static Arguments key(String name, String members, String... message) {
    return row(name, clinic("'keys': [{" + members + "}]"), message);
  }

  private static String clinic(String members) {
    return "{'partners': [" + partner("clinic", members) + "]}";
  }

  private static String partner(String id, String members) {
    return "{'id': '" + id + "', 'profile': 'exorlive', " + members + "}";
  }

  private static String alone(String members) {
    return "{'partners': [{" + members + "}]}";
  }

  static Stream<Arguments> wholeFiles() {
    return Stream.of(
        row("empty file", "", "line 1, column 1", "unexpected end of the text"),
        row("list instead of object", "[]", "line 1, column 1", "not a JSON object"),
        row("text instead of object", "'partners'", "line 1, column 1", "not a JSON object"),
        row("trailing comma", "{'partners': [\n  1,\n]}", "line 2, column 4", "trailing comma"),
        row(
            "duplicate member",
            "{\n 'partners': [],\n 'partners': []}",
            "line 3, column 2",
            "duplicate member name"),
        row(
            "duplicate member in a partner",
            "{'partners': [\n{'id': 'a', 'id': 'b'}]}",
            "line 2, column 13",
            "duplicate member name"),
        row("comment", "{ // partners\n}", "line 1, column 3", "comment"),
        row("data after the object", "{} {}", "line 1, column 4", "data after the JSON value"),
        row("no partners", "{}", "\"partners\" must be a list with at least one partner"),
        row("empty partners", "{'partners': []}", "must be a list with at least one partner"),
        row("partners is an object", "{'partners': {}}", "\"partners\" must be a list of objects"),
        row("partners is null", "{'partners': null}", "\"partners\" must be a list of objects"),
        row("partner is a text", "{'partners': ['a']}", "partners[0]", "must be an object"),
        row(
            "second partner is null",
            "{'partners': [" + partner("a", "'roles': []") + ", null]}",
            "partners[1]",
            "must be an object"),
        row(
            "unknown member beside partners",
            "{'partner': [], 'partners': [" + partner("a", "'roles': []") + "]}",
            "unknown member \"partner\"",
            "allowed are $schema, decryptionKeys, jwksFetch, partners"),
        row(
            "decryption keys as an object",
            "{'partners': [" + partner("a", "'roles': []") + "], 'decryptionKeys': {}}",
            "\"decryptionKeys\" must be a list of objects"),
        row(
            "same id twice",
            "{'partners': ["
                + partner("a", "'roles': []")
                + ","
                + partner("a", "'roles': []")
                + "]}",
            "partners \"a\" and \"a\" have the same \"id\""),
        row("no id", alone("'profile': 'exorlive'"), "partners[0]", "\"id\" is missing"),
        row(
            "empty id",
            alone("'id': ''"),
            "partners[0]",
            "\"id\" must be a text that is not empty"),
        row("blank id", alone("'id': ' '"), "partners[0]", "\"id\" must be a text"),
        row("id is a number", alone("'id': 7"), "partners[0]", "\"id\" must be a text"),
        row("id is null", alone("'id': null"), "partners[0]", "\"id\" must be a text"),
        id("with a bar", "a|b"),
        id("with a blank", "a b"),
        id("with a slash", "a/b"),
        id("that begins with a dot", ".a"),
        id("that begins with a hyphen", "-a"),
        id("with a letter beyond ASCII", "zorgé"),
        id("of 65 characters", "a".repeat(65)),
        row(
            "no profile",
            alone("'id': 'clinic'"),
            CLINIC
                + "\"profile\" is missing; it must be one of zorgdomein, exorlive, hti-1.1, hti-2.0,"
                + " hti, koppeltaal-2.0, or a file that ends in .json, or a profile as an object"),
        row(
            "unknown profile",
            alone("'id': 'clinic', 'profile': 'exor'"),
            CLINIC
                + "\"profile\" must be one of zorgdomein, exorlive, hti-1.1, hti-2.0, hti,"
                + " koppeltaal-2.0, or a file that ends in .json"),
        row(
            "profile in capitals",
            alone("'id': 'clinic', 'profile': 'ExorLive'"),
            CLINIC + "\"profile\" must be one of"),
        row(
            "profile file that is not there",
            alone("'id': 'clinic', 'profile': 'own.json'"),
            CLINIC + "\"profile\" names the file own.json, which is not there or unreadable"),
        row(
            "no issuer where the profile demands one",
            alone("'id': 'clinic', 'profile': 'zorgdomein'"),
            CLINIC + "\"issuer\" is missing; tokens of the profile zorgdomein carry one"));
  }

  private static Arguments id(String name, String id) {
    return row(
        "id " + name,
        alone("'id': '" + id + "', 'profile': 'exorlive'"),
        "partner \"" + id + "\": ",
        "\"id\" must be 1 to 64 letters, digits, dots, underscores and hyphens");
  }

  static Stream<Arguments> members() {
    return Stream.of(
        member(
            "unknown", "'rolls': []", CLINIC + "unknown member \"rolls\"; " + ALLOWED_IN_A_PARTNER),
        member("in wrong case", "'Issuer': 'x'", CLINIC + "unknown member \"Issuer\""),
        member("issuer is a number", "'issuer': 1", CLINIC + "\"issuer\" must be a text"),
        member(
            "issuer is empty",
            "'issuer': ''",
            CLINIC + "\"issuer\" must be a text that is not empty"),
        member("issuer is null", "'issuer': null", CLINIC + "\"issuer\" must be a text"),
        member(
            "issuer is an empty list",
            "'issuer': []",
            CLINIC
                + "\"issuer\" must be a text, or a list of one or more texts, each of them once"),
        member(
            "issuer is twice the same",
            "'issuer': ['a', 'a']",
            CLINIC
                + "\"issuer\" must be a text, or a list of one or more texts, each of them once"),
        member(
            "issuer holds an empty text",
            "'issuer': ['a', '']",
            CLINIC + "\"issuer\" must be a list of texts that are not empty"),
        member(
            "audience is an empty list",
            "'audience': []",
            CLINIC + "\"audience\" must be a text, or a list of one or more texts"),
        member(
            "audience holds a number",
            "'audience': [1]",
            CLINIC + "\"audience\" must be a list of texts"),
        member(
            "enabled is a text",
            "'enabled': 'no'",
            CLINIC + "\"enabled\" must be true, false or \"report\""),
        member(
            "organization without value",
            "'organizations': ['a', {'system': 'agb-z'}]",
            CLINIC + "organizations[1]: \"value\" is missing"),
        member(
            "organization without system",
            "'organizations': [{'value': '05029999'}]",
            CLINIC + "organizations[0]: \"system\" is missing"),
        member(
            "organization with a member too many",
            "'organizations': [{'system': 'agb-z', 'value': '05029999', 'name': 'x'}]",
            CLINIC + "organizations[0]: unknown member \"name\"; allowed are system, value"),
        member(
            "algorithms is a text",
            "'algorithms': 'HS256'",
            CLINIC + "\"algorithms\" must be a list of texts"),
        member(
            "algorithms is empty",
            "'algorithms': []",
            CLINIC + "\"algorithms\" must name at least one algorithm"),
        member(
            "algorithms holds none",
            "'algorithms': ['none']",
            CLINIC
                + "\"algorithms\" may hold those of the profile exorlive: [RS256, RS384, RS512,"
                + " PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, HS256, HS384, HS512]"),
        member(
            "algorithm in small letters",
            "'algorithms': ['hs256']",
            CLINIC + "\"algorithms\" may hold"),
        member(
            "algorithms holds null",
            "'algorithms': [null]",
            CLINIC + "\"algorithms\" must be a list of texts"),
        row(
            "algorithm outside the profile",
            alone(
                "'id': 'clinic', 'profile': 'zorgdomein', 'issuer': 'x', 'algorithms': ['RS512']"),
            CLINIC + "\"algorithms\" may hold those of the profile zorgdomein: [RS256]"),
        member("roles is a text", "'roles': 'nurse'", CLINIC + "\"roles\" must be a list of texts"),
        member(
            "roles holds an empty text",
            "'roles': ['']",
            CLINIC + "\"roles\" must be a list of texts that are not empty"),
        member(
            "organizations is a number",
            "'organizations': 5",
            CLINIC + "\"organizations\" must be a list of texts"),
        member(
            "organizations holds numbers",
            "'organizations': [5029999]",
            CLINIC + "\"organizations\" must be a list of texts"),
        member(
            "attributes is a list", "'attributes': []", CLINIC + "attributes: must be an object"),
        member(
            "freshness is true",
            "'freshness': true",
            CLINIC + "\"freshness\" must be one of optional, required"),
        member(
            "freshness is unknown",
            "'freshness': 'yes'",
            CLINIC + "\"freshness\" must be one of optional, required"),
        member(
            "encrypted is true",
            "'encrypted': true",
            CLINIC + "\"encrypted\" must be one of optional, required"),
        member(
            "encrypted is unknown",
            "'encrypted': 'yes'",
            CLINIC + "\"encrypted\" must be one of optional, required"),
        member(
            "pathOnly is a text",
            "'pathOnly': 'true'",
            CLINIC + "\"pathOnly\" must be true or false"),
        member(
            "pathOnly is null", "'pathOnly': null", CLINIC + "\"pathOnly\" must be true or false"),
        replayWindow("zero", "0"),
        replayWindow("negative", "-1"),
        replayWindow("over 30 days", "2592001"),
        replayWindow("with a fraction", "60.5"),
        replayWindow("beyond a long", "99999999999999999999"),
        replayWindow("a text", "'60'"),
        origin("path", "https://partner.example/app"),
        origin("slash at the end", "https://partner.example/"),
        origin("host alone", "partner.example"),
        origin("star", "*"),
        origin("null origin", "null"),
        origin("wildcard host", "https://*.partner.example"),
        origin("user", "https://user@partner.example"),
        origin("other scheme", "ftp://partner.example"),
        origin("no host", "https://"),
        origin("query", "https://partner.example?x"),
        origin("fragment", "https://partner.example#x"),
        origin("capitals in the host", "https://Partner.example"),
        origin("capitals in the scheme", "HTTPS://partner.example"),
        origin("usual port of https", "https://partner.example:443"),
        origin("usual port of http", "http://partner.example:80"),
        origin("colon without port", "https://partner.example:"),
        origin("port with leading zero", "https://partner.example:08443"),
        origin("port beyond 65535", "https://partner.example:65536"),
        origin("blank in it", "https://partner example"),
        member(
            "origins is a text",
            "'origins': 'https://a.example'",
            CLINIC + "\"origins\" must be a list of texts"),
        launchOrigin("path", "https://partner.example/app"),
        launchOrigin("star", "*"),
        launchOrigin("null origin", "null"),
        launchOrigin("capitals in the host", "https://Partner.example"),
        launchOrigin("usual port of https", "https://partner.example:443"),
        member(
            "launchOrigins is a text",
            "'launchOrigins': 'https://a.example'",
            CLINIC + "\"launchOrigins\" must be a list of texts"),
        relaunchUrl("without a scheme", "partner.example/start"),
        relaunchUrl("without a host", "https:///start"),
        relaunchUrl("of this application", "/start"),
        relaunchUrl("with a script", "javascript:alert(1)"),
        relaunchUrl("with data", "data:text/html,x"),
        relaunchUrl("with another scheme", "ftp://partner.example/"),
        relaunchUrl("with a user", "https://user@partner.example/"),
        relaunchUrl("with a password", "https://user:BBBB@partner.example/"),
        relaunchUrl("with a blank", "https://partner.example/a b"),
        relaunchUrl("with a tag", "https://partner.example/<b>"),
        relaunchUrl("with a letter beyond ASCII", "https://partner.example/\u00e9"),
        relaunchUrl("of 2001 characters", "https://partner.example/" + "x".repeat(1977)),
        member(
            "relaunchUrl is empty",
            "'relaunchUrl': ''",
            CLINIC + "\"relaunchUrl\" must be a text that is not empty"),
        member(
            "relaunchUrl is a list",
            "'relaunchUrl': ['https://partner.example/']",
            CLINIC + "\"relaunchUrl\" must be a text"),
        targetUrl("of another host", "https://evil.example/"),
        targetUrl("that begins like a host", "//evil.example/"),
        targetUrl("without a slash", "patients"),
        targetUrl("with a dot segment", "/a/../b"),
        targetUrl("with a part of a segment", "/p-{patient.id}"),
        targetUrl("with the national id", "/patients/{patient.nationalId}"),
        targetUrl("with an unknown field", "/patients/{patient.bsn}"),
        member(
            "targetUrl is empty",
            "'targetUrl': ''",
            CLINIC + "\"targetUrl\" must be a text that is not empty"),
        row(
            "targetUrl with what the profile marks as personal",
            alone(
                "'id': 'clinic', 'profile': {'extends': 'exorlive', 'personal': ['user']},"
                    + " 'targetUrl': '/users/{user.value}'"),
            CLINIC
                + "\"targetUrl\" must not hold {user.value}, which the profile exorlive marks as"
                + " personal"));
  }

  private static Arguments launchOrigin(String name, String origin) {
    return member(
        "launch origin with " + name,
        "'launchOrigins': ['https://good.example', '" + origin + "']",
        CLINIC + "\"launchOrigins\" must hold web origins");
  }

  private static Arguments targetUrl(String name, String url) {
    return member(
        "targetUrl " + name,
        "'targetUrl': '" + url + "'",
        CLINIC + "\"targetUrl\" must be a path inside the application",
        "may be {organization.system}, {organization.value}, {patient.id},");
  }

  private static Arguments relaunchUrl(String name, String url) {
    return member(
        "relaunchUrl " + name,
        "'relaunchUrl': '" + url + "'",
        CLINIC + "\"relaunchUrl\" must be an absolute address that begins with https://");
  }

  private static Arguments replayWindow(String name, String value) {
    return member(
        "replayWindow is " + name,
        "'replayWindow': " + value,
        CLINIC + "\"replayWindow\" must be a whole number of seconds from 1 to 2592000");
  }

  private static Arguments origin(String name, String origin) {
    return member(
        "origin with " + name,
        "'origins': ['https://good.example', '" + origin + "']",
        CLINIC + "\"origins\" must hold web origins");
  }

  static Stream<Arguments> keyEntries() {
    String place = CLINIC + "keys[0]: ";
    return Stream.of(
        member("keys is an object", "'keys': {}", CLINIC + "\"keys\" must be a list of objects"),
        member("key is a text", "'keys': ['AAAA']", CLINIC + "keys[0]: must be an object"),
        key(
            "no form",
            "'kid': 'k'",
            place
                + "must have exactly one of jwk, jwks, pem, keystore, secret, secretHex, secretText"),
        key("two forms", SECRET + ", 'secretText': 'AAAA'", place + "must have exactly one of"),
        key(
            "unknown member",
            SECRET + ", 'alg': 'HS256'",
            place + "unknown member \"alg\"; " + ALLOWED_IN_A_KEY),
        key(
            "member of another member",
            SECRET + ", 'keyPassword': 'x'",
            place + "unknown member \"keyPassword\"; " + ALLOWED_IN_A_KEY),
        key(
            "secret is a number",
            "'secret': 5",
            place + "\"secret\" must be a text that is not empty"),
        key(
            "secretText is empty",
            "'secretText': ''",
            place + "\"secretText\" must be a text that is not empty"),
        key(
            "secretHex is null",
            "'secretHex': null",
            place + "\"secretHex\" must be a text that is not empty"),
        key("pem is a number", "'pem': 5", place + "\"pem\" must be a text that is not empty"),
        key("jwk is a text", "'jwk': 'AAAA'", place + "jwk: must be an object"),
        key("kid is a number", SECRET + ", 'kid': 7", place + "\"kid\" must be a text"),
        key(
            "kid is empty",
            SECRET + ", 'kid': ''",
            place + "\"kid\" must be a text that is not empty"),
        key(
            "notBefore is a date",
            SECRET + ", 'notBefore': '2027-01-31'",
            place + "\"notBefore\" must be an instant such as 2027-01-31T00:00:00Z"),
        key(
            "notAfter is a number",
            SECRET + ", 'notAfter': 1801353600",
            place + "\"notAfter\" must be a text"),
        key(
            "notAfter before notBefore",
            SECRET + ", 'notBefore': '2027-01-31T00:00:00Z', 'notAfter': '2027-01-30T00:00:00Z'",
            place
                + "\"notAfter\" leaves no time: the key begins at 2027-01-31T00:00:00Z and ends"
                + " at 2027-01-30T00:00:00Z"),
        member(
            "two keys with one kid",
            "'keys': [{" + SECRET + ", 'kid': 'k'}, {" + OTHER_SECRET + ", 'kid': 'k'}]",
            CLINIC + "\"keys\" has two keys with the kid \"k\""),
        member(
            "mistake in the second key",
            "'keys': [{" + SECRET + "}, {'kid': 'k'}]",
            CLINIC + "keys[1]: must have exactly one of"));
  }

  @Test
  void fileThatIsNotThereIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("none.json");

    assertThatThrownBy(() -> ConfiguredPartners.load(ConfigSource.file(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ": the partners file is not there or cannot be read");
  }

  @Test
  void directoryInsteadOfAFileIsNamed(@TempDir Path directory) {
    assertThatThrownBy(() -> ConfiguredPartners.load(ConfigSource.file(directory)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            directory + ": the partners file is not there or cannot be read (it is a directory)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'profile': 'exorlive', 'keys': [{'pem': 'own.json'}] | cannot be read",
        "'profile': 'own.json' | unreadable"
      })
  void directoryInsteadOfAFileThatItNamesIsNamed(
      String members, String cannotBeRead, @TempDir Path directory) throws IOException {
    Path file = directory.resolve("partners.json");
    Files.writeString(
        file, ("{'partners': [{'id': 'clinic', " + members + "}]}").replace('\'', '"'));
    Files.createDirectory(directory.resolve("own.json"));

    assertThatThrownBy(() -> ConfiguredPartners.load(ConfigSource.file(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "names the file "
                + directory.resolve("own.json")
                + ", which is not there or "
                + cannotBeRead
                + " (it is a directory)");
  }

  @Test
  void mistakeInAProfileFileNamesThatFile() {
    assertThatThrownBy(
            () ->
                MemoryFiles.partners(alone("'id': 'clinic', 'profile': 'own.json'"))
                    .with("own.json", "{\n,}")
                    .load())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("own.json: line 2, column 1: ");
  }
}
