package org.launchgate.security.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat as a process. */
public final class TomcatMain implements ServerCommands {
  private final Tomcat tomcat;

  private TomcatMain(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /** Starts it on the port that is the first argument, in the folder that is the second. */
  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[1]);
    Files.createDirectories(Path.of(arguments[1], "webapps"));
    tomcat.setPort(Integer.parseInt(arguments[0]));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.enableNaming();
    tomcat.getHost();
    tomcat.addUser("janssen", "secret");
    tomcat.addRole("janssen", "admin");
    tomcat.start();
    new TomcatMain(tomcat).serve();
    tomcat.stop();
    tomcat.destroy();
  }

  @Override
  public void deploy(String name, File war) throws LifecycleException {
    Context context = tomcat.addWebapp("/" + name, war.getAbsolutePath());
    if (context.getState() != LifecycleState.STARTED) {
      throw new LifecycleException(name + " did not start");
    }
  }

  @Override
  public void undeploy(String name) {
    Context context = (Context) tomcat.getHost().findChild("/" + name);
    tomcat.getHost().removeChild(context);
  }
}
