package org.launchgate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up values for everything in a token that is personal. Each is found again in whatever was
 * said, also in another spelling of it.
 */
public enum Canary {
  USER_GIVEN_NAME("KanarieAgnes"),
  USER_FAMILY_NAME("KanarieJansen"),
  USERNAME("kanarie.login"),
  USER_EMAIL("kanarie.user@mail.example"),
  PATIENT_GIVEN_NAME("KanarieBram"),
  PATIENT_MIDDLE_NAME("KanarieVan"),
  PATIENT_FAMILY_NAME("KanarieVries"),
  PATIENT_EMAIL("kanarie.patient@mail.example"),
  PATIENT_PHONE("99887766"),
  PATIENT_NATIONAL_ID("13116900216"),
  PATIENT_BIRTH_DATE("1971-04-23"),
  PATIENT_GENDER("KanarieGender"),
  PROBLEM("KanarieProblem"),
  USER_NATIONAL_ID("999911120"),
  MARKED_USER("KanarieEmployee"),
  MARKED_PATIENT("KanarieClient"),
  ACCESS_TOKEN("KanarieAccessToken"),
  FREE_TEXT("KanarieNote"),

  USER_ID("parkiet-user", true),
  PATIENT_ID("parkiet-patient", true),
  RESPONSIBLE_ID("parkiet-responsible", true),
  TRANSACTION_ID("parkiet-transaction", true),
  TASK_ID("parkiet-task", true),
  TOKEN_ID("parkiet-token", true);

  private final String text;
  private final boolean recorded;
  private final String plain;
  private final String hex;
  private final Pattern base64;

  Canary(String text) {
    this(text, false);
  }

  Canary(String text, boolean recorded) {
    this.text = text;
    this.recorded = recorded;
    String needle = text.replaceAll("@.*", ""); // the rest is spelled in many ways
    byte[] bytes = needle.getBytes(StandardCharsets.US_ASCII);
    plain = needle.toLowerCase(Locale.ROOT);
    hex = HexFormat.of().formatHex(bytes);
    base64 =
        Pattern.compile(
            IntStream.range(0, 3)
                .boxed()
                .flatMap(shift -> base64(bytes, shift))
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
  }

  /** The value. */
  public String text() {
    return text;
  }

  /** The canaries that a text holds. */
  public static List<Canary> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.isIn(text, lower)).toList();
  }

  /** The canaries that an audit record holds and may not; identifiers are what it is for. */
  public static List<Canary> inRecord(String text) {
    return in(text).stream().filter(each -> !each.recorded).toList();
  }

  private boolean isIn(String asWritten, String lower) {
    return lower.contains(plain) || lower.contains(hex) || base64.matcher(asWritten).find();
  }

  /** What is the same in base64 whatever stands around the value, so many bytes after a third. */
  private static Stream<String> base64(byte[] value, int shift) {
    byte[] shifted = new byte[shift + value.length];
    System.arraycopy(value, 0, shifted, shift, value.length);
    int first = (shift * 8 + 5) / 6;
    int end = shifted.length * 8 / 6;
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .map(encoder -> encoder.encodeToString(shifted).substring(first, end))
        .distinct();
  }
}
