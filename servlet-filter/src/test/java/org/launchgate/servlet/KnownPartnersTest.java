package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;

/** A directory that fails, or takes anything for a partner. */
class KnownPartnersTest {

  /** Says in its words whom it was asked about. */
  private static final class Down implements PartnerDirectory {
    @Override
    public Optional<Partner> find(PartnerHints hints) {
      throw new IllegalStateException("no connection for Mr Janssen");
    }

    @Override
    public Set<String> origins() {
      throw new IllegalStateException("no connection for Mr Janssen");
    }
  }

  @Test
  void directoryThatFailsLetsNoScriptInAndItsWordsAreNotLogged() {
    KnownPartners partners = new KnownPartners(new Down());
    try (LogCapture log = new LogCapture()) {
      assertThat(partners.origins(Optional.empty())).isEmpty();
      assertThat(partners.origins(Optional.of("clinic"))).isEmpty();
      assertThat(partners.mayScript("clinic", "https://clinic.example")).isFalse();

      assertThat(log.lines("WARNING the partner directory does not say")).hasSize(3);
      assertThat(log.all()).doesNotContain("Janssen");
    }
  }

  /** A path or cookie may call anything a partner; a directory may hand that on to a database. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-x", "a b", "x' or '1'='1", "a\nb", "../clinic"})
  void whatIsNoIdIsNotAskedFor(String id) {
    KnownPartners partners = new KnownPartners(hints -> Optional.of(TestPartner.zorgdomein()));

    assertThat(partners.find(id)).isEmpty();
    assertThat(partners.origins(Optional.of(id))).isEmpty();
  }
}
