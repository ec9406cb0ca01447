package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.config.AuthConfigFactory;
import java.io.File;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that has stopped leaves nothing of itself with the container. */
@Timeout(120)
class UndeployTest {
  /** Tomcat's, which cannot log that a place is kept for nobody, and so must not want to. */
  private static final Logger QUIET = Logger.getLogger("org.apache.catalina.authenticator.jaspic");

  @BeforeAll
  static void quiet() {
    QUIET.setLevel(Level.INFO);
  }

  @AfterAll
  static void asBefore() {
    QUIET.setLevel(null);
  }

  /** The JDK keeps the type of a record's component that was compared last, whoever's it is. */
  private record ComparedLast(StringBuilder text, UndeployTest test) {}

  static void compareRecords() {
    ComparedLast record = new ComparedLast(new StringBuilder(), new UndeployTest());
    ComparedLast equal = new ComparedLast(record.text(), record.test());
    assertThat(record.equals(equal)).isTrue();
    assertThat(record.hashCode()).isEqualTo(equal.hashCode());
    assertThat(record.toString()).isNotEmpty();
  }

  /** Where the tests find Launchgate and jose4j. */
  private static List<Path> launchgate() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(
            entry ->
                entry.endsWith("classes")
                    || entry.contains("launchgate-")
                    || entry.contains("jose4j"))
        .map(Path::of)
        .toList();
  }

  private static URL[] urls() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path place : launchgate()) {
      urls.add(place.toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  /** Serves a launch in an application that brings Launchgate along, and stops it. */
  private static Reference<ClassLoader> serveAndStop(ReferenceQueue<ClassLoader> gone)
      throws Exception {
    try (ModuleApp app = new ModuleApp().page("/", Shown::write)) {
      for (Path place : launchgate()) {
        app.bring(place);
      }
      app.start();
      ClassLoader war = app.context().getLoader().getClassLoader();
      assertThat(app.context().getApplicationLifecycleListeners()[0].getClass().getClassLoader())
          .isSameAs(war);
      Visitor visitor = app.visitor();
      visitor.launch(Visitor.zorgdomein());
      assertThat(visitor.get("/").body()).startsWith("user=demo-xis|");
      return new PhantomReference<>(war, gone);
    }
  }

  @Test
  void itsClassesCanBeForgotten() throws Exception {
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

    Reference<ClassLoader> war = serveAndStop(gone);

    assertThat(
            AuthConfigFactory.getFactory()
                .getConfigProvider("HttpServlet", "Tomcat/localhost /app", null))
        .isNull();
    compareRecords();
    try (URLClassLoader other =
        new URLClassLoader(urls(), null) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            return name.startsWith("org.launchgate.")
                ? super.findClass(name)
                : UndeployTest.class.getClassLoader().loadClass(name);
          }
        }) {
      Method compare =
          other.loadClass(UndeployTest.class.getName()).getDeclaredMethod("compareRecords");
      compare.setAccessible(true);
      compare.invoke(null);
    }
    Reference<? extends ClassLoader> found = null;
    for (int i = 0; i < 50 && found == null; i++) {
      System.gc();
      found = gone.remove(200);
    }
    assertThat(found).isSameAs(war);
  }
}
