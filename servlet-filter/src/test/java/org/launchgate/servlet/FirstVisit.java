package org.launchgate.servlet;

import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.authenticator.FormAuthenticator;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.launchgate.spi.AccountResolver;

/** An application with accounts of its own, and what its users do on their first visit. */
final class FirstVisit {
  static final String XIS_USER = Shown.DEFAULT_USER;
  static final String ASKED = "/launch?launch_link";
  private static final Pattern CONSENT =
      Pattern.compile("name=\"consent\" value=\"([A-Za-z0-9_-]{43})\"");

  private FirstVisit() {}

  /** How the application logs its users in. */
  enum Way {
    /** By the container's form, which shows at a page that has to be protected. */
    CONTAINER {
      @Override
      void set(TomcatApp app) {
        app.param("loginUrl", "/account")
            .page("/account", (request, response) -> response.getWriter().print("account"))
            .file("login.html", "please log in")
            .file("failed.html", "try again");
        LoginConfig config = new LoginConfig("FORM", null, "/login.html", "/failed.html");
        app.context().setLoginConfig(config);
        app.context().getPipeline().addValve(new FormAuthenticator());
        SecurityCollection pages = new SecurityCollection();
        pages.addPattern("/account");
        SecurityConstraint constraint = new SecurityConstraint();
        constraint.addCollection(pages);
        constraint.addAuthRole("staff");
        app.context().addConstraint(constraint);
        app.user("janssen", "staff").user("jansen", "staff");
      }

      @Override
      HttpResponse<String> logIn(Browser browser, String user) {
        browser.get("/account");
        HttpResponse<String> answer =
            browser.postOnly(
                "/j_security_check", "j_username=" + user + "&j_password=secret-of-" + user);
        return browser.get(header(answer, "Location").replaceFirst("^.*/app", ""));
      }
    },

    /** By a form of its own, which puts the user into the session. */
    APPLICATION {
      @Override
      void set(TomcatApp app) {
        app.param("loginUrl", "/login?first=visit")
            .param("loginAttribute", "user")
            .page(
                "/login",
                (request, response) -> {
                  if (request.getMethod().equals("POST")) {
                    if (request.getSession(false) != null) {
                      request.getSession().invalidate();
                    }
                    request.getSession().setAttribute("user", request.getParameter("name"));
                    response.sendRedirect("/app/home");
                  } else {
                    response.getWriter().print("please log in");
                  }
                });
      }

      @Override
      HttpResponse<String> logIn(Browser browser, String user) {
        browser.postOnly("/login", "name=" + user);
        return browser.get("/home");
      }
    };

    abstract void set(TomcatApp app);

    /** Logs in, and goes where that leads. */
    abstract HttpResponse<String> logIn(Browser browser, String user);
  }

  /** The application, with those links and that way to log in. */
  static TomcatApp app(MemoryLinks links, Way way) {
    TomcatApp app =
        new TomcatApp()
            .page(Shown.PATH, Shown.PAGE)
            .page("/home", (request, response) -> response.getWriter().print("home"));
    app.context().getServletContext().setAttribute(AccountResolver.class.getName(), links);
    way.set(app);
    return app;
  }

  /** What the page with the question posts. */
  static String answer(HttpResponse<String> page, String button) {
    Matcher consent = CONSENT.matcher(page.body());
    if (page.statusCode() != 200 || !consent.find()) {
      throw new AssertionError("no question: " + page.statusCode() + " " + page.body());
    }
    return "consent=" + consent.group(1) + "&launch_answer=" + button;
  }
}
