package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.launchgate.Clause;
import org.launchgate.RefusalReason;

/** Checklist row 39: what is said tells nothing; and what it looks like. */
class RefusalResponseTest {
  private static final Map<RefusalReason, Integer> OTHERS =
      new EnumMap<>(
          Map.of(
              RefusalReason.REQUEST_TOO_LARGE, 413,
              RefusalReason.TOKEN_TOO_LARGE, 413,
              RefusalReason.MEDIA_TYPE_NOT_SUPPORTED, 415));

  /** What a user is told of their own account or system, after that has signed who they are. */
  private static final Set<RefusalReason> OF_ACCOUNTS =
      EnumSet.of(
          RefusalReason.PARTNER_REPORT_ONLY,
          RefusalReason.ACCOUNT_UNKNOWN,
          RefusalReason.ACCOUNT_NOT_LINKED,
          RefusalReason.ACCOUNT_LINKED_OTHERWISE);

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void everyReasonHasItsStatus(RefusalReason reason) {
    assertThat(RefusalResponse.of(reason).status()).isEqualTo(OTHERS.getOrDefault(reason, 403));
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  @Clause("V-39")
  void deniedLaunchesAreToldTheSame(RefusalReason reason) {
    if (!OTHERS.containsKey(reason) && !OF_ACCOUNTS.contains(reason)) {
      assertThat(RefusalResponse.of(reason))
          .isSameAs(RefusalResponse.of(RefusalReason.SIGNATURE_INVALID));
    }
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void noReasonIsNamed(RefusalReason reason) {
    RefusalResponse response = RefusalResponse.of(reason);
    assertThat(HtmlPage.of(response.page("ABC"), Language.ENGLISH)).doesNotContain(reason.code());
    assertThat(RefusalProblem.json(response, "ABC")).doesNotContain(reason.code());
  }

  @Test
  void pageSaysWhatToDoAndGivesTheReference() {
    Page page = RefusalResponse.of(RefusalReason.REPLAYED).page("K7M2QWXY34");
    assertThat(HtmlPage.of(page, Language.ENGLISH))
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\">")
        .contains("<title>Access denied</title>")
        .containsOnlyOnce("<main>")
        .containsOnlyOnce("<h1>Access denied</h1>")
        .contains("open the application from there again")
        .contains("<code>K7M2QWXY34</code>")
        .doesNotContain("<script", "http:", "https:", "style=");
  }

  @Test
  void programIsToldInEnglish() {
    assertThat(RefusalProblem.json(RefusalResponse.staleWindow(), "K7M2QWXY34"))
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"The patient in this window is no longer in"
                + " focus\",\"status\":409,\"reference\":\"K7M2QWXY34\"}");
  }

  @Test
  void textOfTheApplicationTakesThePlaceOfOurs() {
    Page page =
        RefusalResponse.of(RefusalReason.ACCOUNT_REFUSED).saying("Ask <Bob> first.").page("ABC");
    assertThat(HtmlPage.of(page, Language.DUTCH))
        .contains("<h1>Geen toegang</h1>\n<p>Ask &lt;Bob&gt; first.</p>\n<p>Ga terug naar")
        .doesNotContain("kon niet worden geopend");
    assertThat(new PageView(page, Language.DUTCH).getText()).isEqualTo("Ask <Bob> first.");
  }

  @Test
  void unavailableSaysWhenToTryAgain() {
    assertThat(RefusalResponse.unavailable().status()).isEqualTo(503);
    assertThat(RefusalResponse.unavailable().retryAfterSeconds()).hasValue(30);
    assertThat(RefusalResponse.of(RefusalReason.REPLAYED).retryAfterSeconds()).isEmpty();
  }

  @Test
  void viewHoldsWhatThePageShows() {
    RefusalView view =
        new RefusalView(RefusalResponse.of(RefusalReason.REPLAYED).page("K7M2QWXY34"));
    assertThat(view.getStatus()).isEqualTo(403);
    assertThat(view.getTitle()).isEqualTo("Access denied");
    assertThat(view.getText()).contains("open the application from there again");
    assertThat(view.getReference()).isEqualTo("K7M2QWXY34");
  }
}
