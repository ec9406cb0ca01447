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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that has stopped leaves nothing of itself with the container. */
@Timeout(120)
class UndeployTest {
  /** Loads Launchgate as a WAR has it: from its own class loader, not from the server's. */
  private static final class WarLoader extends URLClassLoader {
    WarLoader(URL[] jars) {
      super(jars, UndeployTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.launchgate.") && !name.startsWith("org.jose4j.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
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

  private static URL[] launchgate() throws Exception {
    List<URL> places = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith("classes") || entry.contains("launchgate-") || entry.contains("jose4j")) {
        places.add(new File(entry).toURI().toURL());
      }
    }
    return places.toArray(new URL[0]);
  }

  /** Serves a launch in an application of that loader, and stops it. */
  private static Reference<ClassLoader> serveAndStop(ReferenceQueue<ClassLoader> gone)
      throws Exception {
    WarLoader war = new WarLoader(launchgate());
    try (war;
        ModuleApp app = new ModuleApp().page("/", Shown::write)) {
      app.context().setParentClassLoader(war);
      app.start();
      assertThat(app.context().getApplicationLifecycleListeners()[0].getClass().getClassLoader())
          .isSameAs(war);
      Visitor visitor = app.visitor();
      visitor.launch(Visitor.zorgdomein());
      assertThat(visitor.get("/").body()).startsWith("user=demo-xis|");
    }
    return new PhantomReference<>(war, gone);
  }

  @Test
  void itsClassesCanBeForgotten() throws Exception {
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

    Reference<ClassLoader> war = serveAndStop(gone);

    assertThat(AuthConfigFactory.getFactory().getRegistrationIDs(null)).isEmpty();
    compareRecords();
    try (WarLoader other = new WarLoader(launchgate())) {
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
