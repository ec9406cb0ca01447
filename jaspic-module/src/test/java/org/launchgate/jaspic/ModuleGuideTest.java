package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Constants;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** What {@code docs/container-security.md} says works as it stands there. */
class ModuleGuideTest {
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

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SAID = Pattern.compile("^\\|[^|]*\\|([^|]*)\\|", Pattern.MULTILINE);
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private static String guide() throws IOException {
    return Files.readString(ROOT.resolve("docs/container-security.md"));
  }

  /** Listener and params, constraint and role, filter. */
  private static List<String> blocks() throws IOException {
    return XML.matcher(guide()).results().map(block -> block.group(1)).toList();
  }

  private static StandardContext application(Path folder, String elements) throws IOException {
    Files.createDirectories(folder.resolve("app/WEB-INF"));
    Files.createDirectories(folder.resolve("app/patients"));
    Files.writeString(folder.resolve("app/WEB-INF/partners.json"), TestPartner.partnersFile());
    Files.writeString(folder.resolve("app/patients/page.html"), "the patients");
    Files.writeString(
        folder.resolve("app/WEB-INF/web.xml"),
        "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
            + elements
            + "<servlet><servlet-name>files</servlet-name><servlet-class>"
            + DefaultServlet.class.getName()
            + "</servlet-class></servlet><servlet-mapping><servlet-name>files</servlet-name>"
            + "<url-pattern>/</url-pattern></servlet-mapping></web-app>");
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(Constants.NoDefaultWebXml);
    StandardContext context = new StandardContext();
    context.setPath("/app");
    context.setDocBase(folder.resolve("app").toString());
    context.setParentClassLoader(ModuleGuideTest.class.getClassLoader());
    context.addLifecycleListener(config);
    return context;
  }

  private static void launch(String base) {
    Visitor visitor = new Visitor(base);
    assertThat(visitor.get("/patients/page.html").statusCode()).isEqualTo(401);
    visitor.launch(Visitor.zorgdomein());
    String session = visitor.session();
    assertThat(visitor.get("/patients/page.html").body()).isEqualTo("the patients");
    assertThat(visitor.session()).isEqualTo(session);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3}) // without the filter, and with it
  void linesOfWebXmlAreAllThatItTakes(int blocks, @TempDir Path folder) throws Exception {
    assertThat(blocks()).hasSize(3);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    StandardContext context = application(folder, String.join("", blocks().subList(0, blocks)));
    tomcat.getHost().addChild(context);
    try (LogCapture log = new LogCapture()) {
      tomcat.start();
      String base = "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/app";
      launch(base);

      context.reload();

      launch(base);
      assertThat(log.lines("WARNING")).allMatch(line -> line.contains("partner tatooine"));
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  /** A text that is searched for in the log has to be what is logged. */
  @Test
  void whatTheStartSaysIsWhatIsWrittenThere() throws IOException {
    String table =
        guide().replaceFirst("(?s)^.*## What the start says", "").replaceFirst("(?s)\n## .*$", "");
    List<String> lines =
        SAID.matcher(table)
            .results()
            .map(row -> row.group(1))
            .flatMap(cell -> QUOTED.matcher(cell).results())
            .map(quoted -> quoted.group(1))
            .toList();
    String sources =
        sources("servlet-filter/src/main/java") + sources("jaspic-module/src/main/java");

    assertThat(lines).hasSize(7);
    assertThat(lines).allMatch(sources::contains);
  }

  /** All, with texts that are broken over lines put together. */
  private static String sources(String folder) throws IOException {
    try (var files = Files.walk(ROOT.resolve(folder))) {
      String all =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ModuleGuideTest::read)
              .collect(Collectors.joining());
      return all.replaceAll("\"\\s*\\+\\s*\"", "");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
