package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;

/** Which requests are launches at all, whichever server the portal runs on. */
interface RequestContract extends PortalUnderTest {
  @Test
  default void linkWithoutATokenIsDenied() throws Exception {
    assertDenied(visitor().get("/launch"));
  }

  @Test
  @Clause("V-1")
  default void twoTokensAreDenied() throws Exception {
    String first = launches().token(Launches.zorgdomein());
    String second = launches().token(Launches.zorgdomein());

    assertDenied(visitor().launchByLink(first + "&token=" + second));
  }

  @Test
  @Clause("V-1")
  default void tokenInQueryAndBodyIsDenied() throws Exception {
    String token = launches().token(Launches.zorgdomein());

    assertDenied(visitor().post("/launch?token=" + token, Visitor.FORM, "token=" + token));
  }

  @Test
  default void formThatCannotBeReadIsDenied() throws Exception {
    assertDenied(visitor().post("/launch", Visitor.FORM, "token=%zz"));
  }

  @Test
  default void tokenOfAPostInItsQueryAloneIsDenied() throws Exception {
    String token = launches().token(Launches.zorgdomein());

    assertDenied(visitor().post("/launch?token=" + token, Visitor.FORM, "x=1"));
  }

  @Test
  @Clause("EL-1")
  default void payloadInALinkIsDenied() throws Exception {
    assertDenied(visitor().get("/launch?payload=" + launches().token(Launches.exorlive())));
  }

  @Test
  @Clause({"EL-15", "V-37"})
  default void payloadOfAnotherContentTypeIs415() throws Exception {
    String token = launches().token(Launches.exorlive());

    HttpResponse<String> response = visitor().post("/launch", "text/plain", "payload=" + token);

    assertThat(response.statusCode()).isEqualTo(415);
    assertTellsNothing(response);
  }

  /** Servers differ in what they make of it: Jetty's {@code getContentType} throws. */
  @Test
  @Clause("V-37")
  default void payloadInACharsetThatNobodyKnowsIs415() throws Exception {
    String token = launches().token(Launches.exorlive());

    HttpResponse<String> response =
        visitor().post("/launch", Visitor.FORM + "; charset=nobody-knows", "payload=" + token);

    assertThat(response.statusCode()).isEqualTo(415);
    assertTellsNothing(response);
  }

  @Test
  default void formLargerThanAnyTokenIs413() throws Exception {
    String token = launches().token(Launches.exorlive().claim("padding", "x".repeat(20_000)));

    HttpResponse<String> response = visitor().launchByForm(token);

    assertThat(response.statusCode()).isEqualTo(413);
    assertTellsNothing(response);
  }

  @Test
  @Clause("V-37")
  default void otherMethodsAreNotAllowed() throws Exception {
    HttpResponse<String> response = visitor().send("DELETE", "/launch");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).isPresent();
    assertUnkept(response);
  }
}
