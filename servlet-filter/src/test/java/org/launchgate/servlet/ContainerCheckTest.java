package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;

/** What a start says of a server that does something wrong, and of one that does not. */
class ContainerCheckTest {
  private static final String WILDFLY =
      "WildFly 39.0.1.Final (WildFly Core 31.0.3.Final) - 2.3.23.Final";
  private static final String LIBERTY = "IBM WebSphere Liberty/26.0.0.3";
  private static final String GLASSFISH = "Eclipse GlassFish  7.0.21";

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, ServletRegistration> servlets = new LinkedHashMap<>();
  private final Map<String, FilterRegistration> filters = new LinkedHashMap<>();
  private final List<ObjectName> registered = new ArrayList<>();

  @AfterEach
  void unregister() throws Exception {
    for (ObjectName name : registered) {
      beans.unregisterMBean(name);
    }
  }

  private ServletContext on(String server) {
    return Stub.of(ServletContext.class)
        .answer("getServerInfo", server)
        .answer("getContextPath", "/app")
        .answer("getVirtualServerName", "Catalina/localhost")
        .answer("getServletRegistrations", servlets)
        .answer("getFilterRegistrations", filters)
        .answer(
            "getResourceAsStream",
            a ->
                files.containsKey(a[0])
                    ? new ByteArrayInputStream(files.get(a[0]).getBytes(StandardCharsets.UTF_8))
                    : null)
        .stub();
  }

  private static List<String> lines(ContainerCheck check) {
    try (LogCapture log = new LogCapture()) {
      check.atStart();
      return said(log);
    }
  }

  private static List<String> linesLater(ContainerCheck check) {
    try (LogCapture log = new LogCapture()) {
      check.atFirstRequest();
      return said(log);
    }
  }

  private static List<String> said(LogCapture log) {
    return log.lines().stream()
        .map(LogCapture.Line::text)
        .filter(line -> !line.startsWith("FINE"))
        .toList();
  }

  private List<String> linesOn(String server, String... roles) {
    return lines(new ContainerCheck(on(server), Set.of(roles)));
  }

  private void webXml(String elements) {
    files.put(
        "/WEB-INF/web.xml",
        "<?xml version=\"1.0\"?><web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\""
            + " version=\"6.0\">"
            + elements
            + "</web-app>");
  }

  private void servlet(Class<?> type) {
    servlets.put(
        type.getSimpleName(),
        Stub.of(ServletRegistration.class).answer("getClassName", type.getName()).stub());
  }

  @Test
  void serverOfWhichNothingIsKnownIsSaidNothingOf() {
    assertThat(linesOn("Somebody's server/1.0")).isEmpty();
    assertThat(lines(new ContainerCheck(on(null), Set.of()))).isEmpty();
  }

  @Nested
  class Jetty {
    @Test
    void isRefused() {
      assertThatThrownBy(() -> ContainerCheck.requireFit(on("jetty/12.1.12")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("Jetty", "use the LaunchFilter alone");
    }

    @Test
    void isRefusedBeforeAnythingIsRead() {
      assertThatThrownBy(
              () ->
                  LaunchAuthenticator.publish(
                      Stub.of(ServletContext.class)
                          .answer("getServerInfo", "jetty/12.1.12")
                          .answer("getAttribute", (Object) null)
                          .stub(),
                      "module"))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNoOther() {
      for (String other : List.of(LIBERTY, WILDFLY, GLASSFISH, "Apache Tomcat/10.1.55")) {
        ContainerCheck.requireFit(on(other));
      }
      ContainerCheck.requireFit(on(null));
    }
  }

  @Nested
  class LoginConfig {
    @Test
    void isComplainedOf() {
      webXml("<login-config><auth-method> BASIC </auth-method></login-config>");

      assertThat(linesOn(GLASSFISH))
          .containsExactly(
              "WARNING web.xml has a <login-config> with the method BASIC, by which nobody logs in"
                  + " any more, since the container asks Launchgate instead: take it out (beside a"
                  + " mechanism, Liberty does not start with it)");
    }

    @Test
    void isSeenWithoutAMethodToo() {
      webXml("<login-config/>");

      assertThat(linesOn(GLASSFISH))
          .singleElement()
          .asString()
          .startsWith("WARNING web.xml has a <login-config>, by which nobody logs in");
    }

    @Test
    void isNothingElseOfThatName() {
      webXml("<servlet><login-config/></servlet><!-- <login-config/> -->");

      assertThat(linesOn(GLASSFISH)).isEmpty();
    }
  }

  @Nested
  class Roles {
    @ParameterizedTest
    @ValueSource(strings = {GLASSFISH, LIBERTY, "Payara Server 6.2025.10"})
    void thatNothingDeclaresAreComplainedOf(String server) {
      filters.put(
          "launch",
          Stub.of(FilterRegistration.class)
              .answer("getClassName", LaunchFilter.class.getName())
              .stub());
      webXml("<security-role><role-name>nurse</role-name></security-role>");

      assertThat(linesOn(server, "nurse", "practitioner"))
          .containsExactly(
              "WARNING no <security-role> in web.xml and no servlet's annotation declares the roles"
                  + " [practitioner], which partners give their users: GlassFish, Payara and"
                  + " Liberty say that nobody has them; add"
                  + " <security-role><role-name>practitioner</role-name></security-role> for each");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Apache Tomcat/10.1.55", WILDFLY})
    void needNoDeclarationElsewhere(String server) {
      assertThat(linesOn(server, "practitioner")).noneMatch(line -> line.contains("role"));
    }

    @Test
    void mayBeDeclaredAtAServlet() {
      servlet(Guarded.class);

      assertThat(linesOn(GLASSFISH, "reader", "writer")).isEmpty();
      assertThat(linesOn(GLASSFISH, "reader", "owner")).hasSize(1);
    }

    @Test
    void ofAServletThatCannotBeLoadedAreNone() {
      servlets.put(
          "gone", Stub.of(ServletRegistration.class).answer("getClassName", "no.Such").stub());
      servlets.put(
          "nameless",
          Stub.of(ServletRegistration.class).answer("getClassName", (Object) null).stub());

      assertThat(linesOn(GLASSFISH, "reader")).hasSize(1);
    }

    @Test
    void areNotLookedForWhereTheServerForbidsIt() {
      ServletContext closed =
          Stub.of(ServletContext.class)
              .answer("getServerInfo", LIBERTY)
              .answer("getResourceAsStream", (Object) null)
              .answer("getServletRegistrations", ContainerCheckTest::forbidden)
              .answer("getFilterRegistrations", ContainerCheckTest::forbidden)
              .stub();

      assertThat(lines(new ContainerCheck(closed, Set.of("reader")))).hasSize(2);
    }
  }

  private static Object forbidden(Object[] arguments) {
    throw new UnsupportedOperationException("not for this listener");
  }

  /** A servlet that says who may use it. */
  @ServletSecurity(
      value = @HttpConstraint(rolesAllowed = "reader"),
      httpMethodConstraints = @HttpMethodConstraint(value = "POST", rolesAllowed = "writer"))
  private static final class Guarded {}

  @Nested
  class Liberty {
    @Test
    void withoutAFilterInFrontIsComplainedOf() {
      assertThat(linesOn(LIBERTY))
          .containsExactly(
              "WARNING Liberty runs a public page also for a request that was answered already,"
                  + " such as a refused launch: name the LaunchFilter, without init-params, as the"
                  + " first filter in web.xml, mapped to /*");
    }

    @Test
    void withTheFilterIsFine() {
      filters.put(
          "launch",
          Stub.of(FilterRegistration.class)
              .answer("getClassName", LaunchFilter.class.getName())
              .stub());

      assertThat(linesOn(LIBERTY)).isEmpty();
    }
  }

  @Nested
  class WildFly {
    private void bean(String name, Map<String, Object> attributes) throws Exception {
      ObjectName place = new ObjectName(name);
      beans.registerMBean(new FakeDynamicBean(attributes), place);
      registered.add(place);
    }

    private void undertow() throws Exception {
      bean("jboss.as:subsystem=undertow", Map.of("defaultSecurityDomain", "other"));
    }

    private void domain(String name, boolean integrated) throws Exception {
      bean(
          "jboss.as:subsystem=undertow,application-security-domain=" + name,
          Map.of("integratedJaspi", integrated));
    }

    @Test
    void thatWantsToKnowUsersItselfIsComplainedOfOnce() throws Exception {
      undertow();
      domain("other", true);
      ContainerCheck check = new ContainerCheck(on(WILDFLY), Set.of());

      assertThat(linesLater(check))
          .containsExactly(
              "SEVERE every request of a user will end in an error 500, since integrated-jaspi is"
                  + " true in WildFly's application-security-domain other: run"
                  + " /subsystem=undertow/application-security-domain=other:write-attribute"
                  + "(name=integrated-jaspi,value=false) in jboss-cli, and reload");
      assertThat(linesLater(check)).isEmpty();
    }

    /** It logs an error of its own when its beans are asked while it starts. */
    @Test
    void isNotAskedAtTheStart() throws Exception {
      undertow();
      domain("other", true);

      assertThat(linesOn(WILDFLY)).isEmpty();
    }

    @Test
    void thatDoesNotIsFine() throws Exception {
      undertow();
      domain("other", false);

      assertThat(linesLater(new ContainerCheck(on(WILDFLY), Set.of()))).isEmpty();
    }

    @Test
    void withoutBeansIsSaidNothingOf() {
      assertThat(linesLater(new ContainerCheck(on(WILDFLY), Set.of()))).isEmpty();
    }

    @Test
    void isAskedForTheApplicationsOwnDomain() throws Exception {
      undertow();
      domain("other", false);
      domain("clinic", true);
      files.put(
          "/WEB-INF/jboss-web.xml",
          "<jboss-web><security-domain>clinic</security-domain></jboss-web>");

      assertThat(linesLater(new ContainerCheck(on(WILDFLY), Set.of())))
          .singleElement()
          .asString()
          .contains("application-security-domain=clinic:write-attribute");
    }

    @Test
    void beansOnAnotherServerAreNotAsked() throws Exception {
      undertow();
      domain("other", true);

      assertThat(linesLater(new ContainerCheck(on(GLASSFISH), Set.of()))).isEmpty();
    }
  }

  @Nested
  class Tomcat {
    private static final String TOLD =
        "INFO Tomcat is told to keep a session's id (changeSessionIdOnAuthentication=false):"
            + " Launchgate changes it at each launch and at request.login(); another mechanism beside"
            + " it has to call request.changeSessionId() at its log-ins";

    private FakeDynamicBean valve(String host, String context) throws Exception {
      FakeDynamicBean valve = new FakeDynamicBean(Map.of("changeSessionIdOnAuthentication", true));
      ObjectName name =
          new ObjectName(
              "Catalina:type=Valve,host=" + host + ",context=" + context + ",name=Authenticator");
      beans.registerMBean(valve, name);
      registered.add(name);
      return valve;
    }

    @Test
    void isToldToKeepTheIdsOfThisApplicationAlone() throws Exception {
      FakeDynamicBean ours = valve("localhost", "/app");
      FakeDynamicBean other = valve("localhost", "/other");
      FakeDynamicBean elsewhere = valve("elsewhere", "/app");

      assertThat(linesOn("Apache Tomcat/10.1.55")).containsExactly(TOLD);

      assertThat(ours.getAttribute("changeSessionIdOnAuthentication")).isEqualTo(false);
      assertThat(other.getAttribute("changeSessionIdOnAuthentication")).isEqualTo(true);
      assertThat(elsewhere.getAttribute("changeSessionIdOnAuthentication")).isEqualTo(true);
    }

    @Test
    void thatCannotBeToldIsComplainedOf() {
      assertThat(linesOn("Apache Tomcat (TomEE)/10.1.4"))
          .singleElement()
          .asString()
          .startsWith("WARNING Tomcat changes the session's id at every request of a user")
          .endsWith(
              "put <Valve className=\"org.apache.catalina.authenticator.NonLoginAuthenticator\""
                  + " changeSessionIdOnAuthentication=\"false\"/> into META-INF/context.xml");
    }
  }

  @Nested
  class Descriptor {
    @Test
    void thatIsBrokenSaysNothing() {
      files.put("/WEB-INF/web.xml", "<web-app><login-config/>");

      assertThat(linesOn(GLASSFISH)).isEmpty();
    }

    @Test
    void opensNothingThatItNames(@TempDir Path folder) throws Exception {
      Path secret = Files.writeString(folder.resolve("secret.txt"), "practitioner");
      files.put(
          "/WEB-INF/web.xml",
          "<!DOCTYPE web-app [<!ENTITY role SYSTEM \""
              + secret.toUri()
              + "\">]><web-app><security-role><role-name>&role;</role-name></security-role>"
              + "</web-app>");

      assertThat(WebXml.of(on(GLASSFISH)).securityRoles()).doesNotContain("practitioner");
    }
  }
}
