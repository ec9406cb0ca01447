package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.AcceptedCases.FORM;
import static org.launchgate.servlet.AcceptedCases.PAYLOAD;
import static org.launchgate.servlet.AcceptedCases.QUERY;
import static org.launchgate.servlet.AcceptedCases.sealed;
import static org.launchgate.servlet.CanaryTokens.exorlive;
import static org.launchgate.servlet.CanaryTokens.hti20;
import static org.launchgate.servlet.CanaryTokens.now;
import static org.launchgate.servlet.CanaryTokens.own;
import static org.launchgate.servlet.CanaryTokens.zorgdomein;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.launchgate.Arrival;
import org.launchgate.Canary;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.RefusalReason;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** Launches that are refused, by every reason, and by some in more than one way. */
final class RefusedCases {
  private static final String EMAIL = Canary.USER_EMAIL.text();
  private static final String NAME = Canary.PATIENT_FAMILY_NAME.text() + ", Bram";

  private RefusedCases() {}

  static Stream<PrivacyCase> all() {
    return Stream.of(
            byRequest(),
            byShape(),
            byEncryption(),
            byPartner(),
            byKey(),
            byClaims(),
            byTime(),
            byUse())
        .flatMap(cases -> cases);
  }

  private static PrivacyCase of(
      RefusalReason reason, String how, Supplier<TokenBuilder> token, Arrival arrival) {
    return ofText(reason, how, () -> token.get().token(), arrival);
  }

  private static PrivacyCase ofText(
      RefusalReason reason,
      String how,
      Supplier<String> token,
      Arrival arrival,
      String... headers) {
    return by(reason, how, stage -> stage.launch(token.get(), arrival, headers));
  }

  private static PrivacyCase by(RefusalReason reason, String how, PrivacyCase.Act act) {
    return PrivacyCase.of(reason.code() + ": " + how, act).refused(reason);
  }

  private static Stream<PrivacyCase> byRequest() {
    return Stream.of(
        ofText(
            RefusalReason.INSECURE_TRANSPORT,
            "passed on",
            () -> exorlive().token(),
            PAYLOAD,
            "X-Forwarded-For",
            EMAIL),
        by(
            RefusalReason.MEDIA_TYPE_NOT_SUPPORTED,
            "text",
            stage -> post(stage, "/launch", "text/plain; x=" + EMAIL, exorlive())),
        by(
            RefusalReason.REQUEST_TOO_LARGE,
            "long body",
            stage -> {
              String token = stage.secret(exorlive().token());
              stage.hear(
                  stage.app().browser().post("/launch", "payload=" + token + "a".repeat(100_000)));
            }),
        by(
            RefusalReason.REQUEST_MALFORMED,
            "no percent-encoding",
            stage -> {
              String token = stage.secret(exorlive().token());
              stage.hear(stage.app().browser().post("/launch", "payload=" + token + "&x=%zz"));
            }),
        by(
            RefusalReason.REQUEST_MALFORMED,
            "JSON that is none",
            stage -> post(stage, "/launch", "application/json", exorlive())),
        by(
            RefusalReason.TOKEN_MISSING,
            "in another field",
            stage -> {
              String token = stage.secret(exorlive().token());
              stage.hear(stage.app().browser().get("/launch?jwt=" + token + "&name=" + EMAIL));
            }),
        by(
            RefusalReason.TOKEN_AMBIGUOUS,
            "two",
            stage -> {
              String token = stage.secret(exorlive().token());
              stage.hear(
                  stage.app().browser().post("/launch", "payload=" + token + "&token=" + token));
            }));
  }

  private static void post(PrivacyStage stage, String path, String type, TokenBuilder builder) {
    String token = stage.secret(builder.token());
    stage.hear(
        stage
            .app()
            .browser()
            .send(
                "POST",
                path,
                java.net.http.HttpRequest.BodyPublishers.ofString(token),
                "Content-Type",
                type));
  }

  private static Stream<PrivacyCase> byShape() {
    return Stream.of(
        of(
            RefusalReason.TOKEN_TOO_LARGE,
            "long claim",
            () -> exorlive().claim("notes", Canary.FREE_TEXT.text().repeat(2000)),
            PAYLOAD),
        ofText(
            RefusalReason.TOKEN_MALFORMED, "stray letter", () -> exorlive().token() + "!", PAYLOAD),
        ofText(
            RefusalReason.TOKEN_MALFORMED,
            "two parts",
            () -> firstTwo(exorlive().token()),
            PAYLOAD),
        of(
            RefusalReason.HEADER_MALFORMED,
            "duplicate",
            () -> exorlive().rawHeader("{\"alg\":\"HS256\",\"%1$s\":1,\"%1$s\":2}".formatted(NAME)),
            PAYLOAD),
        of(
            RefusalReason.HEADER_MALFORMED,
            "kid of two lines",
            () -> exorlive().header("kid", NAME + "\n" + EMAIL),
            PAYLOAD),
        of(
            RefusalReason.CLAIMS_MALFORMED,
            "text",
            () -> exorlive().rawPayload("\"" + NAME + "\""),
            PAYLOAD),
        of(
            RefusalReason.CLAIMS_MALFORMED,
            "trailing comma",
            () -> exorlive().rawPayload("{\"contact\":{\"lastname\":\"" + NAME + "\",}}"),
            PAYLOAD),
        of(
            RefusalReason.HEADER_NOT_ALLOWED,
            "crit",
            () -> exorlive().header("crit", List.of(EMAIL)),
            PAYLOAD),
        of(RefusalReason.TYPE_NOT_ALLOWED, "typ", () -> exorlive().header("typ", NAME), PAYLOAD));
  }

  private static String firstTwo(String token) {
    return token.substring(0, token.lastIndexOf('.'));
  }

  private static Stream<PrivacyCase> byEncryption() {
    return Stream.of(
        ofText(
            RefusalReason.TOKEN_ENCRYPTED,
            "twice",
            () -> sealed(sealed(inner()).token()).token(),
            FORM),
        ofText(
            RefusalReason.ENCRYPTION_NOT_ALLOWED,
            "compressed",
            () -> sealed(inner()).header("zip", EMAIL).token(),
            FORM),
        ofText(
            RefusalReason.DECRYPTION_KEY_UNKNOWN,
            "another kid",
            () -> sealed(inner()).header("kid", EMAIL).token(),
            FORM),
        ofText(
            RefusalReason.DECRYPTION_FAILED,
            "another key",
            () ->
                EncryptedTokenBuilder.of(
                        inner(), TestPartner.RSA.getPublic(), "RSA-OAEP-256", "A256GCM")
                    .header("kid", CanaryPartners.RECEIVER_KEY_ID)
                    .token(),
            FORM),
        ofText(
            RefusalReason.TOKEN_MALFORMED,
            "what is inside",
            () -> sealed(NAME + EMAIL + Canary.PATIENT_NATIONAL_ID.text()).token(),
            FORM),
        ofText(RefusalReason.ENCRYPTION_REQUIRED, "bare", RefusedCases::inner, FORM));
  }

  private static String inner() {
    return hti20(CanaryPartners.SEALED).token();
  }

  private static Stream<PrivacyCase> byPartner() {
    return Stream.of(
        of(RefusalReason.PARTNER_UNKNOWN, "iss", () -> zorgdomein().claim("iss", EMAIL), QUERY),
        of(RefusalReason.PARTNER_UNKNOWN, "name", () -> zorgdomein().claim("iss", NAME), QUERY),
        by(
            RefusalReason.PARTNER_UNKNOWN,
            "token in iss and kid",
            stage -> {
              String token = stage.secret(zorgdomein().token());
              String part = token.substring(0, 250);
              stage.launch(zorgdomein().claim("iss", part).header("kid", part).token(), QUERY);
            }),
        ofText(
            RefusalReason.PARTNER_UNKNOWN,
            "path",
            () -> exorlive().token(),
            PAYLOAD.atPartner(Canary.USERNAME.text())),
        of(RefusalReason.ARRIVAL_NOT_ALLOWED, "query", () -> exorlive(), QUERY));
  }

  private static Stream<PrivacyCase> byKey() {
    return Stream.of(
        cutSignature(),
        of(RefusalReason.KEY_ID_MISSING, "none", () -> zorgdomein().withoutHeader("kid"), QUERY),
        of(
            RefusalReason.ALGORITHM_NOT_ALLOWED,
            "none",
            () -> zorgdomein().header("alg", EMAIL),
            QUERY),
        of(RefusalReason.KEY_UNKNOWN, "kid", () -> zorgdomein().header("kid", EMAIL), QUERY),
        of(
            RefusalReason.KEY_NOT_VALID,
            "over",
            () -> zorgdomein().claim("iss", CanaryPartners.OVER).header("kid", "k"),
            QUERY),
        of(
            RefusalReason.SIGNATURE_INVALID,
            "another secret",
            () -> exorlive().signedBy(new SecretKeySpec(new byte[32], "HMAC")),
            PAYLOAD),
        of(
            RefusalReason.SIGNATURE_INVALID,
            "another key",
            () -> own().signedBy(TestPartner.rsa(2048).getPrivate()),
            FORM));
  }

  /** Of a length that no key makes, over which jose4j stumbles and says so. */
  static PrivacyCase cutSignature() {
    return ofText(
        RefusalReason.SIGNATURE_INVALID,
        "cut off",
        () -> {
          String token = own().token();
          return token.substring(0, token.length() - 2);
        },
        FORM);
  }

  private static Stream<PrivacyCase> byClaims() {
    return Stream.of(
        ofText(
            RefusalReason.ISSUER_NOT_ALLOWED,
            "on the path of another",
            () -> zorgdomein().claim("iss", NAME).token(),
            QUERY.atPartner("demo-xis")),
        of(
            RefusalReason.AUDIENCE_NOT_ALLOWED,
            "aud",
            () -> exorlive().claim("aud", EMAIL),
            PAYLOAD),
        of(
            RefusalReason.CLAIM_MISSING,
            "employeeId",
            () -> exorlive().without("employeeId"),
            PAYLOAD),
        of(RefusalReason.CLAIM_MISSING, "employee", () -> own().without("employee"), FORM),
        of(
            RefusalReason.CLAIM_MALFORMED,
            "birth date",
            () -> exorlive().nested("contact", "birthdate", NAME),
            PAYLOAD),
        of(
            RefusalReason.CLAIM_MALFORMED,
            "control character",
            () -> exorlive().nested("contact", "lastname", NAME + "\u0000"),
            PAYLOAD),
        of(
            RefusalReason.CLAIM_MALFORMED,
            "jti",
            () -> exorlive().claim("jti", NAME + "\n"),
            PAYLOAD),
        of(
            RefusalReason.CLAIM_MALFORMED,
            "iss",
            () -> exorlive().claim("iss", NAME + "\n"),
            PAYLOAD),
        of(
            RefusalReason.CLAIM_MALFORMED,
            "reference",
            () -> hti20(CanaryPartners.HTI_20).claim("sub", NAME),
            FORM),
        of(
            RefusalReason.CLAIM_MALFORMED,
            "list",
            () -> own().claim("clientNumbers", List.of(EMAIL)),
            FORM),
        of(
            RefusalReason.CLAIM_NOT_ALLOWED,
            "system",
            () -> zorgdomein().claim("user-id.system", NAME),
            QUERY),
        of(
            RefusalReason.CLAIM_NOT_ALLOWED,
            "nonce",
            () -> hti20(CanaryPartners.HTI_20).claim("nonce", EMAIL),
            FORM),
        of(
            RefusalReason.CLAIMS_INCOMPLETE,
            "half of an identifier",
            () ->
                zorgdomein().without("responsible-id.system").claim("responsible-id.value", EMAIL),
            QUERY),
        of(
            RefusalReason.ORGANIZATION_NOT_ALLOWED,
            "e-mail address",
            () -> zorgdomein().claim("org-id.value", EMAIL),
            QUERY));
  }

  private static Stream<PrivacyCase> byTime() {
    return Stream.of(
        of(
            RefusalReason.TOKEN_TOO_OLD,
            "iat",
            () -> zorgdomein().claim("iat", now() - 1000),
            QUERY),
        of(
            RefusalReason.TOKEN_EXPIRED,
            "exp",
            () -> exorlive().claim("exp", now() - 1000),
            PAYLOAD),
        of(
            RefusalReason.TOKEN_NOT_YET_VALID,
            "iat",
            () -> exorlive().claim("iat", now() + 1000),
            PAYLOAD),
        of(
            RefusalReason.LIFETIME_TOO_LONG,
            "exp",
            () -> hti20(CanaryPartners.HTI_20).claim("exp", now() + 1000),
            FORM),
        of(RefusalReason.CLAIM_MALFORMED, "time", () -> exorlive().claim("iat", EMAIL), PAYLOAD));
  }

  private static Stream<PrivacyCase> byUse() {
    return Stream.of(
        by(RefusalReason.REPLAYED, "by another browser", RefusedCases::replay)
            .raises("accepted", "replayed"),
        by(
                RefusalReason.OTHER_USER_LOGGED_IN,
                "at the container",
                stage -> stage.launch(exorlive().token(), PAYLOAD, "X-User", "yes"))
            .in((app, listeners) -> app.filter(ContainerUser.named(EMAIL, "X-User"))),
        target(
            RefusalReason.TARGET_VALUE_MISSING, () -> zorgdomein().without("context.patient-id")),
        target(
            RefusalReason.TARGET_NOT_ALLOWED,
            () -> zorgdomein().claim("context.patient-id", Canary.PATIENT_ID.text() + "/..")),
        target(
            RefusalReason.TARGET_VALUE_PERSONAL,
            () -> zorgdomein().claim("context.patient-id", EMAIL)),
        by(
            RefusalReason.SIGNATURE_INVALID,
            "told in JSON",
            stage ->
                stage.launch(
                    exorlive().signedBy(new SecretKeySpec(new byte[32], "HMAC")).token(),
                    PAYLOAD,
                    "Accept",
                    "application/json")),
        by(RefusalReason.SIGNATURE_INVALID, "a flood of it", RefusedCases::flood)
            .in((app, listeners) -> {}));
  }

  private static PrivacyCase target(RefusalReason reason, Supplier<TokenBuilder> token) {
    return of(reason, "of the patient's page", token, QUERY)
        .in((app, listeners) -> app.param("targetUrl", "/patients/{patient.id}"));
  }

  private static void replay(PrivacyStage stage) {
    String token = exorlive().token();
    assertThat(stage.launch(token, PAYLOAD).statusCode()).isEqualTo(303);
    assertThat(stage.launch(token, PAYLOAD).statusCode()).isEqualTo(403);
  }

  /** More than have a line of their own, so that a count is told of the rest. */
  private static void flood(PrivacyStage stage) {
    TokenBuilder forged = exorlive().signedBy(new SecretKeySpec(new byte[32], "HMAC"));
    for (int i = 0; i < RefusalTally.LINES + 2; i++) {
      stage.launch(forged.token(), PAYLOAD);
    }
  }
}
