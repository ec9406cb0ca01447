package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CarrierTest {
  private final Carrier carrier = new Carrier("token", Set.of(Channel.FORM, Channel.BODY));

  @Test
  void fieldIsTheOneThatItNames() {
    assertThat(carrier.takes("token", Channel.FORM)).isTrue();
    assertThat(carrier.takes("other", Channel.FORM)).isFalse();
  }

  @Test
  void bareBodyHasNoField() {
    assertThat(carrier.takes("", Channel.BODY)).isTrue();
  }

  @Test
  void channelIsOneThatItNames() {
    assertThat(carrier.takes("token", Channel.QUERY)).isFalse();
    assertThat(new Carrier("token", Set.of(Channel.FORM)).takes("token", Channel.BODY)).isFalse();
  }
}
