package org.launchgate.security.server;

import java.io.File;
import org.glassfish.embeddable.Deployer;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishException;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

/** A GlassFish as a process. */
public final class GlassFishMain implements ServerCommands {
  private static final String LISTENER =
      "embedded-glassfish-config.server.network-config.network-listeners.network-listener"
          + ".http-listener.address";

  private final Deployer deployer;

  private GlassFishMain(Deployer deployer) {
    this.deployer = deployer;
  }

  /** Starts it on the port that is the only argument. */
  public static void main(String[] arguments) throws Exception {
    GlassFishProperties properties = new GlassFishProperties();
    properties.setPort("http-listener", Integer.parseInt(arguments[0]));
    properties.setProperty(LISTENER, "127.0.0.1");
    GlassFish server = GlassFishRuntime.bootstrap().newGlassFish(properties);
    server.start();
    new GlassFishMain(server.getDeployer()).serve();
    server.dispose();
    System.exit(0);
  }

  @Override
  public void deploy(String name, File war) throws GlassFishException {
    String deployed = deployer.deploy(war, "--name=" + name, "--contextroot=" + name);
    if (deployed == null) {
      throw new GlassFishException(name + " was not deployed");
    }
  }

  @Override
  public void undeploy(String name) throws GlassFishException {
    deployer.undeploy(name);
  }
}
