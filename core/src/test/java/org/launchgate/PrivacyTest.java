package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.internal.jose.Decryption;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.PartnerHints;

/** No token, name or national id in a log, a refusal or a {@code toString}, whatever comes in. */
class PrivacyTest {
  private static final List<String> CANARIES =
      List.of("Canaryfirst", "Canarylast", "canaryuser", "13116900216", "99887766", "canary@mail");

  private final VerifierFixture at = new VerifierFixture();
  private final StringBuilder seen = new StringBuilder();
  private final Handler recorder = new Recorder();
  private final Logger root = Logger.getLogger("");
  private Level before;

  @BeforeEach
  void recordEverything() {
    before = root.getLevel();
    root.setLevel(Level.ALL);
    root.addHandler(recorder);
  }

  @AfterEach
  void stopRecording() {
    root.removeHandler(recorder);
    root.setLevel(before);
  }

  @Test
  void acceptedAndRefusedLaunchesShowNoneOfTheirContent() {
    List<String> tokens = new ArrayList<>();
    tokens.add(canary().token());
    tokens.add(canary().token());
    tokens.add(canary().header("alg", "HS384").token());
    tokens.add(canary().header("typ", "Canarylast").token());
    tokens.add(canary().nested("contact", "birthdate", "Canarylast").token());
    tokens.add(canary().nested("contact", "lastname", "Canarylast\u0000").token());
    tokens.add(canary().claim("employeeId", 13116900216L).token());
    tokens.add(canary().claim("aud", "Canarylast").token());
    tokens.add(canary().claim("jti", "13116900216\n").token());
    tokens.add(canary().claim("iat", "13116900216").token());
    tokens.add(canary().without("organizationId").token());
    tokens.add(canary().withoutNested("contact", "id").token());
    tokens.add(canary().rawPayload("{\"contact\":{\"ssn\":\"13116900216\",}}").token());
    tokens.add(canary().rawPayload("Canarylast").token());
    tokens.add(canary().token() + "Canarylast");
    tokens.add(canary().token().replace('.', '!'));
    for (String token : tokens) {
      Verdict verdict = at.verifier.verify(token, VerifierFixture.PAYLOAD);
      seen.append(verdict).append('\n');
      if (verdict instanceof Verdict.Refused refused) {
        seen.append(refused.refusal()).append(refused.refusal().detail()).append('\n');
      }
      for (String part : token.split("[.!]", -1)) {
        if (part.length() > 12) {
          assertThat(seen.toString()).doesNotContain(part);
        }
      }
    }
    at.refuse(
        at.zorgdomein().claim("user-id.system", "Canarylast"), RefusalReason.CLAIM_NOT_ALLOWED);
    for (String personal :
        List.of("canary@mail.example", "Canarylast, Canaryfirst", "eyJhbGciOiJ")) {
      note(at.refuse(at.zorgdomein().header("kid", personal), RefusalReason.KEY_UNKNOWN));
      note(at.refuse(at.zorgdomein().claim("iss", personal), RefusalReason.PARTNER_UNKNOWN));
      note(
          at.refuse(
              at.zorgdomein().claim("org-id.value", personal),
              RefusalReason.ORGANIZATION_NOT_ALLOWED));
    }
    assertThat(seen.toString()).doesNotContain("eyJ");
    assertThat(seen.toString())
        .contains("claim_malformed", "Accepted")
        .doesNotContain("Canarylast")
        .doesNotContain(CANARIES);
  }

  @Test
  void hintsAndArrivalsShowNothingThatAnybodyMayHaveWritten() {
    Optional<String> personal = Optional.of("Canarylast");
    assertThat(new PartnerHints(personal, personal, personal).toString())
        .isEqualTo("PartnerHints[path=true, issuer=true, keyId=true]");
    assertThat(Arrival.form("token").atPartner("Canarylast"))
        .hasToString("Arrival[FORM token, a path]");
    assertThat(Arrival.form("token")).hasToString("Arrival[FORM token]");
  }

  @Test
  void tokensOnTheirWayShowNoneOfTheirContent() {
    String signed = canary().header("kid", "Canarylast").token();
    ReadToken sealed =
        EncryptedToken.read(
            EncryptedTokenBuilder.of(signed, TestPartner.RSA.getPublic(), "RSA-OAEP-256", "A256GCM")
                .header("kid", "Canarylast")
                .token(),
            Decryption.standard());
    CompactToken token = (CompactToken) CompactToken.read(signed, 16_384);

    assertThat(sealed).isInstanceOf(EncryptedToken.class);
    assertThat(List.of(sealed, ((EncryptedToken) sealed).parts(), token, token.signedParts()))
        .extracting(Object::toString)
        .noneMatch(text -> text.contains("Canary") || text.contains("eyJ"));
    assertThat(token).hasToString("CompactToken[TokenHeader[alg, kid]]");
    assertThat(new SourceValues.Identity("Canarylast", "Canarylast")).hasToString("Identity");
    assertThat(sealed).hasToString("EncryptedToken[EncryptedParts[[alg, enc, kid]]]");
  }

  @Test
  void tokenOfAnEventShowsItsKeyAndNotItsId() {
    EventToken token =
        new EventToken(
            Optional.of("key-1"),
            Optional.of("RS256"),
            Optional.of("Canarylast"),
            Optional.empty(),
            Optional.empty());
    assertThat(token).hasToString("EventToken[kid=key-1, alg=RS256]");
  }

  @Test
  void theRecorderWouldSeeACanary() {
    org.slf4j.LoggerFactory.getLogger(LaunchVerifier.class).trace("Canarylast");
    assertThat(seen.toString()).contains("Canarylast");
  }

  private void note(Refusal refusal) {
    seen.append(refusal).append('\n');
  }

  private static TokenBuilder canary() {
    return TestPartner.exorliveToken()
        .claim("employeeFirstname", "Canaryfirst")
        .claim("employeeUsername", "canaryuser")
        .claim("employeeEmail", "canary@mail.example")
        .nested("contact", "firstname", "Canaryfirst")
        .nested("contact", "lastname", "Canarylast")
        .nested("contact", "mobile", "99887766");
  }

  /** Keeps every record, with its exceptions. */
  private final class Recorder extends Handler {
    @Override
    public void publish(LogRecord record) {
      seen.append(record.getLoggerName()).append(' ').append(record.getMessage()).append('\n');
      if (record.getThrown() != null) {
        StringWriter trace = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(trace));
        seen.append(trace);
      }
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
