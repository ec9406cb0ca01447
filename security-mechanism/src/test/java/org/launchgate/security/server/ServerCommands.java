package org.launchgate.security.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Has a server do as its standard input says, {@code deploy name file} and {@code undeploy name}.
 * Each line is answered by one that begins with {@link #ANSWER}. It ends with its input.
 */
interface ServerCommands {
  String ANSWER = "# ";

  /** Deploys a WAR at the path of that name. */
  void deploy(String name, File war) throws Exception;

  /** Takes it away. */
  void undeploy(String name) throws Exception;

  /** Does what it is told, until there is nothing more. */
  default void serve() throws IOException {
    answer("ready");
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      String[] words = line.split(" ", 3);
      try {
        if (words[0].equals("deploy")) {
          deploy(words[1], new File(words[2]));
          answer("deployed");
        } else {
          undeploy(words[1]);
          answer("undeployed");
        }
      } catch (Exception e) {
        e.printStackTrace();
        answer("failed");
      }
    }
  }

  private static void answer(String text) {
    System.out.println(ANSWER + text);
    System.out.flush();
  }
}
