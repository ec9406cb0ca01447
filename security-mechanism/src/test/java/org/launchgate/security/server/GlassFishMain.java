package org.launchgate.security.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishException;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

/**
 * A GlassFish in a JVM of its own, which does as its standard input says: {@code deploy name file}
 * and {@code undeploy name}. It answers each line with one that begins with {@link #ANSWER}, and
 * ends with its input.
 */
public final class GlassFishMain {
  static final String ANSWER = "# ";

  private GlassFishMain() {}

  /** Starts it on the port that is the only argument. */
  public static void main(String[] arguments) throws Exception {
    GlassFishProperties properties = new GlassFishProperties();
    properties.setPort("http-listener", Integer.parseInt(arguments[0]));
    properties.setProperty(
        "embedded-glassfish-config.server.network-config.network-listeners.network-listener"
            + ".http-listener.address",
        "127.0.0.1");
    GlassFish server = GlassFishRuntime.bootstrap().newGlassFish(properties);
    server.start();
    answer("ready");
    serve(server);
    server.dispose();
    System.exit(0);
  }

  private static void serve(GlassFish server) throws IOException, GlassFishException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      String[] words = line.split(" ", 3);
      if (words[0].equals("deploy")) {
        answer(deploy(server, words[1], new File(words[2])));
      } else {
        server.getDeployer().undeploy(words[1]);
        answer("undeployed");
      }
    }
  }

  /** Where it fails, the reason is among the lines before. */
  private static String deploy(GlassFish server, String name, File war) {
    try {
      String deployed = server.getDeployer().deploy(war, "--name=" + name, "--contextroot=" + name);
      return deployed == null ? "failed" : "deployed";
    } catch (GlassFishException e) {
      e.printStackTrace();
      return "failed";
    }
  }

  private static void answer(String text) {
    System.out.println(ANSWER + text);
    System.out.flush();
  }
}
