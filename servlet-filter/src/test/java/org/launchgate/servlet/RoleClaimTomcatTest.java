package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;

/** Where roles come from: the resolver, else a claim within the partner's, else the partner. */
class RoleClaimTomcatTest {
  private final TomcatApp app =
      new TomcatApp()
          .page(
              "/roles",
              (request, response) -> {
                for (String role : List.of("practitioner", "clerk", "admin")) {
                  response.getWriter().print(request.isUserInRole(role) ? role + " " : "");
                }
              });

  @AfterEach
  void close() {
    app.close();
  }

  private void takeRolesFromTheToken() {
    app.file(
        "WEB-INF/partners.json",
        TestPartner.partnersFile()
            .replace(
                "\"profile\": \"zorgdomein\"",
                "\"profile\": {\"extends\": \"zorgdomein\", \"roles\": \"/user-roles\"}"));
  }

  private void resolveTo(AccountResolution resolution) {
    AccountResolver resolver = context -> resolution;
    app.context().getServletContext().setAttribute(AccountResolver.class.getName(), resolver);
  }

  private String rolesOf(List<String> claimed) {
    Browser browser = app.start().browser();
    String token = Launches.zorgdomein().claim("user-roles", claimed).token();
    assertThat(browser.launch(token).statusCode()).isEqualTo(303);
    return browser.get("/roles").body().strip();
  }

  @Test
  void withoutTheMemberTheUserHasThoseOfThePartnerWhateverTheTokenSays() {
    assertThat(rolesOf(List.of("admin"))).isEqualTo("practitioner");
  }

  @Test
  void claimChoosesAmongThoseOfThePartner() {
    takeRolesFromTheToken();
    assertThat(rolesOf(List.of("practitioner", "admin"))).isEqualTo("practitioner");
  }

  @Test
  void claimThatNamesNoneOfThemGivesNone() {
    takeRolesFromTheToken();
    assertThat(rolesOf(List.of("admin"))).isEmpty();
  }

  @Test
  void accountWithoutRolesOfItsOwnHasThoseOfTheClaim() {
    takeRolesFromTheToken();
    resolveTo(AccountResolution.linked("janssen"));
    assertThat(rolesOf(List.of("practitioner", "admin"))).isEqualTo("practitioner");
  }

  @Test
  void rolesOfTheResolverTakeThePlaceOfAllOthers() {
    takeRolesFromTheToken();
    resolveTo(AccountResolution.linked("janssen", Set.of("clerk")));
    assertThat(rolesOf(List.of("practitioner"))).isEqualTo("clerk");
  }
}
