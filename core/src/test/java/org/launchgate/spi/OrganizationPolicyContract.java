package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Arrival;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.Verdict;

/**
 * What every organization policy has to keep that knows organisations by their identifiers.
 *
 * <p>A policy's own test extends this. One that takes new organisations in by itself overrides
 * {@link #takesIn}.
 */
public abstract class OrganizationPolicyContract {

  /** Makes an organisation known. */
  protected abstract void given(LaunchContext launch);

  /** The policy under test; the same one throughout a test. */
  protected abstract OrganizationPolicy policy();

  /** Whether it takes new ones in on the way. Default: false. */
  protected boolean takesIn() {
    return false;
  }

  /** Makes what the policy asks stop answering. Default: false, for one that asks nothing. */
  protected boolean breakSource() {
    return false;
  }

  /** A launch of a user of that organisation. */
  protected static LaunchContext launch(String organization) {
    Verdict verdict =
        LaunchVerifier.builder()
            .partners(TestPartner.both())
            .build()
            .verify(
                TestPartner.exorliveToken()
                    .claim("jti", UUID.randomUUID().toString())
                    .claim("organizationId", organization)
                    .token(),
                Arrival.form("payload"));
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.context();
    }
    throw new IllegalStateException("not launched: " + verdict);
  }

  @Test
  void organisationThatIsKnownComesInAgainAndAgain() {
    given(launch("Clinic-1"));

    assertThat(policy().admits(launch("Clinic-1"))).isTrue();
    assertThat(policy().admits(launch("Clinic-1"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clinic-1", "Clinic-1 ", "Clinic-", "Clinic-%", "x' OR '1'='1", "Clinic-2"})
  void organisationThatOnlyResemblesOneDoesNot(String other) {
    assumeTrue(!takesIn(), "this policy takes new ones in");
    given(launch("Clinic-1"));

    assertThat(policy().admits(launch(other))).isFalse();
  }

  @Test
  void sourceThatDoesNotAnswerIsNeitherAYesNorANo() {
    given(launch("Clinic-1"));
    LaunchContext launch = launch("Clinic-1");
    assumeTrue(breakSource(), "this policy asks nothing that could break");

    assertThatThrownBy(() -> policy().admits(launch)).isInstanceOf(RuntimeException.class);
  }
}
