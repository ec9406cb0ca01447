package org.launchgate.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.launchgate.schema.PublishedSchema;

/** Profiles in memory, written with single quotes. */
final class ProfileTexts {
  /** A profile that asks for nothing but a user. */
  static final String LEAST = profile("{}", "'user.system': '/iss', 'user.value': '/user'");

  private ProfileTexts() {}

  /** A profile named {@code own} with these claim rules and these fields of the context. */
  static String profile(String claims, String context) {
    return """
        {"profile": "own", "carriers": [{"field": "token", "in": ["form"]}], "header": {},
         "algorithms": ["RS256"], "time": {"exp": "required"}, "replay": {},
         "claims": %s, "context": {%s}}
        """
        .formatted(claims, context);
  }

  /** Reads a profile that stands alone. What the loader takes, the schema takes as well. */
  static LaunchProfile read(String json) {
    LaunchProfile profile = Profiles.read("own.json", utf8(json));
    assertThat(PublishedSchema.PROFILE.mistakes(new String(utf8(json), UTF_8))).isEmpty();
    return profile;
  }

  private static byte[] utf8(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }

  /** Profile files beside one another; it notes which were read. */
  static final class Files implements ProfileFile {
    private final Map<String, byte[]> texts;
    private final List<String> read;
    private final String name;

    Files() {
      this(new HashMap<>(), new ArrayList<>(), "partners.json");
    }

    private Files(Map<String, byte[]> texts, List<String> read, String name) {
      this.texts = texts;
      this.read = read;
      this.name = name;
    }

    Files with(String file, String json) {
      texts.put(file, utf8(json));
      return this;
    }

    /** The profile of a name, a file or an object that a partner asks for. */
    LaunchProfile asked(Object asked) {
      return Profiles.asked("partners.json: partner \"p\"", "profile", asked, this);
    }

    /** The profile of an object, written as JSON, that a partner asks for. */
    LaunchProfile inline(String json) {
      LaunchProfile profile = asked(ProfileResolver.parse("inline", utf8(json)));
      assertThat(PublishedSchema.PROFILE.mistakes(new String(utf8(json), UTF_8))).isEmpty();
      return profile;
    }

    List<String> filesRead() {
      return read;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public byte[] read() throws IOException {
      read.add(name);
      byte[] text = texts.get(name);
      if (text == null) {
        throw new NoSuchFileException(name);
      }
      return text;
    }

    @Override
    public ProfileFile resolve(String path) {
      String folder = name.substring(0, name.lastIndexOf('/') + 1);
      return new Files(texts, read, path.startsWith("/") ? path : folder + path);
    }
  }
}
