package org.launchgate.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.launchgate.LaunchVerifier;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.PartnersFile;
import org.launchgate.partner.Placeholders;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.ReplayStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a filter together from its configuration. */
final class FilterAssembly {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);

  private final Clock clock;
  private final String filterName;
  private final InitParams params;
  private final ServletContext context;
  private final ClassLoader loader;
  private final FilterSettings settings;
  private final ExtensionLookup extensions;

  private FilterAssembly(FilterConfig config, Clock clock) {
    this.clock = clock;
    filterName = String.valueOf(config.getFilterName());
    context = config.getServletContext();
    loader = loader();
    params = InitParams.of(config, Placeholders.standard());
    settings = FilterSettings.of(params);
    extensions = new ExtensionLookup(params, context, loader);
  }

  /**
   * The filter's inside, ready for requests.
   *
   * @param clock what tells the time to everything that is put together here
   * @throws IllegalArgumentException for every mistake in the configuration; what was opened until
   *     then is closed again
   */
  static LaunchGate assemble(FilterConfig config, Clock clock) {
    FilterAssembly assembly = new FilterAssembly(config, clock);
    try {
      return assembly.gate();
    } catch (RuntimeException | Error e) {
      assembly.extensions.close();
      throw e;
    }
  }

  private static ClassLoader loader() {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    return application == null ? LaunchFilter.class.getClassLoader() : application;
  }

  private LaunchGate gate() {
    Optional<KeyResolver> keys = extensions.find(KeyResolver.class, InitParam.KEY_RESOLVER);
    PartnerDirectory partners = partners(keys);
    LaunchVerifier verifier = verifier(partners, keys);
    LogTimer timer = extensions.closing(new LogTimer(filterName));
    LaunchLog log = extensions.closing(new LaunchLog(knownPartners(partners), clock, timer));
    References references = new References(clock);
    LaunchSessions sessions = new LaunchSessions();
    AuditTrail audit =
        new AuditAssembly(settings.audit(), extensions, clock, timer)
            .trail(filterName, context.getContextPath(), knownPartners(partners));
    LaunchExit exit = new LaunchExit(sessions, audit);
    RefusalAnswer refusals = new RefusalAnswer(settings.errorPage(), log);
    LaunchPath launchPath = new LaunchPath(settings.launchPath());
    TargetUrl target = TargetUrl.of(context.getContextPath(), settings.targetUrl());
    LaunchReception reception =
        new LaunchReception(intake(launchPath, partners), verifier, sessions, System::nanoTime);
    LaunchGate gate =
        new LaunchGate(
            launchPath,
            new LaunchEndpoint(launchPath, reception, target, refusals, references, audit, log),
            settings.logoutPath(),
            new LogoutEndpoint(refusals, references, exit, log),
            new LoginGuard(settings.loginRequired(), settings.publicPaths(), refusals),
            new LaunchBinder(sessions, exit, log),
            extensions);
    LOG.info(
        "LaunchFilter {} takes launches from {} at {}, and leads them to {}",
        filterName,
        describe(partners),
        context.getContextPath() + launchPath.path(),
        target.location());
    return gate;
  }

  private PartnerDirectory partners(Optional<KeyResolver> keys) {
    Optional<PartnerDirectory> supplied =
        extensions.find(PartnerDirectory.class, InitParam.PARTNER_DIRECTORY);
    if (supplied.isPresent() && settings.partners().isPresent()) {
      throw InitParams.wrong(
          InitParam.PARTNERS,
          "is given, and so is a PartnerDirectory ("
              + supplied.get().getClass().getName()
              + "), which takes its place: leave one of them out");
    }
    return supplied.orElseGet(() -> partnersFile(keys));
  }

  private PartnersFile partnersFile(Optional<KeyResolver> keys) {
    String location =
        settings
            .partners()
            .orElseThrow(
                () ->
                    InitParams.wrong(
                        InitParam.PARTNERS, "is missing; it is " + InitParam.PARTNERS.allowed()));
    try {
      ConfigSource source = PartnersLocation.parse(location, context, loader);
      return extensions.closing(
          PartnersFile.of(source).clock(clock).keysFromResolver(keys.isPresent()).open());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          InitParams.where(InitParam.PARTNERS) + " " + e.getMessage(), e);
    }
  }

  private LaunchVerifier verifier(PartnerDirectory partners, Optional<KeyResolver> keys) {
    LaunchVerifier.Builder builder =
        LaunchVerifier.builder()
            .partners(partners)
            .replayStore(replayStore())
            .clock(clock)
            .clockSkew(settings.clockSkew())
            .maxTokenBytes(settings.maxTokenBytes());
    keys.ifPresent(builder::keys);
    return builder.build();
  }

  private ReplayStore replayStore() {
    return new ReplayMemory(filterName, context, settings, clock).choose(params, extensions);
  }

  private LaunchIntake intake(LaunchPath launchPath, PartnerDirectory partners) {
    return new LaunchIntake(
        launchPath,
        new Transport(settings.allowHttp()),
        partners::carriers,
        new LaunchPost(settings.maxTokenBytes()));
  }

  private static Predicate<String> knownPartners(PartnerDirectory partners) {
    return partners instanceof PartnersFile file ? id -> file.current().has(id) : id -> false;
  }

  private static String describe(PartnerDirectory partners) {
    return partners instanceof PartnersFile file
        ? file.current().all().size() + " partner(s)"
        : "the partners of " + partners.getClass().getName();
  }
}
