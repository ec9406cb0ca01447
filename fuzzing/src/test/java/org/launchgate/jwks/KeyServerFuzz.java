package org.launchgate.jwks;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.fuzzing.Demand;
import org.launchgate.internal.key.KeyMaterial;

/** What a partner's key server answers, or somebody in its place. */
class KeyServerFuzz {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int LONGEST_REASON = 303;

  private static final String RSA =
      """
      {"kty":"RSA","kid":"r","use":"sig","alg":"RS256","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4f\
      Akd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPE\
      wOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2Ca\
      pHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs9\
      1kzk2PAcDTW9gb54h4FRWyuXpoQ"}""";

  private static final String EC =
      """
      {"kty":"EC","kid":"e","crv":"P-256","key_ops":["verify"],\
      "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

  private static final String OKP =
      """
      {"kty":"OKP","kid":"o","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

  private static final String OTHERS =
      """
      {"kty":"EC","kid":"c","use":"enc","crv":"P-384"},{"kty":"AKP","pub":"AA"},{"kty":"oct","k":"AA"}""";

  /** Keys that verify, for a bounded time, or a reason on one line. */
  @MethodSource("answers")
  @FuzzTest
  void answer(byte[] wire) throws IOException {
    InputStream in = new ByteArrayInputStream(wire);
    try {
      KeyFetcher.Fetched fetched = HttpsKeyFetcher.read(in);
      Demand.that(fetched.lifetime().compareTo(SHORTEST) >= 0, "asked all the time");
      Demand.that(fetched.lifetime().compareTo(LONGEST) <= 0, "asked too rarely");
      fits(fetched.document());
    } catch (FetchFailure e) {
      fits(e.reason());
    }
  }

  /** The same of the set alone, which needs no head around it. */
  @MethodSource("sets")
  @FuzzTest
  void keySet(byte[] json) {
    try {
      fits(KeySetDocument.read(json));
    } catch (FetchFailure e) {
      fits(e.reason());
    }
  }

  private static void fits(String reason) {
    Demand.oneLine(reason);
    Demand.that(reason.length() <= LONGEST_REASON, "a reason of " + reason.length());
  }

  private static void fits(KeySetDocument document) {
    Set<String> ids = new HashSet<>();
    for (KeyMaterial key : document.keys()) {
      Demand.that(key.key() instanceof PublicKey, "a key that is not public");
      Demand.that(key.keyId() == null || ids.add(key.keyId()), "two keys of one id");
      Demand.that(!key.fitting(KeySetDocument.BY_PUBLIC_KEY).isEmpty(), "a key for nothing");
    }
    Demand.that(!document.keys().isEmpty(), "no keys");
    document.leftOut().forEach(Demand::oneLine);
  }

  static Stream<byte[]> answers() {
    String set = set(EC, OTHERS);
    return Stream.of(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + set.length()
                + "\r\nCache-Control: max-age=3600, must-revalidate\r\nAge: 17\r\n\r\n"
                + set,
            "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.0 200 OK\r\nContent-Type:"
                + " application/jwk-set+json; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk(set.substring(0, 20))
                + chunk(set.substring(20))
                + "0\r\n\r\n",
            "HTTP/1.1 200 OK\nCache-Control: no-store\nContent-Encoding: identity\n\n" + set(OKP),
            "HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n<html>")
        .map(answer -> answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String chunk(String part) {
    return Integer.toHexString(part.length()) + ";x=y\r\n" + part + "\r\n";
  }

  static Stream<byte[]> sets() {
    return Stream.of(set(RSA, EC, OKP, OTHERS), set(RSA), set(OKP.replace("\"x\"", "\"d\"")))
        .map(set -> set.getBytes(StandardCharsets.UTF_8));
  }

  private static String set(String... keys) {
    return "{\"keys\":[" + String.join(",", List.of(keys)) + "]}";
  }
}
