package org.launchgate.containertests;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.launchgate.TestPartner;

/** The application that every server gets, as a WAR. */
final class Application {
  /** Named, not loaded: it needs an API that stands on the server alone. */
  private static final String APPLICATION = "org.launchgate.containertests.app";

  /** The jars of the one way into the container, and of the other. */
  private static final Pattern MODULE = Pattern.compile("launchgate-jaspic-module-");

  private static final Pattern MECHANISM = Pattern.compile("launchgate-(cdi|security-mechanism)-");

  private static final String BASIC =
      "<login-config><auth-method>BASIC</auth-method></login-config>";

  private static final String LISTENER =
      """
        <listener>
          <listener-class>org.launchgate.jaspic.LaunchAuthenticationListener</listener-class>
        </listener>
      """;

  private static final String FILTER =
      """
        <filter>
          <filter-name>launchgate</filter-name>
          <filter-class>org.launchgate.servlet.LaunchFilter</filter-class>
          <async-supported>true</async-supported>
        </filter>
        <filter-mapping>
          <filter-name>launchgate</filter-name>
          <url-pattern>/*</url-pattern>
          <dispatcher>REQUEST</dispatcher>
          <dispatcher>ASYNC</dispatcher>
          <dispatcher>ERROR</dispatcher>
        </filter-mapping>
      """;

  /** Delegating to the server's class path would test the classes of the test, not of the WAR. */
  private static final String GLASSFISH =
      """
      <glassfish-web-app>
        <class-loader delegate="false"/>
      </glassfish-web-app>
      """;

  private Application() {}

  /** The module, and no filter. */
  static WebArchive withModule() {
    return war(LISTENER, MECHANISM);
  }

  /** The module, and the filter in front of the application. */
  static WebArchive withModuleAndFilter() {
    return withModuleAndFilter("clinic");
  }

  /** The same under a path of its own. */
  static WebArchive withModuleAndFilter(String path) {
    return war(path, LISTENER + FILTER, MECHANISM);
  }

  /** The module alone, with a log-in of the container's, and no role declared. */
  static WebArchive careless(String path) {
    String webXml =
        webXml(LISTENER)
            .replaceAll("(?s)<security-.*</security-role>", "")
            .replace("</web-app>", BASIC + "</web-app>");
    return war(path, "", MECHANISM).setWebXML(new StringAsset(webXml));
  }

  /** The module and the filter, in a security domain of WildFly's. */
  static WebArchive inWildFlyDomain(String domain) {
    return withModuleAndFilter(domain)
        .addAsWebInfResource(
            new StringAsset(
                "<jboss-web><security-domain>" + domain + "</security-domain></jboss-web>"),
            "jboss-web.xml");
  }

  /** The mechanism, and no filter. */
  static WebArchive withMechanism() {
    return withMechanism("surgery");
  }

  /** The same under a path of its own. */
  static WebArchive withMechanism(String path) {
    return mechanism(path, "");
  }

  /** The mechanism, and the filter in front of the application. */
  static WebArchive withMechanismAndFilter() {
    return mechanism("surgery", FILTER);
  }

  /** The mechanism beside another one, and the guide's handler that chooses, as Jakarta EE 11. */
  static WebArchive withHandler() {
    return war("hospital", "", MODULE)
        .addPackage(APPLICATION + ".handler")
        .addAsWebInfResource(GuidesHandler.compiled(), GuidesHandler.place());
  }

  private static WebArchive mechanism(String path, String parts) {
    return war(path, parts, MODULE).addPackage(APPLICATION + ".mechanism");
  }

  /** The mechanism's jars, and nothing that switches it on. */
  static WebArchive withUnusedMechanism() {
    return war("unused", "", MODULE);
  }

  /** The same without them. */
  static WebArchive plain() {
    return war("plain", "", Pattern.compile(MODULE + "|" + MECHANISM));
  }

  /** The same with an EJB and Jakarta Security. */
  static WebArchive enterprise(WebArchive war) {
    return war.addPackage(APPLICATION + ".ee");
  }

  /** An application without Launchgate, which tells what is registered at the server. */
  static WebArchive registry() {
    return ShrinkWrap.create(WebArchive.class, "registry.war")
        .addPackage("org.launchgate.containertests.registry");
  }

  private static WebArchive war(String parts, Pattern without) {
    return war("clinic", parts, without);
  }

  private static WebArchive war(String path, String parts, Pattern without) {
    return ShrinkWrap.create(WebArchive.class, path + ".war")
        .addPackage(APPLICATION)
        .addAsLibraries(libraries(without))
        .addAsWebInfResource(new StringAsset(partners()), "partners.json")
        .addAsWebInfResource(new StringAsset(GLASSFISH), "glassfish-web.xml")
        .setWebXML(new StringAsset(webXml(parts)));
  }

  private static File[] libraries(Pattern without) {
    File[] jars =
        Path.of(System.getProperty("libraries"))
            .toFile()
            .listFiles(file -> !without.matcher(file.getName()).lookingAt());
    if (jars == null) {
      throw new IllegalStateException("no libraries: these tests run by mvn verify");
    }
    return jars;
  }

  /** The two test partners, whose users have different roles. */
  private static String partners() {
    return TestPartner.partnersFile()
        .replace(
            "\"algorithms\": [\"HS256\"]",
            "\"roles\": [\"assistant\"], \"algorithms\": [\"HS256\"]");
  }

  private static String webXml(String parts) {
    return """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
          <context-param>
            <param-name>launchgate.partners</param-name>
            <param-value>/WEB-INF/partners.json</param-value>
          </context-param>
          <context-param>
            <param-name>launchgate.windows</param-name>
            <param-value>many</param-value>
          </context-param>
          <context-param>
            <param-name>launchgate.logoutPath</param-name>
            <param-value>/logout</param-value>
          </context-param>
          <context-param>
            <param-name>launchgate.targetUrl</param-name>
            <param-value>/whoami</param-value>
          </context-param>
          <listener>
            <listener-class>org.launchgate.containertests.app.Heard</listener-class>
          </listener>
        %s
          <servlet>
            <servlet-name>whoami</servlet-name>
            <servlet-class>org.launchgate.containertests.app.WhoAmI</servlet-class>
            <async-supported>true</async-supported>
          </servlet>
          <servlet-mapping>
            <servlet-name>whoami</servlet-name>
            <url-pattern>/whoami</url-pattern>
            <url-pattern>/launch/*</url-pattern>
            <url-pattern>/logout</url-pattern>
            <url-pattern>/secret/*</url-pattern>
            <url-pattern>/desk/*</url-pattern>
          </servlet-mapping>
          <servlet>
            <servlet-name>runs</servlet-name>
            <servlet-class>org.launchgate.containertests.app.Runs</servlet-class>
          </servlet>
          <servlet-mapping>
            <servlet-name>runs</servlet-name>
            <url-pattern>/runs</url-pattern>
          </servlet-mapping>
          <security-constraint>
            <web-resource-collection>
              <web-resource-name>patients</web-resource-name>
              <url-pattern>/secret/*</url-pattern>
            </web-resource-collection>
            <auth-constraint>
              <role-name>practitioner</role-name>
            </auth-constraint>
          </security-constraint>
          <security-constraint>
            <web-resource-collection>
              <web-resource-name>desk</web-resource-name>
              <url-pattern>/desk/*</url-pattern>
            </web-resource-collection>
            <auth-constraint>
              <role-name>assistant</role-name>
            </auth-constraint>
          </security-constraint>
          <security-role>
            <role-name>practitioner</role-name>
          </security-role>
          <security-role>
            <role-name>assistant</role-name>
          </security-role>
        </web-app>
        """
        .formatted(parts);
  }
}
