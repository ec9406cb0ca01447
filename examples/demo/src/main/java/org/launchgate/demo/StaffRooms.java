package org.launchgate.demo;

import java.util.Map;
import org.apache.catalina.core.StandardContext;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.jdbcx.JdbcDataSourceFactory;

/**
 * What makes the portal the staff rooms, where users have accounts of their own: who comes from a
 * partner for the first time logs in once, and is linked. The links are in a database in memory,
 * which the application finds by its name in JNDI, as it would on any server.
 */
final class StaffRooms {
  static final String PATH = "/staff";
  static final String NAME = "Staff Rooms";
  static final String COOKIE = "STAFFSESSIONID";

  private static final String RESOURCE = "jdbc/accounts";
  private static final String LOOKED_UP = "java:comp/env/" + RESOURCE;

  /** What {@code web.xml} would say for it, beside what it says already. */
  static final Map<String, String> PARAMS =
      Map.of("loginUrl", "/login", "loginAttribute", "portal.user", "accountLinks", LOOKED_UP);

  private StaffRooms() {}

  /** Gives an application its accounts; the server has to be one with naming. */
  static void furnish(StandardContext context) {
    context.addParameter("portal.accounts", LOOKED_UP);
    context.getNamingResources().addResource(database());
  }

  /** A server in earnest has a pool here; memory needs none. */
  private static ContextResource database() {
    ContextResource database = new ContextResource();
    database.setName(RESOURCE);
    database.setAuth("Container");
    database.setType(JdbcDataSource.class.getName());
    database.setDescription("accounts of the staff rooms");
    Map.of(
            "factory", JdbcDataSourceFactory.class.getName(),
            "url", "jdbc:h2:mem:accounts;DB_CLOSE_DELAY=-1",
            "user", "portal",
            "password", "",
            "loginTimeout", "0")
        .forEach(database::setProperty);
    return database;
  }
}
