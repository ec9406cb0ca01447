package org.launchgate.servlet;

/** Where launches lead, on Tomcat. */
class TargetTomcatTest extends TargetContract {
  @Override
  Server start(String targetUrl) {
    TomcatApp app =
        new TomcatApp()
            .param("targetUrl", targetUrl)
            .param("loginRequired", "true")
            .param("logoutPath", "/bye")
            .param("closePath", "/close")
            .param("scriptPath", "/launchgate.js")
            .page("/*", TargetContract::echo)
            .start();
    return new Server() {
      @Override
      public Browser browser() {
        return app.browser();
      }

      @Override
      public void close() {
        app.close();
      }
    };
  }
}
