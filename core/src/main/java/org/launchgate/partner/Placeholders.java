package org.launchgate.partner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.OneLine;
import org.launchgate.internal.config.RegularFile;

/**
 * Replaces {@code ${env:NAME}}, {@code ${sys:name}}, {@code ${file:/path}} and {@code
 * ${jndi:java:comp/env/name}} in configuration values, so that secrets stay out of files that are
 * copied around.
 *
 * <p>Two dollar signs before a brace stand for a literal dollar sign and brace. What a placeholder
 * gives is taken as it is, without looking for further placeholders in it. A placeholder that leads
 * nowhere is a mistake, never an empty text. Immutable, thread-safe.
 */
public final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\$\\{)|\\$\\{([^}]*)}?");

  private final Map<String, Lookup> lookups;

  private Placeholders(Map<String, Lookup> lookups) {
    this.lookups = lookups;
  }

  /** The placeholders that read this process's environment, properties, files and JNDI. */
  public static Placeholders standard() {
    return new Placeholders(
        Map.of(
            "env",
            System::getenv,
            "sys",
            System::getProperty,
            "file",
            path -> readFile(path, RegularFile::read),
            "jndi",
            new JndiLookup()));
  }

  /** The same placeholders, of which those that name a file are read in that way. */
  Placeholders readingFiles(FileReader reader) {
    Map<String, Lookup> others = new HashMap<>(lookups);
    others.computeIfPresent("file", (kind, lookup) -> path -> readFile(path, reader));
    return new Placeholders(Map.copyOf(others));
  }

  /**
   * The text with every placeholder replaced.
   *
   * @param where the place of the text, for messages
   * @throws IllegalArgumentException that names the place and the placeholder, never a value
   */
  public String resolve(String text, String where) {
    if (!text.contains("${")) {
      return text;
    }
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String value =
          matcher.group(1) != null
              ? matcher.group(1)
              : value(String.valueOf(matcher.group(2)), matcher.group().endsWith("}"), where);
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(resolved).toString();
  }

  private String value(String inside, boolean closed, String where) {
    int colon = inside.indexOf(':');
    Lookup lookup = colon > 0 ? lookups.get(inside.substring(0, colon)) : null;
    if (lookup == null || !closed || colon == inside.length() - 1) {
      throw new IllegalArgumentException(
          OneLine.of(where)
              + ": a placeholder is ${env:NAME}, ${sys:name}, ${file:/path} or"
              + " ${jndi:java:comp/env/name}; write $${ for a plain ${");
    }
    String why = "";
    @Nullable String value = null;
    try {
      value = lookup.get(inside.substring(colon + 1));
    } catch (IOException | InvalidPathException e) {
      why = RegularFile.why(e);
    }
    if (value == null) {
      throw new IllegalArgumentException(
          OneLine.of(where + ": ${" + inside + "} has no value" + why)
              + "; set it, or correct its name");
    }
    return value;
  }

  private static String readFile(String path, FileReader reader) throws IOException {
    byte[] content = reader.read(Path.of(path).toAbsolutePath());
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .toString()
          .stripTrailing();
    } catch (CharacterCodingException e) {
      throw new FileSystemException(path, null, "it is no UTF-8 text");
    }
  }

  /**
   * Looks a name up once: many servers show {@code java:comp/env} to their own threads alone, and a
   * file is read again by one of ours. Its entries do not change while an application runs.
   */
  private static final class JndiLookup implements Lookup {
    private final Map<String, String> found = new ConcurrentHashMap<>();

    @Override
    public @Nullable String get(String name) {
      String value = found.get(name);
      if (value == null && name.startsWith("java:")) {
        value = read(name);
        if (value != null) {
          found.put(name, value);
        }
      }
      return value;
    }

    @SuppressWarnings("BanJNDI") // the name is the operator's own, in the local name space
    private static @Nullable String read(String name) {
      try {
        Object value = new InitialContext().lookup(name);
        return value == null ? null : value.toString();
      } catch (NamingException e) {
        return null;
      }
    }
  }

  /** Reads a file on disk. */
  @FunctionalInterface
  interface FileReader {
    byte[] read(Path file) throws IOException;
  }

  /** One kind of placeholder: the value of a name, null when there is none. */
  @FunctionalInterface
  private interface Lookup {
    @Nullable String get(String name) throws IOException;
  }
}
