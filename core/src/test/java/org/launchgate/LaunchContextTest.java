package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.launchgate.profile.ContextField;

/** The context and the principal that an accepted launch leaves behind. */
class LaunchContextTest {
  private final VerifierFixture at =
      new VerifierFixture(
          TestPartner.zorgdomeinBuilder()
              .attributes(Map.of("fhirBase", "https://xis.example/fhir", "list", List.of(1L, "b")))
              .targetUrl("/patients/{patient.id}")
              .build(),
          TestPartner.exorlive());

  @Test
  void survivesSerializationWithEverythingInIt() throws Exception {
    LaunchContext exorlive = at.acceptPayload(TestPartner.exorliveToken());
    LaunchContext zorgdomein =
        at.accept(
            at.zorgdomein()
                .claim("responsible-id.system", "big")
                .claim("responsible-id.value", "01234567")
                .claim("iat", VerifierFixture.NOW.getEpochSecond() - 0.25)
                .claim("nested", Map.of("a", List.of("b"))));
    for (LaunchContext context : List.of(exorlive, zorgdomein)) {
      LaunchContext copy = (LaunchContext) read(write(context));
      assertThat(copy.envelope()).isEqualTo(context.envelope());
      assertThat(copy.details().values()).isEqualTo(context.details().values());
      assertThat(copy.claims().asMap()).isEqualTo(context.claims().asMap());
      assertThat(copy.principal()).isEqualTo(context.principal());
    }
  }

  @Test
  void saysWhereItsPartnersLaunchesLead() {
    assertThat(at.accept(at.zorgdomein()).target().orElseThrow().text())
        .isEqualTo("/patients/{patient.id}");
    assertThat(at.acceptPayload(TestPartner.exorliveToken()).target()).isEmpty();
  }

  @Test
  void givesEachFieldByItsName() {
    LaunchContext context = at.accept(at.zorgdomein());
    assertThat(context.value(ContextField.USER_VALUE)).contains("01029999");
    assertThat(context.value(ContextField.PATIENT_EMAIL)).isEmpty();
  }

  @Test
  void isReadBackReadOnly() throws Exception {
    LaunchContext copy = (LaunchContext) read(write(at.accept(at.zorgdomein())));
    assertThatThrownBy(() -> copy.claims().asMap().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.attributes().remove("list"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) copy.attributes().get("list")).remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.roles().add("admin"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isReadBackReadOnlyAtEveryDepthWhateverItWasHeldIn() throws Exception {
    LaunchContext context = at.accept(at.zorgdomein());
    Map<String, @Nullable Object> held = new HashMap<>();
    held.put("object", new HashMap<>(Map.of("list", new ArrayList<>(List.of("a")))));
    LaunchContext copy =
        (LaunchContext)
            read(
                write(
                    new LaunchContext(
                        context.envelope(), context.details(), new LaunchClaims(held))));

    Map<?, ?> object = (Map<?, ?>) copy.claims().asMap().get("object");
    assertThatThrownBy(object::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(((List<?>) object.get("list"))::clear)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void tellsWhenItWasVerifiedAndOfDetailsThatAreAbsent() {
    LaunchContext context = at.accept(at.zorgdomein());

    assertThat(context.verifiedAt()).isEqualTo(VerifierFixture.NOW);
    assertThatThrownBy(() -> context.details().required(ContextField.TASK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("task is absent");
  }

  @Test
  void toStringTellsWhatIsThere() {
    LaunchContext context = at.accept(at.zorgdomein());
    String launch = context.launchId().value();

    assertThat(context)
        .hasToString(
            "LaunchContext[partner=demo-xis, launch="
                + launch
                + ", has user.system, user.value, organization.system, organization.value,"
                + " patient.id, problem, transactionId]");
    assertThat(context.launchId()).hasToString(launch);
    assertThat(context.envelope())
        .hasToString("LaunchEnvelope[partner=demo-xis, launch=" + launch + "]");
    assertThat(context.user()).hasToString("LaunchUser[has system, value]");
    assertThat(context.organization().orElseThrow())
        .hasToString("LaunchOrganization[has system, value]");
    assertThat(context.patient().orElseThrow()).hasToString("LaunchPatient[has id]");
    assertThat(context.user().identifier()).hasToString("Identifier[system=agb-z]");
    assertThat(context.claims().toString())
        .startsWith("LaunchClaims[iss, jti, iat, user-id.system");
    assertThat(context.record().toString())
        .startsWith("LaunchRecord[TokenMarks[kid=0f379bb9-cbb6, alg=RS256], has user.system, ");
    assertThat(context.principal())
        .hasToString("LaunchPrincipal[partner=demo-xis, user=Identifier[system=agb-z]]");
  }

  @Test
  void itsSerializedFormHoldsPlainTypesOfTheJdkOnly() throws Exception {
    byte[] bytes = write(at.accept(at.zorgdomein()));
    ObjectInputFilter filter =
        ObjectInputFilter.Config.createFilter(
            "org.launchgate.LaunchContext;org.launchgate.LaunchContextForm;java.lang.*;java.math.*;java.util.*;!*");
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(filter);
      assertThat(in.readObject()).isInstanceOf(LaunchContext.class);
    }
  }

  /** Written by this version's first build: a later one has to read it. */
  @Test
  void readsTheFormThatVersion1Wrote() throws Exception {
    byte[] bytes =
        Base64.getMimeDecoder()
            .decode(getClass().getResourceAsStream("launch-context-v1.b64").readAllBytes());
    LaunchContext context = (LaunchContext) read(bytes);
    assertThat(context.partner()).isEqualTo("demo-xis");
    assertThat(context.issuer()).contains("Demo XIS");
    assertThat(context.tokenId()).contains("stable-form");
    assertThat(context.issuedAt()).contains(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(context.user().identifier()).isEqualTo(new Identifier("agb-z", "01029999"));
    assertThat(context.patient().orElseThrow().id())
        .contains("5a4fc42a-1847-4862-a5da-7af86ac23968");
    assertThat(context.roles()).containsExactly("practitioner");
    assertThat(context.target()).isEmpty();
  }

  @Test
  void anUnknownVersionOfTheFormIsRefused() throws Exception {
    byte[] bytes = write(at.accept(at.zorgdomein()));
    int version = indexOfVersion(bytes);
    bytes[version] = 9;
    assertThatThrownBy(() -> read(bytes))
        .hasMessageContaining("unknown version")
        .hasMessageContaining("9");
  }

  /** The form's own data block: TC_BLOCKDATA, length 4, then the version as an int. */
  private static int indexOfVersion(byte[] bytes) {
    for (int i = 0; i + 5 < bytes.length; i++) {
      if (bytes[i] == 0x77 && bytes[i + 1] == 4 && bytes[i + 2] == 0 && bytes[i + 5] == 1) {
        return i + 5;
      }
    }
    throw new AssertionError("no version in the stream");
  }

  @Test
  void cannotBeReadPastItsForm() throws Exception {
    byte[] bytes = write(at.accept(at.zorgdomein()));
    byte[] forged =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
            .replace("org.launchgate.LaunchContextForm", "org.launchgate.LaunchContextFORM")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> read(forged)).isInstanceOf(ClassNotFoundException.class);
    assertThat(LaunchContext.class.getDeclaredMethod("readObject", ObjectInputStream.class))
        .isNotNull();
  }

  @Test
  void toStringOfNothingShowsPersonalData() {
    LaunchContext context =
        at.acceptPayload(
            TestPartner.exorliveToken()
                .claim("employeeEmail", "mando@tatooine.example")
                .nested("contact", "email", "yoda@tatooine.example"));
    String all =
        String.join(
            "\n",
            context.toString(),
            context.user().toString(),
            context.user().identifier().toString(),
            context.organization().orElseThrow().toString(),
            context.patient().orElseThrow().toString(),
            context.claims().toString(),
            context.principal().toString(),
            context.envelope().toString(),
            context.details().toString());
    assertThat(all)
        .doesNotContain(
            "Mando",
            "Lorian",
            "mando",
            "2f3fb098",
            "Baby",
            "Yoda",
            "yoda",
            "13116900216",
            "1969",
            "99900000",
            "male,",
            "L02")
        .contains("tatooine");
  }

  @Test
  void thePrincipalIsNamedByPartnerSystemAndValue() {
    LaunchContext context = at.accept(at.zorgdomein());
    assertThat(context.principal().getName()).isEqualTo("demo-xis|agb-z|01029999");
    assertThat(context.principal().partner()).isEqualTo("demo-xis");
    assertThat(context.principal().issuer()).contains("Demo XIS");
    assertThat(at.acceptPayload(TestPartner.exorliveToken()).principal().getName())
        .isEqualTo("tatooine|local|2f3fb098");
  }

  @Test
  void launchesAreTheSameWhenTheirDigestsAre() {
    assertThat(new LaunchId("a"))
        .isEqualTo(new LaunchId("a"))
        .hasSameHashCodeAs(new LaunchId("a"))
        .isNotEqualTo(new LaunchId("b"))
        .doesNotHaveSameHashCodeAs(new LaunchId("b"))
        .isNotEqualTo("a");
  }

  @Test
  void noTwoUsersShareAPrincipalsName() {
    LaunchPrincipal one = new LaunchPrincipal("p", null, new Identifier("a|b", "c"));
    LaunchPrincipal two = new LaunchPrincipal("p", null, new Identifier("a", "b|c"));
    LaunchPrincipal three = new LaunchPrincipal("p", null, new Identifier("a%7Cb", "c"));
    assertThat(one.getName()).isNotEqualTo(two.getName()).isNotEqualTo(three.getName());
    assertThat(two.getName()).isEqualTo("p|a|b|c");
    assertThat(one).isNotEqualTo(two).isNotEqualTo(three);
    assertThat(one).isEqualTo(new LaunchPrincipal("p", null, new Identifier("a|b", "c")));
    assertThat(one).hasSameHashCodeAs(new LaunchPrincipal("p", null, new Identifier("a|b", "c")));
    assertThat(one).isNotEqualTo(new LaunchPrincipal("q", null, new Identifier("a|b", "c")));
    assertThat(one).doesNotHaveSameHashCodeAs(two);
    assertThat(two.user()).isEqualTo(new Identifier("a", "b|c"));
  }

  @Test
  void thePrincipalSurvivesSerialization() throws Exception {
    LaunchPrincipal principal = at.accept(at.zorgdomein()).principal();
    assertThat(read(write(principal))).isEqualTo(principal);
  }

  static byte[] write(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("BanSerializableRead") // the bytes are this test's own
  static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    } catch (InvalidClassException e) {
      throw new AssertionError(e);
    }
  }
}
