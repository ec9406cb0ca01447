package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;
import org.launchgate.spi.ReplayStore;

/** What an application supplies instead of the defaults, where it is found and who closes it. */
class ExtensionLookupTest extends FilterStartFixture {
  private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    EVENTS.clear();
  }

  /** A store that tells when it is made and closed. */
  public static class OwnStore implements ReplayStore, AutoCloseable {
    public OwnStore() {
      EVENTS.add("store made");
    }

    @Override
    public boolean claim(String partner, String launchId, Instant keepUntil) {
      return true;
    }

    @Override
    public void close() {
      EVENTS.add("store closed");
    }
  }

  /** Another one. */
  public static final class OtherStore extends OwnStore {}

  /** A listener that looks for a class when its application, and so its class path, has gone. */
  public static final class LateListener implements LaunchListener, AutoCloseable {
    @Override
    public void on(LaunchEvent event) {}

    @Override
    public void close() {
      EVENTS.add("listener closed");
      throw new NoClassDefFoundError("planned");
    }
  }

  /** A directory that cannot be closed without complaint. */
  public static final class OwnDirectory implements PartnerDirectory, AutoCloseable {
    @Override
    public Optional<Partner> find(PartnerHints hints) {
      return Optional.empty();
    }

    @Override
    public void close() {
      EVENTS.add("directory closed");
      throw new IllegalStateException("planned");
    }
  }

  /** A resolver whose constructor fails. */
  public static final class FailingResolver implements KeyResolver {
    public FailingResolver() {
      throw new IllegalStateException("planned");
    }

    @Override
    public List<PartnerKey> resolve(
        Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
      return List.of();
    }
  }

  /** A resolver that nobody can make. */
  static final class HiddenResolver {
    private HiddenResolver() {}
  }

  @Test
  void namedByInitParamAreMadeAndClosed() throws Exception {
    start(good("replayStore", OwnStore.class.getName()));
    assertThat(EVENTS).containsExactly("store made");
    filter.destroy();
    assertThat(EVENTS).containsExactly("store made", "store closed");
  }

  @Test
  void fromTheServletContextAreUsedAndNotClosed() throws Exception {
    FilterStubs stubs = good();
    stubs.attributes.put(ReplayStore.class.getName(), new OwnStore());
    start(stubs);
    filter.destroy();
    assertThat(EVENTS).containsExactly("store made");
  }

  @Test
  void fromTheServiceLoaderAreMadeAndClosed() throws Exception {
    service(ReplayStore.class, OwnStore.class);
    withLoader(folder, () -> start(good()));
    filter.destroy();
    assertThat(EVENTS).containsExactly("store made", "store closed");
  }

  @Test
  void initParamGoesBeforeTheServletContextAndThatBeforeTheServiceLoader() throws Exception {
    service(ReplayStore.class, OtherStore.class);
    FilterStubs stubs = good("replayStore", OwnStore.class.getName());
    stubs.attributes.put(ReplayStore.class.getName(), "not even a store");
    withLoader(folder, () -> start(stubs));
    stubs.params.remove("replayStore");
    stubs.attributes.put(ReplayStore.class.getName(), new OwnStore());
    withLoader(folder, () -> start(stubs));
    assertThat(EVENTS).containsExactly("store made", "store made");
  }

  @Test
  void severalFromTheServiceLoaderStopTheStart() throws Exception {
    service(ReplayStore.class, OwnStore.class, OtherStore.class);
    withLoader(
        folder, () -> assertStops(good(), OwnStore.class.getName(), OtherStore.class.getName()));
    assertThat(EVENTS).isEmpty();
  }

  @Test
  void brokenServiceFileStopsTheStart() throws Exception {
    service(ReplayStore.class, HiddenResolver.class);
    withLoader(folder, () -> assertStops(good(), ReplayStore.class.getName()));
  }

  @Test
  void thatCannotBeUsedStopTheStart() {
    assertStops(good("keyResolver", "no.such.Type"), "init-param keyResolver", "no.such.Type");
    assertStops(good("keyResolver", "java.lang.String"), "org.launchgate.spi.KeyResolver");
    assertStops(
        good("keyResolver", FailingResolver.class.getName()),
        "init-param keyResolver: " + FailingResolver.class.getName(),
        "cannot be made: planned");
    assertStops(good("keyResolver", HiddenResolver.class.getName()), "public constructor");
    FilterStubs stubs = good();
    stubs.attributes.put(ReplayStore.class.getName(), "text");
    assertStops(stubs, "ServletContext attribute", "java.lang.String", "class loader");
  }

  @Test
  void areClosedWhenTheStartFailsLater() {
    assertStops(
        FilterStubs.with(
            "partnerDirectory", OwnDirectory.class.getName(), "replayStore", "no.such.Type"),
        "replayStore");
    assertThat(EVENTS).containsExactly("directory closed");
  }

  @Test
  void oneThatCannotBeClosedDoesNotKeepTheOthersOpen() throws Exception {
    start(
        FilterStubs.with(
            "partnerDirectory", OwnDirectory.class.getName(),
            "replayStore", OwnStore.class.getName()));
    filter.destroy();
    assertThat(EVENTS).containsExactly("store made", "store closed", "directory closed");
    EVENTS.clear();
  }

  /** Above all not the memory of used tokens, which would be lost to the next start. */
  @Test
  void oneWhoseClassesAreGoneAtTheCloseDoesNotKeepTheOthersOpen() throws Exception {
    start(
        good(
            "launchListener",
            LateListener.class.getName(),
            "replayStore",
            OwnStore.class.getName()));
    filter.destroy();
    assertThat(EVENTS).containsExactly("store made", "listener closed", "store closed");
    EVENTS.clear();
  }

  @Test
  void partnerDirectoryTakesThePlaceOfTheFile() throws Exception {
    start(FilterStubs.with("partnerDirectory", OwnDirectory.class.getName()));
    assertStops(
        good("partnerDirectory", OwnDirectory.class.getName()),
        "init-param partners is given",
        OwnDirectory.class.getName());
  }

  @ParameterizedTest
  @CsvSource({"replayCapacity,5000", "replayPartnerShare,10", "restartFence,true"})
  void settingsOfTheBuiltInStoreAreForThatOnly(String param, String value) {
    assertStops(
        good("replayStore", OwnStore.class.getName(), param, value),
        "init-param " + param + " is for the built-in replay store",
        OwnStore.class.getName() + " takes its place");
  }

  @Test
  void partnerWithoutKeysNeedsAResolver() throws Exception {
    FilterStubs stubs = good();
    stubs.resources.put(
        "/WEB-INF/partners.json",
        "{\"partners\": [{\"id\": \"x\", \"profile\": \"zorgdomein\", \"issuer\": \"X\"}]}");
    assertThatThrownBy(() -> start(stubs)).isInstanceOf(ServletException.class);
  }

  private void service(Class<?> spi, Class<?>... types) throws Exception {
    Path file = folder.resolve("META-INF/services/" + spi.getName());
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(types).stream().map(Class::getName).toList());
  }
}
