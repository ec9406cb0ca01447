package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The digest that names a launch: the same in every version, since stores keep it. */
class TokenIdentityTest {
  private static final String TEXT = TestPartner.exorliveToken().token();
  private static final CompactToken TOKEN = (CompactToken) CompactToken.read(TEXT, 16_384);

  @Test
  void ofATokenWithAnIdIsMadeOfPartnerIssuerAndId() throws Exception {
    Digest expected = new Digest().part("tatooine").part("=Demo").kind(1).part("one");

    assertThat(TokenIdentity.of("tatooine", "Demo", "one", TOKEN).value())
        .isEqualTo(expected.value());
  }

  @Test
  void ofATokenWithoutAnIdIsMadeOfWhatWasSigned() throws Exception {
    String signed = TEXT.substring(0, TEXT.lastIndexOf('.'));
    Digest expected = new Digest().part("tatooine").part("\0").kind(2).part(signed);

    assertThat(TokenIdentity.of("tatooine", null, null, TOKEN).value()).isEqualTo(expected.value());
  }

  /** The same, written out. */
  private static final class Digest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    Digest part(String text) throws IOException {
      out.writeInt(text.length());
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      return this;
    }

    Digest kind(int number) throws IOException {
      out.write(number);
      return this;
    }

    String value() throws Exception {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }
  }
}
