package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.LaunchPrincipal;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.servlet.LaunchAttributes;

/** The module alone, with no filter, on a real Tomcat. */
class ModuleOnTomcatTest {
  private final Tomcat tomcat = new Tomcat();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private URI home;

  /** Says who the container thinks is there. */
  private static final class WhoAmI extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Principal user = request.getUserPrincipal();
      response
          .getWriter()
          .print(
              (user == null ? "nobody" : user.getName())
                  + " "
                  + (user instanceof LaunchPrincipal)
                  + " "
                  + request.isUserInRole("practitioner")
                  + " "
                  + LaunchAttributes.contextOf(request)
                      .flatMap(context -> context.patient())
                      .flatMap(patient -> patient.id())
                      .orElse("none"));
    }
  }

  @BeforeEach
  void start(@TempDir Path folder) throws IOException, LifecycleException {
    Files.createDirectories(folder.resolve("app/WEB-INF"));
    Files.writeString(folder.resolve("app/WEB-INF/partners.json"), TestPartner.partnersFile());
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("/app", folder.resolve("app").toString());
    context.addParameter("launchgate.partners", "/WEB-INF/partners.json");
    context.addParameter("launchgate.allowedHosts", "127.0.0.1:*");
    context.addParameter("launchgate.logoutPath", "/logout");
    context.addApplicationListener(LaunchAuthenticationListener.class.getName());
    Tomcat.addServlet(context, "whoami", new WhoAmI());
    context.addServletMappingDecoded("/", "whoami");
    SecurityCollection secret = new SecurityCollection();
    secret.addPatternDecoded("/secret/*");
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(secret);
    constraint.addAuthRole("practitioner");
    context.addConstraint(constraint);
    context.addSecurityRole("practitioner");
    tomcat.start();
    home = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/app/");
  }

  @AfterEach
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(home.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static TokenBuilder token() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }

  private HttpResponse<String> launch(TokenBuilder token) throws IOException, InterruptedException {
    return get("launch?token=" + URLEncoder.encode(token.token(), StandardCharsets.UTF_8));
  }

  @Test
  void withoutALaunchOpenPagesAreServedAndOthersAsk() throws Exception {
    assertThat(get("").body()).isEqualTo("nobody false false none");

    HttpResponse<String> secret = get("secret/page");

    assertThat(secret.statusCode()).isEqualTo(401);
    assertThat(secret.body()).contains("<h1").doesNotContain("nobody");
  }

  @Test
  void launchLogsInToTheContainer() throws Exception {
    HttpResponse<String> answer = launch(token());
    assertThat(answer.statusCode()).isEqualTo(303);

    HttpResponse<String> secret = get("secret/page");

    assertThat(secret.statusCode()).isEqualTo(200);
    assertThat(secret.body()).startsWith("demo-xis|").contains(" true true ");
  }

  @Test
  void refusedLaunchIsAnsweredAndLogsNobodyIn() throws Exception {
    HttpResponse<String> answer = launch(token().claim("iss", "Nobody"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied");
    assertThat(get("").body()).isEqualTo("nobody false false none");
  }

  @Test
  void logoutEndsBoth() throws Exception {
    launch(token());
    HttpResponse<String> out =
        client.send(
            HttpRequest.newBuilder(home.resolve("logout"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(get("secret/page").statusCode()).isEqualTo(401);
  }
}
