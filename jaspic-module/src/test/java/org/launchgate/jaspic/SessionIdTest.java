package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** When a session's id changes: at the launch, and never between. */
class SessionIdTest {
  private static ModuleApp app() {
    return new ModuleApp()
        .page("/open", (request, response) -> request.getSession())
        .page(
            "/",
            (request, response) -> response.getWriter().print(request.getUserPrincipal() != null));
  }

  @Test
  void anonymousSessionGetsANewIdByTheLaunch() {
    try (ModuleApp app = app().start()) {
      Visitor visitor = app.visitor();
      visitor.get("/open");
      String before = visitor.session();
      assertThat(before).isNotNull();

      visitor.launch(Visitor.zorgdomein());

      assertThat(visitor.session()).isNotEqualTo(before);
      assertThat(app.visitor().session(before).get("/").body()).isEqualTo("false");
    }
  }

  /** Pictures and scripts of a page come at once, with one cookie: none may lose the session. */
  @Test
  void requestsAfterTheLaunchKeepTheId() {
    try (ModuleApp app = app().start()) {
      Visitor visitor = app.visitor();
      visitor.launch(Visitor.zorgdomein());
      String launched = visitor.session();

      HttpResponse<String> first = visitor.get("/");
      HttpResponse<String> second = app.visitor().session(launched).get("/");

      assertThat(first.body()).isEqualTo("true");
      assertThat(visitor.session()).isEqualTo(launched);
      assertThat(second.body()).isEqualTo("true");
    }
  }
}
