package org.launchgate.servlet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.launchgate.address.TargetTemplate;

/**
 * Every init-param of {@link LaunchFilter}: the one list that start-up checks and documentation
 * both come from.
 */
enum InitParam {
  PARTNERS(
      "partners",
      "",
      "a path in the WAR below /WEB-INF/, classpath:path, a file: URL or the path of a file",
      "the partners file; required unless a PartnerDirectory is supplied"),
  LAUNCH_PATH(
      "launchPath",
      "/launch",
      "a path inside the application that starts with /, without a trailing /, a wildcard, a query"
          + " or a dot segment",
      "where launches come in, also /launch/{partner}; nothing below it reaches the application"),
  TARGET_URL(
      "targetUrl",
      "/",
      TargetTemplate.allowed() + "; and no path that the filter answers itself",
      "where an accepted launch is led to, unless its partner's targetUrl says where; fields of the"
          + " launch are put in encoded"),
  LOGIN_REQUIRED(
      "loginRequired",
      "false",
      "true or false",
      "whether requests without a launch and without a user of the container are answered 401"),
  DEEP_LINKS(
      "deepLinks",
      "true",
      "true or false",
      "whether the page that somebody opened from outside, and was sent away from by"
          + " loginRequired, is where their next launch leads; it waits in a cookie for 10 minutes"),
  PUBLIC_PATHS(
      "publicPaths",
      "",
      "paths inside the application, exact or ending in /* (but not /* alone), separated by commas"
          + " or whitespace; only together with loginRequired=true",
      "what is served without a launch although loginRequired is true"),
  ERROR_PAGE(
      "errorPage",
      "",
      "a path inside the application that starts with /, without a query",
      "the page or servlet that a refusal is forwarded to, instead of the built-in page, unless one"
          + " of the next five names another"),
  DENIED_PAGE(
      "deniedPage", "", "as errorPage", "the page instead of \"Access denied\" and its like"),
  UNAVAILABLE_PAGE(
      "unavailablePage",
      "",
      "as errorPage",
      "the page instead of those that ask to try again (503)"),
  COOKIES_PAGE(
      "cookiesPage",
      "",
      "as errorPage",
      "the page instead of the one for a browser that sends no cookies"),
  STALE_WINDOW_PAGE(
      "staleWindowPage",
      "",
      "as errorPage",
      "the page instead of those that say that the patient is no longer in focus, or not certain"
          + " (409)"),
  SESSION_ENDED_PAGE(
      "sessionEndedPage",
      "",
      "as errorPage",
      "the page instead of those for who is not logged in, or no longer (401)"),
  OTHER_USER_PAGE(
      "otherUserPage",
      "",
      "as errorPage",
      "the page instead of the one that asks whether to go on as another user"),
  CHOICE_PAGE(
      "choicePage",
      "",
      "as errorPage",
      "the page instead of the one that lets the user choose a patient"),
  LINK_PAGE(
      "linkPage",
      "",
      "as errorPage",
      "the page instead of the one that asks whether to link an account"),
  LINK_LOGIN_PAGE(
      "linkLoginPage",
      "",
      "as errorPage",
      "the page instead of the one that asks to log in once more before an account is linked"),
  CLOSED_PAGE(
      "closedPage", "", "as errorPage", "the page instead of the one after a patient was closed"),
  LOGGED_OUT_PAGE(
      "loggedOutPage", "", "as errorPage", "the page instead of the one after a log-out"),
  LOGOUT_PATH(
      "logoutPath",
      "",
      "as launchPath, and neither the launch path nor below it",
      "where a POST ends launch and session"),
  WINDOWS(
      "windows",
      "single",
      "single, strict or many",
      "how many patients one session shows: one; one, and requests that change something have to"
          + " name their window; or one in each window"),
  USER_CHANGE(
      "userChange",
      "ask",
      "ask or replace",
      "what a launch of another user does to a session: ends it once the user has agreed, or at"
          + " once"),
  SESSION_MAX_AGE(
      "sessionMaxAge",
      "43200",
      "whole seconds or an ISO 8601 duration such as PT12H, from 60 seconds to 30 days; 0 for no"
          + " limit",
      "how long a user may stay in one session, however busy; the container's own time-out for idle"
          + " ones holds besides"),
  CONTEXT_REQUIRED(
      "contextRequired",
      "",
      "as publicPaths, without the need for loginRequired",
      "where a patient has to be chosen: who names none, once there were several, is asked for"
          + " one"),
  CLOSE_PATH(
      "closePath",
      "",
      "as launchPath, and neither the launch path nor below it, nor the logoutPath",
      "where a POST that names a window closes it"),
  FORM_FIELD(
      "formField",
      "true",
      "true or false",
      "whether a posted form that names its window by no address may do so by the hidden field _lw;"
          + " for that, forms of up to 2 MiB are read before the application sees them"),
  SCRIPT_PATH(
      "scriptPath",
      "",
      "as closePath, and not the closePath either; best with the ending .js, which encodeURL leaves"
          + " alone",
      "where launchgate.js is served, which keeps pages and their scripts in their window"),
  PUBLIC_URL(
      "publicUrl",
      "",
      "an absolute https or http URL of this application, with its context path, without a trailing"
          + " /, a query or a fragment",
      "how the addresses that scripts are told begin"),
  ALLOWED_HOSTS(
      "allowedHosts",
      "",
      "hosts as browsers send them, lower case: host, host:port or host:*, separated by commas or"
          + " whitespace; not together with publicUrl",
      "which hosts of a request those addresses may name, where there is no publicUrl"),
  CLOCK_SKEW(
      "clockSkew",
      "30",
      "whole seconds or an ISO 8601 duration such as PT45S, from 0 to 120 seconds",
      "by how much partners' clocks may differ from ours"),
  MAX_TOKEN_BYTES(
      "maxTokenBytes",
      "16384",
      "a whole number from 1024 to 1048576",
      "the largest token that is read"),
  REPLAY_CAPACITY(
      "replayCapacity",
      "1000000",
      "a whole number from 1000 to 10000000; only with the built-in replay store",
      "how many used tokens the built-in, in-memory replay store remembers"),
  REPLAY_PARTNER_SHARE(
      "replayPartnerShare",
      "50",
      "a whole number from 1 to 100, in percent; only with the built-in replay store",
      "how much of replayCapacity one partner's tokens may take, so that no partner shuts the"
          + " others out"),
  RESTART_FENCE(
      "restartFence",
      "true",
      "true or false; only with the built-in replay store",
      "whether tokens that may have been used before this start, unknown to it, have to be launched"
          + " again"),
  ALLOW_HTTP(
      "allowHttp",
      "false",
      "true or false",
      "whether launches over plain http are taken from everywhere, not from this machine alone"),
  KEY_RESOLVER(
      "keyResolver",
      "",
      "the name of a class that implements org.launchgate.spi.KeyResolver and has a public"
          + " constructor without parameters",
      "where partners' keys come from, instead of the partners file"),
  PARTNER_DIRECTORY(
      "partnerDirectory",
      "",
      "the name of a class that implements org.launchgate.spi.PartnerDirectory and has a public"
          + " constructor without parameters",
      "where partners come from, instead of the partners file"),
  REPLAY_STORE(
      "replayStore",
      "",
      "the name of a class that implements org.launchgate.spi.ReplayStore and has a public"
          + " constructor without parameters",
      "where used tokens are remembered, instead of this process's memory"),
  TICKET_STORE(
      "ticketStore",
      "",
      "the name of a class that implements org.launchgate.spi.TicketStore and has a public"
          + " constructor without parameters",
      "where launches wait for their browser, instead of this process's memory"),
  ACCOUNT_RESOLVER(
      "accountResolver",
      "",
      "the name of a class that implements org.launchgate.spi.AccountResolver and has a public"
          + " constructor without parameters",
      "which account of the application a launch's user has; without it, the token's user is the"
          + " account"),
  ACCOUNT_LINKS(
      "accountLinks",
      "",
      "the name of a javax.sql.DataSource in this server's own JNDI tree, such as"
          + " java:comp/env/jdbc/portal; not together with accountResolver",
      "where links between partners' users and accounts are kept, in the table of"
          + " account-links.sql"),
  ORGANIZATION_POLICY(
      "organizationPolicy",
      "",
      "the name of a class that implements org.launchgate.spi.OrganizationPolicy and has a public"
          + " constructor without parameters",
      "which organisations may come in, beside the partner's organizations; without it, all of"
          + " those"),
  LAUNCH_HANDLER(
      "launchHandler",
      "",
      "the name of a class that implements org.launchgate.servlet.LaunchHandler and has a public"
          + " constructor without parameters",
      "the application's own last step, which takes user and patient over"),
  LOGIN_URL(
      "loginUrl",
      "",
      "a path inside the application, with a query if need be: one leading /, no //, no scheme, no"
          + " fragment, no fields in braces, and no path that the filter answers itself; only with"
          + " account links that can be added to",
      "the application's own log-in, where a user without an account link goes once; best a page"
          + " that only who is logged in sees"),
  LOGIN_ATTRIBUTE(
      "loginAttribute",
      "",
      "the name of a session attribute that holds a String or a java.security.Principal; only with"
          + " loginUrl",
      "who has logged in there; without it, the container's user"),
  APPLICATION_LOGIN(
      "applicationLogin",
      "",
      "the name of a class that implements org.launchgate.servlet.ApplicationLogin and has a public"
          + " constructor without parameters; not together with loginAttribute",
      "says who has logged in there, where neither the container nor a session attribute knows"),
  LAUNCH_LISTENER(
      "launchListener",
      "",
      "names of classes that implement org.launchgate.spi.LaunchListener and have a public"
          + " constructor without parameters, separated by commas or whitespace",
      "who else is told of each launch, beside the audit log"),
  AUDIT_LOG(
      "auditLog",
      "true",
      "true or false",
      "whether each launch gets a line in the logger launchgate.audit"),
  AUDIT_QUEUE(
      "auditQueue",
      "10000",
      "a whole number from 10 to 1000000",
      "how many events may wait for the audit log and the listeners"),
  AUDIT_REQUIRED(
      "auditRequired",
      "false",
      "true or false; only with the audit log or a listener",
      "whether launches are answered 503 while there is no room for their events; else those are"
          + " dropped and counted"),
  AUDIT_KEY(
      "auditKey",
      "",
      "a secret of at least 32 characters, best by a placeholder",
      "what digests of personal identifiers are keyed with; without it, they change with every"
          + " start"),
  AUDIT_CLEAR_IDENTIFIERS(
      "auditClearIdentifiers",
      "false",
      "true or false; not together with auditKey",
      "whether national ids and e-mail addresses are recorded in clear"),
  JMX("jmx", "true", "true or false", "whether the figures of launches are shown over JMX");

  private final String param;
  private final String defaultText;
  private final String allowed;
  private final String meaning;

  InitParam(String param, String defaultText, String allowed, String meaning) {
    this.param = param;
    this.defaultText = defaultText;
    this.allowed = allowed;
    this.meaning = meaning;
  }

  /** The name in {@code web.xml}. */
  String param() {
    return param;
  }

  /** What holds when it is not given; empty when there is no default. */
  String defaultText() {
    return defaultText;
  }

  /** Which values are allowed, as messages and documentation say it. */
  String allowed() {
    return allowed;
  }

  /** What it is for. */
  String meaning() {
    return meaning;
  }

  static Optional<InitParam> named(String name) {
    return Arrays.stream(values()).filter(each -> each.param.equals(name)).findAny();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(InitParam::param).toList();
  }
}
