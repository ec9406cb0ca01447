package org.launchgate.security;

import java.io.IOException;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.cdi.LaunchInjection;
import org.launchgate.security.server.WarFile;
import org.launchgate.servlet.LaunchFilter;
import org.slf4j.Logger;
import org.slf4j.jul.JDK14LoggerAdapter;

/** Applications that take launches, as their developers would have written them. */
final class Portals {
  static final String PARAMS =
      """
        <context-param><param-name>launchgate.partners</param-name>
          <param-value>/WEB-INF/partners.json</param-value></context-param>
        <context-param><param-name>launchgate.allowedHosts</param-name>
          <param-value>127.0.0.1:*</param-value></context-param>
        <context-param><param-name>launchgate.targetUrl</param-name>
          <param-value>/whoami</param-value></context-param>
        <context-param><param-name>launchgate.logoutPath</param-name>
          <param-value>/logout</param-value></context-param>
      """;
  static final String CONSTRAINTS =
      """
        <security-constraint>
          <web-resource-collection><web-resource-name>secret</web-resource-name>
            <url-pattern>/secret/*</url-pattern></web-resource-collection>
          <auth-constraint><role-name>practitioner</role-name></auth-constraint>
        </security-constraint>
        <security-constraint>
          <web-resource-collection><web-resource-name>admin</web-resource-name>
            <url-pattern>/admin/*</url-pattern></web-resource-collection>
          <auth-constraint><role-name>admin</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>practitioner</role-name></security-role>
        <security-role><role-name>admin</role-name></security-role>
      """;

  private Portals() {}

  static WarFile of(Class<?> oneOfThem, String... webXml) throws IOException {
    return WarFile.of(oneOfThem)
        .withLibraries(
            List.of(
                LaunchVerifier.class,
                LaunchFilter.class,
                LaunchInjection.class,
                LaunchAuthenticationMechanism.class,
                JsonWebSignature.class,
                Logger.class,
                JDK14LoggerAdapter.class))
        .with("WEB-INF/beans.xml", "<beans bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
        .with("WEB-INF/partners.json", TestPartner.partnersFile())
        .with(
            "WEB-INF/web.xml",
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
            """
                + String.join("", webXml)
                + "</web-app>");
  }
}
