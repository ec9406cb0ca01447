package org.launchgate.jwks;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.KeyResolverContract;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** Keys that are fetched by URL keep the contract; each partner has an HTTPS server of its own. */
@Timeout(60)
class JwksKeyResolverContractTest extends KeyResolverContract {
  private static final FetchSettings LOCAL =
      FetchSettings.builder()
          .allowPrivateAddresses(true)
          .proxy(HttpClient.Builder.NO_PROXY)
          .trustStore(TestTls.LOCALHOST.trust())
          .build();

  private final List<JwksServer> servers = new ArrayList<>();
  private final List<JwksKeyResolver> resolvers = new ArrayList<>();

  @AfterEach
  void closeAll() {
    resolvers.forEach(JwksKeyResolver::close);
    servers.forEach(JwksServer::close);
  }

  @Override
  protected Partner given(Partner.Builder partner, List<PartnerKey> keys) {
    byte[] set = TestJwks.set(keys.stream().map(TestJwks::of).toArray(String[]::new));
    return publishing(partner, JwksServer.Answer.json(set));
  }

  @Override
  protected Optional<Partner> partnerOfADeadSource(Partner.Builder partner) {
    return Optional.of(publishing(partner, JwksServer.Answer.of(500, Map.of())));
  }

  private Partner publishing(Partner.Builder builder, JwksServer.Answer answer) {
    Partner partner = builder.build();
    JwksServer server = new JwksServer(TestTls.LOCALHOST);
    servers.add(server);
    server.answers(answer);
    resolvers.add(JwksKeyResolver.fetching(partner.id(), server.url(), LOCAL, Clock.systemUTC()));
    return partner;
  }

  /** All of them at once: each has to know by itself which partner's keys it has. */
  @Override
  protected KeyResolver resolver() {
    return this::resolve;
  }

  private List<PartnerKey> resolve(
      Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
    List<PartnerKey> keys = new ArrayList<>();
    resolvers.forEach(each -> keys.addAll(each.resolve(partner, keyId, algorithm)));
    return keys;
  }

  @Override
  protected long sourceCalls() {
    return servers.stream().mapToLong(server -> server.requests().size()).sum();
  }

  /** One fetch in 30 seconds, whatever is asked. */
  @Override
  protected long sourceCallsAllowed(int questions) {
    return 1;
  }

  /** A published key has none; whoever configures one says it beside the URL. */
  @Override
  protected boolean keepsValidity() {
    return false;
  }
}
