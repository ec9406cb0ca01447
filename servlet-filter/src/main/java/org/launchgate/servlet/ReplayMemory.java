package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.launchgate.replay.InMemoryReplayStore;
import org.launchgate.spi.ReplayStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses what remembers used tokens: what the application supplies, else this node's memory. */
final class ReplayMemory {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);
  private static final List<InitParam> BUILT_IN_ONLY =
      List.of(InitParam.REPLAY_CAPACITY, InitParam.REPLAY_PARTNER_SHARE, InitParam.RESTART_FENCE);

  private final String filterName;
  private final ServletContext context;
  private final FilterSettings settings;
  private final Clock clock;

  ReplayMemory(String filterName, ServletContext context, FilterSettings settings, Clock clock) {
    this.filterName = filterName;
    this.context = context;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The store.
   *
   * @throws IllegalArgumentException for a param that the supplied store has no use for
   */
  ReplayStore choose(InitParams params, ExtensionLookup extensions) {
    Optional<ReplayStore> supplied = extensions.find(ReplayStore.class, InitParam.REPLAY_STORE);
    if (supplied.isEmpty()) {
      return extensions.closing(builtIn());
    }
    for (InitParam param : BUILT_IN_ONLY) {
      if (params.given(param).isPresent()) {
        throw InitParams.wrong(
            param,
            "is for the built-in replay store, and "
                + supplied.get().getClass().getName()
                + " takes its place: leave one of them out");
      }
    }
    return supplied.get();
  }

  private InMemoryReplayStore builtIn() {
    if (WebXml.isDistributable(context)) {
      LOG.warn(
          "web.xml says <distributable/>, and LaunchFilter {} remembers used tokens in the memory of"
              + " each node: a token that was used on one node is taken once more by every other one"
              + " while it is fresh; several nodes need a shared replayStore",
          filterName);
    }
    InMemoryReplayStore.Builder store =
        InMemoryReplayStore.builder(clock)
            .capacity(settings.replayCapacity())
            .partnerShare(settings.replayPartnerShare())
            .restartFence(settings.restartFence());
    folder().ifPresentOrElse(folder -> store.file(folder.resolve(fileName())), this::warnOfNone);
    return store.open();
  }

  /** The folder that the container keeps for this application alone (Servlet 6.0, 4.8.1). */
  private Optional<Path> folder() {
    return context.getAttribute(ServletContext.TEMPDIR) instanceof File folder
        ? Optional.of(folder.toPath()).filter(Files::isDirectory).filter(Files::isWritable)
        : Optional.empty();
  }

  private void warnOfNone() {
    LOG.warn(
        "the container gives this application no temporary directory that can be written, so used"
            + " tokens are not remembered across an orderly stop either: {}",
        settings.restartFence()
            ? "tokens that were issued before a start have to be launched again"
            : "after a start they can be used once more while they are fresh");
  }

  /** A filter's name may hold anything, and no two filters of an application share one. */
  private String fileName() {
    byte[] name = filterName.getBytes(StandardCharsets.UTF_8);
    return "launchgate-used-" + HexFormat.of().formatHex(sha256(name), 0, 8) + ".bin";
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
