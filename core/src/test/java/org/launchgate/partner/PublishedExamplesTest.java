package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.profile.Profiles;
import org.launchgate.schema.PublishedSchema;

/** What the documentation, the examples and the jar show keeps to the schemas, and loads. */
class PublishedExamplesTest {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  /** A file that is wrong on purpose, and the first text in code marks after it: its message. */
  private static final Pattern REFUSED =
      Pattern.compile("```json refused\n(.*?)```\n.*?[^`]`([^`\n]+)`[^`]", Pattern.DOTALL);

  private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:[^}]+}");

  /** What starts an example tells it: an address, by its name, or the file of a key. */
  private static final Pattern ADDRESS = Pattern.compile("\\$\\{sys:[^}]+\\.url}");

  private static final Pattern FILE = Pattern.compile("\\$\\{sys:[^}]+\\.key}");

  /** Stands for every secret and password: 64 bytes in base64url. */
  private static final String SECRET = "A".repeat(86);

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  /** A profile for partners whose profile stands in a file that is not shown. */
  private static final String PROFILE =
      """
      {"profile": "own", "extends": "exorlive", "time": {"maxLifetime": 600}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"partners.schema.json", "profile.schema.json"})
  void jarHoldsTheSchemaOfTheDocumentation(String file) throws IOException {
    assertThat(resource("/org/launchgate/schema/" + file))
        .isEqualTo(text(root().resolve("docs/schema").resolve(file)));
  }

  @TestFactory
  Stream<DynamicTest> partnersFileKeepsToTheSchemaAndLoads() {
    List<Example> examples =
        examples().stream().filter(example -> example.json().has("partners")).toList();
    assertThat(examples).as("partners files that are shown").isNotEmpty();
    return examples.stream()
        .map(
            example ->
                dynamicTest(
                    example.name(),
                    () -> {
                      assertThat(PublishedSchema.PARTNERS.mistakes(example.text())).isEmpty();
                      load(example);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> fileThatIsShownAsAMistakeIsRefusedWithTheMessageBelowIt() {
    Path root = root();
    List<DynamicTest> tests =
        ourFiles(root)
            .filter(file -> file.toString().endsWith(".md"))
            .flatMap(file -> REFUSED.matcher(text(file)).results())
            .map(
                shown ->
                    dynamicTest(
                        shown.group(2),
                        () ->
                            assertThatIllegalArgumentException()
                                .isThrownBy(
                                    () ->
                                        load(
                                            new Example("refused", shown.group(1), List.of()),
                                            TestPartner.RSA))
                                .withMessageContaining(shown.group(2))))
            .toList();
    assertThat(tests).as("mistakes that are shown").isNotEmpty();
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> profileKeepsToTheSchemaAndLoads() {
    List<Example> examples = examples().stream().filter(example -> example.isProfile()).toList();
    assertThat(examples).as("profiles that are shown").isNotEmpty();
    return examples.stream()
        .map(
            example ->
                dynamicTest(
                    example.name(),
                    () -> {
                      assertThat(PublishedSchema.PROFILE.mistakes(example.text())).isEmpty();
                      assertThatNoException().isThrownBy(() -> loadProfile(example));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> builtInProfileKeepsToTheSchema() {
    return Profiles.builtInNames().stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        assertThat(PublishedSchema.PROFILE.mistakes(resource(name + ".json")))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> partnersFileOfOtherTestsKeepsToTheSchema() {
    return Stream.of(
        dynamicTest(
            "the two of the design",
            () ->
                assertThat(PublishedSchema.PARTNERS.mistakes(TestPartner.partnersFile()))
                    .isEmpty()));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Profiles.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whatever kind of key the example has in its files: they are made here. */
  private static void load(Example example) {
    List<KeyPair> pairs = List.of(TestPartner.RSA, TestPartner.ec(256), TestPartner.ed25519());
    assertThat(pairs)
        .as("keys with one of which it loads")
        .anySatisfy(pair -> assertThatNoException().isThrownBy(() -> load(example, pair)));
  }

  private static void load(Example example, KeyPair pair) {
    String text = ENVIRONMENT.matcher(example.text()).replaceAll(SECRET);
    text = ADDRESS.matcher(text).replaceAll("https://partner.example/");
    text = FILE.matcher(text).replaceAll("partner.pem");
    MemoryFiles files = MemoryFiles.partners(text);
    JsonNode json = Example.parsed(text);
    json.at("/partners")
        .forEach(
            partner -> {
              addProfile(files, example, partner.path("profile").asText());
              partner.path("keys").forEach(key -> addKey(files, key, pair, true));
            });
    json.at("/decryptionKeys").forEach(key -> addKey(files, key, pair, false));
    try (RemoteKeySets remote = new RemoteKeySets(Clock.systemUTC())) {
      new PartnersFileReader(files, Placeholders.standard(), remote).read();
    }
  }

  private static void addProfile(MemoryFiles files, Example example, String path) {
    if (path.endsWith(".json")) {
      files.with(path, example.profileBeside(path).orElse(PROFILE));
    }
  }

  private static void addKey(MemoryFiles files, JsonNode key, KeyPair pair, boolean open) {
    files.with(
        key.path("pem").asText("-"),
        open
            ? TestPartner.pem("PUBLIC KEY", pair.getPublic().getEncoded())
            : TestPartner.pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    files.with(
        key.path("jwks").asText("-"),
        Jwks.set(open ? Jwks.rsa(TestPartner.RSA) : Jwks.privateRsa(TestPartner.RSA))
            .replace('\'', '"'));
    if (key.has("keystore")) {
      String password = key.path("password").asText();
      files.with(
          key.path("keystore").asText(),
          TestKeystores.of("PKCS12", password)
              .key(
                  key.path("alias").asText(),
                  TestPartner.RSA.getPrivate(),
                  Pems.RSA_CERTIFICATE,
                  password)
              .bytes());
    }
  }

  private static void loadProfile(Example example) {
    MemoryFiles files = MemoryFiles.partners("{}").with("shown.json", example.text());
    addProfile(files, example, example.json().path("extends").asText());
    Profiles.asked("docs", "profile", "shown.json", new ConfigProfileFile(files));
  }

  private static List<Example> examples() {
    Path root = root();
    return ourFiles(root).flatMap(file -> examples(root, file)).toList();
  }

  private static Stream<Path> ourFiles(Path root) {
    try (Stream<Path> all =
        Stream.of("README.md", "docs", "examples").flatMap(part -> walk(root.resolve(part)))) {
      return all.filter(file -> isOurs(root.relativize(file))).sorted().toList().stream();
    }
  }

  private static Stream<Example> examples(Path root, Path file) {
    String name = root.relativize(file).toString();
    String text = text(file);
    if (name.endsWith(".json") && !name.endsWith(".schema.json")) {
      return Stream.of(new Example(name, text, List.of()));
    }
    if (!name.endsWith(".md")) {
      return Stream.of();
    }
    List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
    List<String> texts = blocks.stream().map(block -> block.group(1)).toList();
    return blocks.stream()
        .map(
            block ->
                new Example(
                    name + ", line " + text.substring(0, block.start(1)).lines().count(),
                    block.group(1),
                    texts));
  }

  private static boolean isOurs(Path file) {
    for (Path part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return file.toString().endsWith(".md") || file.toString().endsWith(".json");
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("LICENSE"))) {
        return at;
      }
    }
    throw new IllegalStateException("there is no LICENSE above the working directory");
  }

  /**
   * A JSON text that is shown.
   *
   * @param name the file and, in a document, the line above its first
   * @param text the text
   * @param beside all JSON texts of the same document
   */
  private record Example(String name, String text, List<String> beside) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static JsonNode parsed(String text) {
      try {
        return MAPPER.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    JsonNode json() {
      return parsed(text);
    }

    boolean isProfile() {
      return !json().has("partners")
          && Stream.of("carriers", "extends", "choose").anyMatch(json()::has);
    }

    /** The profile of that file's name that the same document shows. */
    Optional<String> profileBeside(String path) {
      String file = String.valueOf(Path.of(path).getFileName());
      String name = file.substring(0, file.length() - ".json".length());
      return beside.stream()
          .filter(text -> parsed(text).path("profile").asText().equals(name))
          .findFirst();
    }
  }
}
