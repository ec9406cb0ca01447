package org.launchgate.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.config.RegularFile;
import org.launchgate.internal.key.Der;

/** Reads a file that a member of a key entry names. */
final class KeyFile {
  /** What is surely no key that somebody put where a file's name belongs, and may be shown. */
  private static final Pattern NAME =
      Pattern.compile("[^\\s\\p{Cntrl}]{1,200}\\.[A-Za-z][A-Za-z0-9]{1,7}");

  private final ConfigObject json;
  private final ConfigSource beside;

  KeyFile(ConfigObject json, ConfigSource beside) {
    this.json = json;
    this.beside = beside;
  }

  /**
   * What a member holds: PEM or the base64 of DER where it stands inline, else the content of the
   * file that it names.
   */
  byte[] inlineOrFile(String member) {
    String text = json.requiredText(member);
    return text.contains("-----BEGIN")
        ? text.getBytes(StandardCharsets.US_ASCII)
        : Der.ofBase64(text).orElseGet(() -> read(member, text));
  }

  /** The bytes of the file of that path, beside the partners file unless the path is absolute. */
  byte[] read(String member, String path) {
    String shown = "";
    try {
      ConfigSource source = beside.resolve(path);
      shown = shown(path, source);
      return source.read();
    } catch (IOException | RuntimeException e) {
      throw json.error(
          member,
          "names the file" + shown + ", which is not there or cannot be read" + RegularFile.why(e));
    }
  }

  /** The file's name after a blank; empty when what stands there may be a secret. */
  String shown(String path) {
    return shown(path, beside.resolve(path));
  }

  private static String shown(String path, ConfigSource source) {
    return NAME.matcher(path).matches() ? " " + source.name() : "";
  }
}
