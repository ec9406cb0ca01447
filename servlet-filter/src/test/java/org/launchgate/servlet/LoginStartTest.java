package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.AccountResolver;

/** What is said of the application's own log-in with which a filter does not start. */
class LoginStartTest extends FilterStartFixture {
  private static final ApplicationLogin OTHER = request -> Optional.empty();

  private static FilterStubs linking(String... params) {
    FilterStubs stubs = good(params);
    stubs.attributes.put(AccountResolver.class.getName(), new MemoryLinks());
    return stubs;
  }

  @AfterEach
  void stop() {
    filter.destroy();
  }

  @Test
  void addressOfTheApplicationIsFine() {
    assertThatCode(() -> start(linking("loginUrl", "/login?first=visit")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login",
        "//evil.example/login",
        "https://idp.example/login",
        "/login#here",
        "/login/{user.value}",
        "/launch?launch_link"
      })
  void addressThatIsNoneStopsTheStartAndTheMessageSaysWhatIs(String url) {
    assertStops(
        linking("loginUrl", url),
        "init-param loginUrl is \"" + url + "\"; allowed is a path inside the application",
        "one leading /, no //, no scheme, no fragment, no fields in braces",
        "no path that the filter answers itself");
  }

  @Test
  void addressWithoutLinksStopsTheStart() {
    assertStops(good("loginUrl", "/login"), "init-param loginUrl has no effect", "accountLinks");
  }

  @Test
  void attributeWithoutAnAddressStopsTheStart() {
    assertStops(linking("loginAttribute", "user"), "init-param loginAttribute", "loginUrl");
  }

  @Test
  void attributeBesideALoginThatTheApplicationSuppliesStopsTheStart() {
    FilterStubs stubs = linking("loginUrl", "/login", "loginAttribute", "user");
    stubs.attributes.put(ApplicationLogin.class.getName(), OTHER);

    assertStops(
        stubs,
        "init-param loginAttribute is given, and so is an ApplicationLogin",
        OTHER.getClass().getName(),
        "leave one of them out");
  }
}
