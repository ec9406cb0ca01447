package org.launchgate.security;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  /** The filter as it is mapped beside the mechanism. */
  static final String FILTER =
      """
        <filter><filter-name>launchgate</filter-name>
          <filter-class>org.launchgate.servlet.LaunchFilter</filter-class>
          <async-supported>true</async-supported></filter>
        <filter-mapping><filter-name>launchgate</filter-name><url-pattern>/*</url-pattern>
          <dispatcher>REQUEST</dispatcher><dispatcher>ASYNC</dispatcher>
          <dispatcher>ERROR</dispatcher></filter-mapping>
      """;

  /** What only doctors see, and what nobody here does. */
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

  /** The configuration of most, and more of it: "name=value". */
  static String params(String... more) {
    return Stream.concat(
            Stream.of(
                "partners=/WEB-INF/partners.json",
                "allowedHosts=127.0.0.1:*",
                "targetUrl=/whoami",
                "logoutPath=/logout"),
            Arrays.stream(more))
        .map(
            param ->
                "<context-param><param-name>launchgate."
                    + param.replace("=", "</param-name><param-value>")
                    + "</param-value></context-param>\n")
        .collect(Collectors.joining());
  }

  /** An application of the packages of these classes, and of web.xml's parts. */
  static WarFile of(List<Class<?>> classes, String... webXml) throws IOException {
    return WarFile.of(classes)
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
