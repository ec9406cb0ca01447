package org.launchgate.servlet;

import org.junit.jupiter.api.Test;

/** A partner whose scripts launch needs an address that they can be told. */
class ScriptStartTest extends FilterStartFixture {

  private static FilterStubs withOrigins(String... params) {
    FilterStubs stubs = good(params);
    stubs.resources.put("/WEB-INF/partners.json", ScriptPartners.FILE);
    return stubs;
  }

  @Test
  void originsWithoutAnAddressStopTheStart() {
    assertStops(
        withOrigins(),
        "init-param publicUrl is missing: a partner has \"origins\"",
        InitParam.PUBLIC_URL.allowed(),
        "or set allowedHosts");
  }

  @Test
  void originsWithAPublicUrlStart() throws Exception {
    start(withOrigins("publicUrl", "https://portal.example/app"));
    filter.destroy();
  }

  @Test
  void originsWithAllowedHostsStart() throws Exception {
    start(withOrigins("allowedHosts", "portal.example"));
    filter.destroy();
  }

  @Test
  void partnersWithoutOriginsNeedNeither() throws Exception {
    start(good());
    filter.destroy();
  }
}
