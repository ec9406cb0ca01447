package org.launchgate.example.portal;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Clock;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.launchgate.account.JdbcAccountLinks;

/**
 * Makes the table of the account links, where this application has accounts: where the
 * context-param {@code portal.accounts} names the data source in which they are.
 */
public final class AccountLinksListener implements ServletContextListener {
  private static final String PARAM = "portal.accounts";
  private static final String ATTRIBUTE = JdbcAccountLinks.class.getName();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    String name = context.getInitParameter(PARAM);
    if (name != null) {
      JdbcAccountLinks links = new JdbcAccountLinks(dataSource(name), Clock.systemUTC());
      links.createTable();
      context.setAttribute(ATTRIBUTE, links);
    }
  }

  /** The links of an application; empty where it has no accounts. */
  static Optional<JdbcAccountLinks> of(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof JdbcAccountLinks links
        ? Optional.of(links)
        : Optional.empty();
  }

  @SuppressWarnings("BanJNDI") // the name is of this server's own tree, by who deploys the portal
  private static DataSource dataSource(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException(PARAM + " is \"" + name + "\": nothing stands there", e);
    }
  }
}
