package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the guide prints, by Jakarta Security 3 and 4. */
class GuideTest {
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final String PRELUDE =
      """
      import jakarta.annotation.*;
      import jakarta.enterprise.context.*;
      import jakarta.enterprise.inject.*;
      import jakarta.inject.*;
      import jakarta.interceptor.*;
      import jakarta.security.enterprise.*;
      import jakarta.security.enterprise.authentication.mechanism.http.*;
      import jakarta.servlet.http.*;
      import org.launchgate.security.*;
      @Qualifier @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      @interface Staff {}
      """;

  @TempDir Path out;

  @Test
  void mechanismThatChoosesIsGoodByJakartaSecurity3() throws IOException {
    assertThat(compile(code("implements HttpAuthenticationMechanism {"), classPath())).isEmpty();
  }

  @Test
  void handlerThatChoosesIsGoodByJakartaSecurity4() throws IOException {
    String handler = code("implements HttpAuthenticationMechanismHandler {");

    assertThat(compile(handler, security4() + File.pathSeparator + classPath())).isEmpty();
    assertThat(compile(handler, classPath())).contains("HttpAuthenticationMechanismHandler");
  }

  @Test
  void mechanismIsWholeByJakartaSecurity4() throws Exception {
    URL[] urls = {
      security4().toUri().toURL(),
      LaunchAuthenticationMechanism.class.getProtectionDomain().getCodeSource().getLocation()
    };
    try (URLClassLoader loader = new URLClassLoader(urls, new WithoutSecurity())) {
      Class<?> mechanism = loader.loadClass(LaunchAuthenticationMechanism.class.getName());

      assertThat(mechanism.getInterfaces())
          .singleElement()
          .satisfies(type -> assertThat(type.getClassLoader()).isSameAs(loader));
      assertThat(mechanism.getMethods())
          .noneMatch((Method method) -> Modifier.isAbstract(method.getModifiers()));
      assertThat(mechanism.getConstructor().newInstance()).isNotNull();
    }
  }

  /** Sees all but what is looked for in the jars of the child. */
  private static final class WithoutSecurity extends ClassLoader {
    WithoutSecurity() {
      super(GuideTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.security.enterprise.")
          || name.startsWith("org.launchgate.security.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  private static String code(String with) throws IOException {
    return JAVA.matcher(Files.readString(Path.of("..", "docs", "jakarta-security.md")))
        .results()
        .map(found -> found.group(1))
        .filter(code -> code.contains(with))
        .findFirst()
        .orElseThrow();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static Path security4() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("security4")))) {
      return jars.findFirst().orElseThrow();
    }
  }

  /** What the compiler says of it. */
  private String compile(String code, String classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    compiler
        .getTask(
            said,
            null,
            null,
            List.of("-proc:none", "-d", out.toString(), "-cp", classPath),
            null,
            List.of(new Source(PRELUDE + code)))
        .call();
    return said.toString();
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
