package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a partner overrides, there is a profile or a sentence that says what is wrong. */
class RandomOverridesTest {
  private static final int RUNS = 4000;

  private static final List<String> MEMBERS =
      List.of(
          "profile",
          "extends",
          "choose",
          "carriers",
          "header",
          "algorithms",
          "issuer",
          "audience",
          "otherAudiences",
          "time",
          "replay",
          "claims",
          "together",
          "context");

  private static final List<String> NAMES =
      List.of(
          "kid",
          "typ",
          "typPresence",
          "iat",
          "exp",
          "maxAge",
          "maxLifetime",
          "skew",
          "claim",
          "tokenId",
          "window",
          "digestWindow",
          "field",
          "in",
          "/sub",
          "/task",
          "/jti",
          "/a",
          "~",
          "presence",
          "type",
          "pattern",
          "oneOf",
          "ignoreCase",
          "maxLength",
          "resourceTypes",
          "user.system",
          "user.value",
          "user.identifier",
          "patient.id",
          "patient.birthDate",
          "constant",
          "default",
          "part",
          "resourceType",
          "system",
          "value",
          "prefer",
          "present",
          "absent",
          "");

  private static final List<String> TEXTS =
      List.of(
          "required",
          "optional",
          "wanted",
          "forbidden",
          "text",
          "date",
          "integer",
          "boolean",
          "object",
          "list",
          "reference",
          "query",
          "body",
          "/sub",
          "/a/b",
          "/~",
          "Patient",
          "(",
          "[a-z]+",
          "id",
          "hti",
          "hti-2.0",
          "exorlive",
          "self.json",
          "none.json",
          "RS256",
          "JWT",
          "allowed",
          "refused",
          "",
          " ");

  private final Random random = new Random(20261123);

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 9)) {
      case 0, 1 -> TEXTS.get(random.nextInt(TEXTS.size()));
      case 2 -> (long) random.nextInt(400);
      case 3 -> random.nextBoolean();
      case 4 -> null;
      case 5 -> list(depth);
      default -> object(depth, NAMES);
    };
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.add(value(depth + 1));
    }
    return list;
  }

  private Map<String, @Nullable Object> object(int depth, List<String> names) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      object.put(names.get(random.nextInt(names.size())), value(depth + 1));
    }
    return object;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zorgdomein", "exorlive", "hti-1.1", "hti-2.0", "hti", "koppeltaal-2.0"})
  void endInAProfileOrInASentence(String base) {
    ProfileTexts.Files files =
        new ProfileTexts.Files().with("self.json", "{'extends': 'self.json'}");
    int read = 0;
    int refused = 0;
    for (int i = 0; i < RUNS; i++) {
      Map<String, @Nullable Object> override = object(0, MEMBERS);
      override.putIfAbsent("extends", base);
      try {
        assertThat(files.asked(override).alternatives()).isNotEmpty();
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageMatching("(?s)[a-z]+\\.json: .*");
        refused++;
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }
}
