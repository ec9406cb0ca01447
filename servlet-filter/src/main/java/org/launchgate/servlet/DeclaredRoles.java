package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The roles that an application declares where it can be seen at its start: in {@code web.xml} and
 * at its servlets. What fragments, enterprise beans and code declare is not seen.
 */
final class DeclaredRoles {
  /** By name: they need not be there. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "jakarta.annotation.security.DeclareRoles", "jakarta.annotation.security.RolesAllowed");

  private DeclaredRoles() {}

  static Set<String> of(ServletContext context, WebXml webXml) {
    Set<String> roles = new TreeSet<>(webXml.securityRoles());
    for (ServletRegistration servlet : servlets(context)) {
      addTo(roles, servlet.getClassName());
    }
    return roles;
  }

  private static Collection<? extends ServletRegistration> servlets(ServletContext context) {
    try {
      return context.getServletRegistrations().values();
    } catch (UnsupportedOperationException e) {
      return List.of(); // a listener that no web.xml names is told nothing
    }
  }

  private static void addTo(Set<String> roles, @Nullable String className) {
    if (className == null) {
      return;
    }
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      for (Annotation each : Class.forName(className, false, loader).getAnnotations()) {
        if (ANNOTATIONS.contains(each.annotationType().getName())) {
          Object value = each.annotationType().getMethod("value").invoke(each);
          roles.addAll(Arrays.asList((String[]) value));
        } else if (each instanceof ServletSecurity security) {
          roles.addAll(Arrays.asList(security.value().rolesAllowed()));
          for (HttpMethodConstraint method : security.httpMethodConstraints()) {
            roles.addAll(Arrays.asList(method.rolesAllowed()));
          }
        }
      }
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      // the server complains of it, if it matters
    }
  }
}
