package org.launchgate.example.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.Key;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.KeyResolverContract;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** The resolver keeps the contract of all resolvers, on a plain {@link DataSource}. */
class JdbcKeyResolverContractTest {

  @Nested
  class OnADatabaseThatTellsAFromB extends OnTable {
    OnADatabaseThatTellsAFromB() {
      super(new Database());
    }
  }

  @Nested
  class OnADatabaseThatIgnoresCase extends OnTable {
    OnADatabaseThatIgnoresCase() {
      super(Database.ignoringCase());
    }
  }

  abstract static class OnTable extends KeyResolverContract {
    private final Database database;
    private final AtomicLong connections = new AtomicLong();

    OnTable(Database database) {
      this.database = database;
    }

    @AfterEach
    void close() {
      database.close();
    }

    @Override
    protected Partner given(Partner.Builder builder, List<PartnerKey> keys) {
      Partner partner = builder.build();
      keys.forEach(key -> insert(partner.id(), key));
      return partner;
    }

    private void insert(String partnerId, PartnerKey key) {
      Key publicKey = key.key();
      String algorithm = key.algorithms().iterator().next().name();
      database.insertKey(partnerId, key.keyId().orElse(null), algorithm, publicKey);
      key.notBefore()
          .ifPresent(
              first ->
                  database.execute(
                      "UPDATE launch_key SET not_before = ?", first.atOffset(ZoneOffset.UTC)));
      key.notAfter()
          .ifPresent(
              last ->
                  database.execute(
                      "UPDATE launch_key SET not_after = ?", last.atOffset(ZoneOffset.UTC)));
    }

    @Override
    protected KeyResolver resolver() {
      return new JdbcKeyResolver(counting(database.dataSource()));
    }

    @Override
    protected Optional<Partner> partnerOfADeadSource(Partner.Builder builder) {
      database.shutDown();
      return Optional.of(builder.build());
    }

    @Override
    protected long sourceCalls() {
      return connections.get();
    }

    /** Counts the connections: the resolver takes one for each question. */
    private DataSource counting(DataSource source) {
      return (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> {
                connections.incrementAndGet();
                try {
                  return method.invoke(source, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
