package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.servertests.process.Deadline;

/** How launches end, good ones and refused ones, whichever server the portal runs on. */
interface LaunchContract extends PortalUnderTest {
  Pattern REFERENCE = Pattern.compile("id=\"reference\">([^<]+)<");

  @Test
  @Clause({"ZD-2", "ZD-3", "V-38"})
  default void linkWithATokenLogsInAndLeadsToACleanAddress() throws Exception {
    Visitor visitor = visitor();

    HttpResponse<String> response = visitor.launchByLink(launches().token(Launches.zorgdomein()));

    assertEntered(response);
    assertThat(response.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("JSESSIONID=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(visitor.get("/whoami").statusCode()).isEqualTo(200);
  }

  @Test
  @Clause({"ZD-2", "ZD-3"})
  default void whoamiAfterZorgdomeinsExampleSaysAllOfItAndNothingElse() throws Exception {
    long now = Instant.now().getEpochSecond();
    String issuedAt = Instant.ofEpochSecond(now).toString();
    Visitor visitor = visitor();

    String token = launches().token(TestPartner.zorgdomeinToken("whoami-" + now, now));
    assertEntered(visitor.launchByLink(token));

    assertThat(visitor.whoami()).isEqualTo(WhoamiJson.zorgdomein("whoami-" + now, issuedAt));
  }

  @Test
  @Clause({"ZD-2", "ZD-3"})
  default void whoamiAfterALaunchWithAResponsiblePractitionerNamesThatOne() throws Exception {
    long now = Instant.now().getEpochSecond();
    TokenBuilder token =
        TestPartner.zorgdomeinToken("responsible-" + now, now)
            .claim("responsible-id.system", "agb-z")
            .claim("responsible-id.value", "01234567");
    Visitor visitor = visitor();

    assertEntered(visitor.launchByLink(launches().token(token)));

    String issuedAt = Instant.ofEpochSecond(now).toString();
    assertThat(visitor.whoami())
        .isEqualTo(WhoamiJson.zorgdomein("responsible-" + now, issuedAt, "01234567"));
  }

  @Test
  @Clause({"EL-1", "EL-15"})
  default void whoamiAfterExorlivesExampleSaysAllOfItAndNothingElse() throws Exception {
    Visitor visitor = visitor();

    assertEntered(visitor.launchByForm(launches().token(TestPartner.exorliveToken())));

    assertThat(visitor.whoami()).isEqualTo(WhoamiJson.exorlive());
  }

  @Test
  @Clause("ZD-3")
  default void startPageAfterALinkShowsThePatientsIdAndTheUser() throws Exception {
    HttpResponse<String> page = launched().get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("5a4fc42a-1847-4862-a5da-7af86ac23968", "01029999", "T90");
    assertUnkept(page);
  }

  @Test
  @Clause({"EL-1", "EL-15", "EL-17"})
  default void startPageAfterAFormPostShowsPatientAndUserByName() throws Exception {
    Visitor visitor = visitor();

    assertEntered(visitor.launchByForm(launches().token(Launches.exorlive())));

    HttpResponse<String> page = visitor.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Baby Yoda", "13 November 1969", "Mando Lorian", "Tatooine");
    assertUnkept(page);
  }

  @Test
  default void namesBeyondAsciiReachThePageWholeAndEscaped() throws Exception {
    TokenBuilder token =
        Launches.exorlive()
            .nested("contact", "firstname", "Ødegård-Żółć")
            .nested("contact", "lastname", "<b>O'Naboo</b> & 李");
    Visitor visitor = visitor();

    assertEntered(visitor.launchByForm(launches().token(token)));

    assertThat(visitor.get("/").body())
        .contains("Ødegård-Żółć &lt;b&gt;O&#039;Naboo&lt;/b&gt; &amp; 李")
        .doesNotContain("<b>O");
    assertThat(visitor.whoami().at("/context/patient/familyName").asText())
        .isEqualTo("<b>O'Naboo</b> & 李");
  }

  @Test
  default void whoamiWithoutALaunchIs401() throws Exception {
    assertThat(visitor().get("/whoami").statusCode()).isEqualTo(401);
  }

  @Test
  default void startPageWithoutALaunchSaysThatNobodyIsLoggedIn() throws Exception {
    HttpResponse<String> page = visitor().get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Nobody is logged in");
  }

  @Test
  @Clause("ZD-4")
  default void tamperedLinkIsDeniedAndLogsNobodyIn() throws Exception {
    Visitor visitor = visitor();

    HttpResponse<String> response =
        visitor.launchByLink(launches().tampered(Launches.zorgdomein()));

    assertDenied(response);
    assertThat(visitor.get("/whoami").statusCode()).isEqualTo(401);
  }

  @Test
  default void tamperedFormIsDenied() throws Exception {
    assertDenied(visitor().launchByForm(launches().tampered(Launches.exorlive())));
  }

  @Test
  @Clause("ZD-4")
  default void expiredTokenIsDenied() throws Exception {
    long tooLongAgo = Instant.now().minus(Duration.ofSeconds(310)).getEpochSecond();

    String token = launches().token(TestPartner.zorgdomeinToken("expired", tooLongAgo));

    assertDenied(visitor().launchByLink(token));
  }

  @Test
  default void referenceOnTheRefusalPageStandsInTheLog() throws Exception {
    HttpResponse<String> denied =
        visitor().launchByLink(launches().tampered(Launches.zorgdomein()));

    Matcher reference = REFERENCE.matcher(denied.body());
    assertThat(reference.find()).isTrue();
    String logged = "launch refused ref=" + reference.group(1);
    Deadline.await(logged, Duration.ofSeconds(10), () -> portal().log().contains(logged));
  }

  @Test
  default void refusalIsProblemDetailsForAClientThatPrefersJson() throws Exception {
    String token = launches().tampered(Launches.zorgdomein());

    HttpResponse<String> response =
        visitor().get("/launch?token=" + token, "application/problem+json");

    assertDenied(response);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }
}
