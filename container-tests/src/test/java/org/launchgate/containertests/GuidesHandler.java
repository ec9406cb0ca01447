package org.launchgate.containertests;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The handler that the guide prints. It is compiled here, by the APIs of the server under test,
 * since the project itself is compiled by those of Jakarta EE 10, which have no handler.
 */
final class GuidesHandler {
  /** Where {@code @Staff} is, the guide's name for the mechanism that users have of their own. */
  private static final String PACKAGE = "org.launchgate.containertests.app.handler";

  private static final String PRELUDE =
      """
      package %s;
      import jakarta.annotation.*;
      import jakarta.enterprise.context.*;
      import jakarta.enterprise.inject.*;
      import jakarta.inject.*;
      import jakarta.interceptor.*;
      import jakarta.security.enterprise.*;
      import jakarta.security.enterprise.authentication.mechanism.http.*;
      import jakarta.servlet.http.*;
      import org.launchgate.security.*;
      """
          .formatted(PACKAGE);

  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  private GuidesHandler() {}

  /** Where the class is in a WAR. */
  static String place() {
    return "classes/" + PACKAGE.replace('.', '/') + "/Reception.class";
  }

  /** The class. */
  static File compiled() {
    try {
      Path out =
          Files.createDirectories(Path.of(System.getProperty("work"), "handler-of-the-guide"));
      compile(PRELUDE + printed(), out);
      return out.resolve(place().substring("classes/".length())).toFile();
    } catch (IOException e) {
      throw new IllegalStateException("the guide's handler is not to be compiled", e);
    }
  }

  private static String printed() throws IOException {
    return JAVA.matcher(Files.readString(Path.of("..", "docs", "jakarta-security.md")))
        .results()
        .map(found -> found.group(1))
        .filter(code -> code.contains("implements HttpAuthenticationMechanismHandler {"))
        .findFirst()
        .orElseThrow();
  }

  private static void compile(String code, Path out) throws IOException {
    StringWriter said = new StringWriter();
    boolean good =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                said,
                null,
                null,
                List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    out.toString(),
                    "-cp",
                    apis() + File.pathSeparator + System.getProperty("java.class.path")),
                null,
                List.of(new Source(code)))
            .call();
    if (!good) {
      throw new IllegalStateException("the guide's handler is not to be compiled: " + said);
    }
  }

  /** Those of the server. */
  private static String apis() throws IOException {
    Path modules =
        Path.of(System.getProperty("wildfly.home"), "modules/system/layers/base/jakarta");
    try (Stream<Path> files = Files.walk(modules)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("string:///Reception.java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
