package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.File;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that has stopped leaves nothing of itself in the JVM. */
@Timeout(120)
class RedeployTest {
  private static final String FILTER = "org.launchgate.servlet.LaunchFilter";

  /** Loads Launchgate as a WAR has it: from its own class loader, not from the server's. */
  private static final class WarLoader extends URLClassLoader {
    WarLoader(URL[] jars) {
      super(jars, RedeployTest.class.getClassLoader());
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

  private static URL[] launchgate() throws Exception {
    List<URL> places = new ArrayList<>();
    for (String entry :
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator))) {
      if (entry.endsWith("classes") || entry.contains("launchgate-") || entry.contains("jose4j")) {
        places.add(new File(entry).toURI().toURL());
      }
    }
    return places.toArray(new URL[0]);
  }

  /**
   * The JDK keeps the type of a component of the record that was compared last, whoever's it is;
   * JDK 25 in two places, one for the types of its own and the server's loaders, the other for
   * those of all others, softly. So that none is one of the stopped application's, a record of this
   * test's is compared, and the same of a third loader.
   */
  private record ComparedLast(StringBuilder text, RedeployTest test) {}

  static void compareRecords() {
    ComparedLast record = new ComparedLast(new StringBuilder(), new RedeployTest());
    ComparedLast equal = new ComparedLast(record.text(), record.test());
    assertThat(record.equals(equal)).isTrue();
    assertThat(record.hashCode()).isEqualTo(equal.hashCode());
    assertThat(record.toString()).isNotEmpty();
  }

  /** Starts a filter with everything on, and stops it. */
  private static Reference<ClassLoader> startAndStop(ReferenceQueue<ClassLoader> gone)
      throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    WarLoader war = new WarLoader(launchgate());
    try (war) {
      thread.setContextClassLoader(war);
      Filter filter = (Filter) war.loadClass(FILTER).getConstructor().newInstance();
      assertThat(filter.getClass().getClassLoader()).isSameAs(war);
      FilterStubs stubs = FilterStubs.with("partners", "/WEB-INF/partners.json");
      stubs.filterName = "redeployed";
      filter.init(stubs.config());
      filter.destroy();
    } finally {
      thread.setContextClassLoader(before);
    }
    return new PhantomReference<>(war, gone);
  }

  @Test
  void itsClassesCanBeForgotten() throws Exception {
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    Reference<ClassLoader> war = startAndStop(gone);
    compareRecords();
    try (WarLoader other = new WarLoader(launchgate())) {
      Method compare =
          other.loadClass(RedeployTest.class.getName()).getDeclaredMethod("compareRecords");
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
