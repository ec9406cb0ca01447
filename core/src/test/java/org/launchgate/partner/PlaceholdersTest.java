package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** What stands for a value that is kept elsewhere. */
class PlaceholdersTest {
  private static final String PROPERTY = "launchgate.test.placeholder";
  private static final String CANARY = "Q4n4ryQ4n4ryQ4n4ryQ4n4ryQ4n4ryQ4n4ry";
  private static final String WHERE = "partners.json: \"partners\"[0]: \"issuer\"";
  private static final String FORMS =
      WHERE
          + ": a placeholder is ${env:NAME}, ${sys:name}, ${file:/path} or"
          + " ${jndi:java:comp/env/name}; write $${ for a plain ${";

  private final Placeholders placeholders = Placeholders.standard();

  @BeforeEach
  void setProperty() {
    System.setProperty(PROPERTY, "value");
  }

  @AfterEach
  void clearProperty() {
    System.clearProperty(PROPERTY);
  }

  private String resolve(String text) {
    return placeholders.resolve(text, WHERE);
  }

  private void refuses(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> resolve(text)).withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "${sys:launchgate.test.placeholder},                     value",
    "a${sys:launchgate.test.placeholder}b,                   avalueb",
    "${sys:launchgate.test.placeholder}${sys:launchgate.test.placeholder}, valuevalue",
    "$${sys:launchgate.test.placeholder},                    ${sys:launchgate.test.placeholder}",
    "$${ and ${sys:launchgate.test.placeholder},             ${ and value",
    "plain,                                                  plain",
    "$5 and {6} and $,                                       $5 and {6} and $",
    "$$,                                                     $$"
  })
  void textIsResolved(String text, String expected) {
    assertThat(resolve(text)).isEqualTo(expected);
  }

  @Test
  void environmentIsRead() {
    Map.Entry<String, String> variable =
        System.getenv().entrySet().stream()
            .filter(entry -> !entry.getKey().contains("}") && !entry.getValue().isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(resolve("${env:" + variable.getKey() + "}")).isEqualTo(variable.getValue());
  }

  @Test
  void fileIsReadWithoutTheLineEndAfterItsText(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "  é $1 \\ x \n\r\n");

    assertThat(resolve("${file:" + file + "}")).isEqualTo("  é $1 \\ x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${sys:launchgate.test.placeholder}", "$${x}", "$1", "\\", "${"})
  void whatAPlaceholderGivesIsTakenAsItIs(String value) {
    System.setProperty(PROPERTY, value);

    assertThat(resolve("<${sys:" + PROPERTY + "}>")).isEqualTo("<" + value + ">");
  }

  @Test
  void emptyValueIsAValue() {
    System.setProperty(PROPERTY, "");

    assertThat(resolve("<${sys:" + PROPERTY + "}>")).isEqualTo("<>");
  }

  @Nested
  class WithoutValue {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "env:LAUNCHGATE_NO_SUCH_VARIABLE",
          "sys:launchgate.no.such.property",
          "file:/no/such/file",
          "jndi:java:comp/env/launchgate",
          "jndi:ldap://127.0.0.1/x",
          "jndi:rmi://127.0.0.1/x",
          "jndi:launchgate",
          "jndi:JAVA:comp/env/launchgate"
        })
    void isAMistakeThatNamesPlaceAndPlaceholder(String inside) {
      refuses(
          "${" + inside + "}",
          WHERE + ": ${" + inside + "} has no value; set it, or correct its name");
    }

    @Test
    void fileThatIsNoTextIsAMistake(@TempDir Path directory) throws IOException {
      Path file = Files.write(directory.resolve("secret"), new byte[] {(byte) 0xFF, 0x41});

      refuses(
          "${file:" + file + "}",
          WHERE
              + ": ${file:"
              + file
              + "} has no value (it is no UTF-8 text); set it, or correct its name");
    }

    @Test
    void directoryIsAMistake() {
      refuses(
          "${file:/}",
          WHERE + ": ${file:/} has no value (it is a directory); set it, or correct its name");
    }
  }

  /** A name space that answers to every name. */
  @Nested
  class WithNameSpace {
    @BeforeEach
    void setNameSpace() {
      System.setProperty(Context.INITIAL_CONTEXT_FACTORY, EveryName.class.getName());
    }

    @AfterEach
    void clearNameSpace() {
      System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Test
    void localNameIsLookedUp() {
      assertThat(resolve("${jndi:java:comp/env/launchgate}"))
          .isEqualTo("value of java:comp/env/launchgate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"launchgate", "comp/env/launchgate", "unknown:launchgate"})
    void nameOutsideTheLocalNameSpaceIsNotLookedUp(String name) {
      refuses(
          "${jndi:" + name + "}",
          WHERE + ": ${jndi:" + name + "} has no value; set it, or correct its name");
    }
  }

  /** Made by JNDI, by its name. */
  public static final class EveryName implements InitialContextFactory {
    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
      return new InitialContext(true) {
        @Override
        public Object lookup(String name) {
          return "value of " + name;
        }
      };
    }
  }

  @Nested
  class Misspelled {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "${}",
          "${:}",
          "${:x}",
          "${env}",
          "${env:}",
          "${sys:}",
          "${ENV:PATH}",
          "${ env:PATH}",
          "${vault:x}",
          "${launchgate.test.placeholder}",
          "${",
          "${env:PATH",
          "x ${sys:launchgate.test.placeholder",
          "${sys:launchgate.test.placeholder} ${"
        })
    void isAMistakeThatTellsTheForms(String text) {
      refuses(text, FORMS);
    }
  }

  @Nested
  class InAPartnersFile {
    @Test
    void everyTextAtEveryDepthIsResolved() {
      Partner partner =
          MemoryFiles.clinic(
                  "'issuer': '${sys:launchgate.test.placeholder}',"
                      + " 'roles': ['r', '${sys:launchgate.test.placeholder}'],"
                      + " 'attributes': {'a': [{'b': '${sys:launchgate.test.placeholder}'}, 5]}")
              .load()
              .all()
              .get(0);

      assertThat(partner.issuers()).containsExactly("value");
      assertThat(partner.roles()).containsExactlyInAnyOrder("r", "value");
      assertThat(partner.attributes())
          .isEqualTo(Map.of("a", java.util.List.of(Map.of("b", "value"), 5L)));
    }

    @Test
    void secretComesFromItsFile(@TempDir Path directory) throws IOException {
      Path file = Files.writeString(directory.resolve("secret"), CANARY + "\n");

      PartnerKey key =
          MemoryFiles.clinicWithKey("'secretText': '${file:" + file + "}'")
              .load()
              .all()
              .get(0)
              .keys()
              .get(0);

      assertThat(key.key().getEncoded()).isEqualTo(CANARY.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void membersNamesAreNoPlaceholders() {
      assertThat(
              MemoryFiles.clinic("'attributes': {'${sys:launchgate.test.placeholder}': 1}")
                  .load()
                  .all()
                  .get(0)
                  .attributes())
          .containsOnlyKeys("${sys:launchgate.test.placeholder}");
    }

    @Test
    void mistakeNamesFileMemberAndPlaceholder() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> MemoryFiles.clinicWithKey("'secret': '${env:LAUNCHGATE_NO_SUCH}'").load())
          .withMessage(
              "partners.json: \"partners\"[0]: \"keys\"[0]: \"secret\": ${env:LAUNCHGATE_NO_SUCH}"
                  + " has no value; set it, or correct its name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "secretHex", "pem", "jwk", "kid"})
    void messageNeverShowsTheValueThatAPlaceholderGave(String member) {
      System.setProperty(PROPERTY, CANARY + "+");

      Throwable refusal =
          catchThrowable(
              () ->
                  MemoryFiles.clinicWithKey(
                          "'" + member + "': '${sys:launchgate.test.placeholder}'")
                      .load());

      assertThat(refusal).isInstanceOf(IllegalArgumentException.class).hasNoCause();
      assertThat(refusal.getMessage()).doesNotContain("Q4n4ry");
    }

    @Test
    void partOfATextThatIsMisspelledShowsNothingOfTheRest() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> resolve(CANARY + "${" + CANARY + "}" + CANARY))
          .withMessage(FORMS);
    }
  }
}
