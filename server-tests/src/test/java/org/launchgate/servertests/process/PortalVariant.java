package org.launchgate.servertests.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The portal's WAR with another {@code web.xml}, and with a few pages of the tests under {@code
 * /test}.
 *
 * @param context the name of its context, without a slash
 * @param sameSite what its session cookie says
 * @param params init-params that the portal's own {@code web.xml} does not have; {@code errorPage}
 *     with the value {@code none} takes the portal's away, so that Launchgate's own pages are seen
 * @param classes classes of the tests that it needs
 * @param files texts by the path in the WAR where each of them is put
 */
public record PortalVariant(
    String context,
    String sameSite,
    Map<String, String> params,
    List<Class<?>> classes,
    Map<String, String> files) {
  private static final String ERROR_PAGE =
      "(?s)<init-param>\\s*<param-name>errorPage</param-name>.*?</init-param>";
  private static final List<String> PAGES =
      List.of("echo.jsp", "parts.html", "idle.jsp", "ended.jsp", "long-ago.jsp");

  /** One that needs no class. */
  public static PortalVariant of(String context, String sameSite, Map<String, String> params) {
    return new PortalVariant(context, sameSite, params, List.of(), Map.of());
  }

  /** Writes the WAR into the folder of a server's applications. */
  void writeInto(Path webapps) throws IOException {
    Path war = Files.copy(Built.portalWar(), webapps.resolve(context + ".war"));
    try (FileSystem inside = FileSystems.newFileSystem(war)) {
      Path xml = inside.getPath("WEB-INF/web.xml");
      Files.writeString(xml, changed(Files.readString(xml)));
      put(inside.getPath("META-INF/context.xml"), "variant/context.xml", PortalVariant.class);
      for (String page : PAGES) {
        put(inside.getPath("test", page), "variant/" + page, PortalVariant.class);
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(inside.getPath(file.getKey()), file.getValue());
      }
      for (Class<?> each : classes) {
        String file = each.getName().replace('.', '/') + ".class";
        put(inside.getPath("WEB-INF/classes/" + file), "/" + file, each);
      }
    }
  }

  /** A browser takes {@code None} of a cookie that is {@code Secure} alone. */
  private String changed(String webXml) {
    String cookie =
        replaced(
            webXml,
            "<attribute-value>Lax</attribute-value>",
            "<attribute-value>" + sameSite + "</attribute-value>");
    String secured =
        sameSite.equals("None")
            ? replaced(
                cookie,
                "<http-only>true</http-only>",
                "<http-only>true</http-only><secure>true</secure>")
            : cookie;
    if ("none".equals(params.get("errorPage"))) {
      secured = secured.replaceFirst(ERROR_PAGE, "");
    }
    StringBuilder added = new StringBuilder();
    params.forEach(
        (name, value) -> {
          if (!value.equals("none")) {
            added.append(
                "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
                    .formatted(name, value));
          }
        });
    String before = "<async-supported>true</async-supported>";
    int at = secured.indexOf(before) + before.length();
    return secured.substring(0, at) + added + secured.substring(at);
  }

  private static String replaced(String text, String old, String next) {
    if (!text.contains(old)) {
      throw new IllegalStateException("the portal's web.xml has no " + old);
    }
    return text.replace(old, next);
  }

  private static void put(Path target, String resource, Class<?> beside) throws IOException {
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("resource is missing: " + resource);
      }
      Files.copy(in, target);
    }
  }
}
