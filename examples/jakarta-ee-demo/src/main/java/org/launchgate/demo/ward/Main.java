package org.launchgate.demo.ward;

import java.io.IOException;

/**
 * Starts the demo: {@code java -jar launchgate-jakarta-ee-demo.jar}. The system properties {@code
 * demo.portal.port}, {@code demo.partner.port} and {@code demo.stopWithParent} change what it does;
 * it ends with Ctrl-C.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    ConsoleLog.configure();
    try {
      start(DemoSettings.of(System.getProperties()));
    } catch (StartFailedException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** The servers' threads keep the process alive; what ends it goes through the shutdown hook. */
  private static void start(DemoSettings settings) throws StartFailedException, IOException {
    WardDemo demo = new WardDemo(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
    if (settings.stopWithParent()) {
      ProcessHandle.current().parent().ifPresent(Main::stopWith);
    }
    System.out.println(demo.start());
  }

  private static void stopWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              System.exit(0);
            },
            "demo-parent");
    watch.setDaemon(true);
    watch.start();
  }
}
