package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be known of an application's {@code web.xml} and no method of the Servlet API tells.
 * What fragments, annotations, a server's own files and code say is not seen; a file that cannot be
 * read says nothing.
 *
 * @param isDistributable whether the application runs on several nodes
 * @param loginMethod of the {@code <login-config>}, such as {@code FORM}; an empty text where it
 *     names none, nothing where there is no such element
 * @param securityRoles that {@code <security-role>} declares
 */
record WebXml(boolean isDistributable, Optional<String> loginMethod, Set<String> securityRoles) {
  WebXml {
    securityRoles = Set.copyOf(securityRoles);
  }

  /** That of an application, which may have none. */
  static WebXml of(ServletContext context) {
    DescriptorTexts texts = DescriptorTexts.of(context, "/WEB-INF/web.xml");
    return new WebXml(
        !texts.at("web-app/distributable").isEmpty(),
        texts.at("web-app/login-config").isEmpty()
            ? Optional.empty()
            : Optional.of(String.join("", texts.at("web-app/login-config/auth-method"))),
        Set.copyOf(texts.at("web-app/security-role/role-name")));
  }

  /** Whether it says that the application runs on several nodes. */
  static boolean isDistributable(ServletContext context) {
    return of(context).isDistributable();
  }
}
