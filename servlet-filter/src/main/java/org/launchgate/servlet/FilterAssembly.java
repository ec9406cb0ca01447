package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.launchgate.LaunchVerifier;
import org.launchgate.address.LocalAddress;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.PartnersFile;
import org.launchgate.partner.Placeholders;
import org.launchgate.spi.AccountLinks;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.OrganizationPolicy;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.ReplayStore;
import org.launchgate.spi.TicketStore;
import org.launchgate.ticket.InMemoryTicketStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a filter together from its configuration. */
final class FilterAssembly {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);

  /** Some thousands of launches, each of which waits for a minute at most. */
  private static final long TICKET_BYTES = 64L * 1024 * 1024;

  private final Clock clock;
  private final String filterName;
  private final InitParams params;
  private final ServletContext context;
  private final ClassLoader loader;
  private final FilterSettings settings;
  private final ExtensionLookup extensions;

  private FilterAssembly(
      ServletContext context, String name, Map<String, String> texts, Clock clock) {
    this.clock = clock;
    this.context = context;
    filterName = name;
    loader = loader();
    params = InitParams.of(texts, Placeholders.standard());
    settings = FilterSettings.of(params);
    extensions = new ExtensionLookup(params, context, loader);
  }

  /**
   * The filter's inside, ready for requests.
   *
   * @param name of the filter, or of what stands in its place
   * @param texts the init-params as they are written
   * @param clock what tells the time to everything that is put together here
   * @throws IllegalArgumentException for every mistake in the configuration; what was opened until
   *     then is closed again
   */
  static LaunchGate assemble(
      ServletContext context, String name, Map<String, String> texts, Clock clock) {
    FilterAssembly assembly = new FilterAssembly(context, name, texts, clock);
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
    WindowSettings windows = settings.windows();
    LaunchSessions sessions =
        new LaunchSessions(windows.mode(), windows.askOtherUser(), windows.maxAge(), clock);
    AuditTrail audit =
        new AuditAssembly(settings.audit(), extensions, clock, timer)
            .trail(filterName, context.getContextPath(), knownPartners(partners));
    LaunchExit exit = new LaunchExit(sessions, audit);
    PageAnswer pages = new PageAnswer(settings.pages(), references, log);
    RefusalAnswer refusals = new RefusalAnswer(pages);
    LaunchPath launchPath = new LaunchPath(settings.launchPath());
    Targets targets = new Targets(context.getContextPath(), settings.targetUrl(), settings.own());
    if (partners instanceof PartnersFile file) {
      targets.check(file.current().all());
    }
    DeepLinks links = new DeepLinks(context, settings.own(), settings.deepLinks());
    KnownPartners known = new KnownPartners(partners);
    ScriptAccess scripts = new ScriptAccess(known);
    TicketUrls urls = ticketUrls(partners);
    TicketCookies cookies = new TicketCookies(context, urls.answers());
    RelaunchCookie relaunch = new RelaunchCookie(context, context.getContextPath(), known);
    LaunchTickets tickets = new LaunchTickets(ticketStore(), clock);
    Optional<AccountResolver> resolver = new AccountAssembly(params, extensions, clock).resolver();
    Optional<FirstVisits> visits =
        settings
            .loginUrl()
            .map(url -> new FirstVisits(applicationLogin(), tickets, sessions, exit));
    LaunchAdmission admission =
        new LaunchAdmission(
            tickets,
            new Accounts(resolver),
            handover(),
            sessions,
            visits,
            targets,
            links,
            cookies::isSessionStrict);
    Optional<AccountLinking> linking =
        visits.map(way -> new AccountLinking(accountLinks(resolver), way, tickets, admission));
    LaunchReception reception =
        new LaunchReception(
            intake(launchPath, partners),
            verifier,
            tickets,
            urls,
            admission,
            cookies::isSessionStrict,
            System::nanoTime);
    LaunchAnswer answers =
        new LaunchAnswer(
            targets,
            links,
            urls,
            cookies,
            new LinkCookie(context, context.getContextPath()),
            settings.loginUrl().map(url -> TargetUrl.of(context.getContextPath(), url.text())),
            relaunch,
            scripts,
            refusals,
            pages,
            log,
            windows.mode() == WindowMode.MANY);
    LaunchGate gate =
        new LaunchGate(
            launchPath,
            new LaunchEndpoint(
                launchPath, reception, linking, answers, refusals, references, audit, log, scripts),
            linking,
            urls.link(),
            settings.logoutPath(),
            new LogoutEndpoint(refusals, pages, references, exit, log),
            new LoginGuard(
                settings.loginRequired(),
                settings.publicPaths(),
                settings.loginUrl().map(LocalAddress::path),
                refusals,
                relaunch,
                links),
            new WindowGuard(windows.contextRequired(), refusals, pages, relaunch),
            windows.closePath(),
            new CloseEndpoint(refusals, pages, exit),
            windows.scriptPath().map(this::script),
            new LaunchBinder(sessions, exit, log, windows.formField()),
            exit,
            extensions,
            roles(partners));
    LOG.info(
        "LaunchFilter {} takes launches from {} at {}, and leads them to {}",
        filterName,
        describe(partners),
        context.getContextPath() + launchPath.path(),
        targets.description());
    return gate;
  }

  private Handover handover() {
    return new Handover(
        extensions.find(OrganizationPolicy.class, InitParam.ORGANIZATION_POLICY),
        extensions.find(LaunchHandler.class, InitParam.LAUNCH_HANDLER));
  }

  private ApplicationLogin applicationLogin() {
    Optional<ApplicationLogin> supplied =
        extensions.find(ApplicationLogin.class, InitParam.APPLICATION_LOGIN);
    Optional<String> attribute = params.given(InitParam.LOGIN_ATTRIBUTE);
    if (supplied.isPresent() && attribute.isPresent()) {
      throw InitParams.wrong(
          InitParam.LOGIN_ATTRIBUTE,
          "is given, and so is an ApplicationLogin ("
              + supplied.get().getClass().getName()
              + "), which takes its place: leave one of them out");
    }
    return supplied.or(() -> attribute.map(LoginOfSession::new)).orElseGet(LoginOfContainer::new);
  }

  private static AccountLinks accountLinks(Optional<AccountResolver> resolver) {
    if (resolver.orElse(null) instanceof AccountLinks links) {
      return links;
    }
    throw InitParams.wrong(
        InitParam.LOGIN_URL,
        "has no effect without account links: set accountLinks, or an accountResolver that"
            + " implements "
            + AccountLinks.class.getName());
  }

  private ScriptEndpoint script(String path) {
    String root = TargetUrl.of(context.getContextPath(), "").location();
    String address = TargetUrl.of(context.getContextPath() + path, "").location();
    return new ScriptEndpoint(path, WindowScript.of(root, address, settings.windows().mode()));
  }

  private TicketStore ticketStore() {
    return extensions
        .find(TicketStore.class, InitParam.TICKET_STORE)
        .orElseGet(() -> new InMemoryTicketStore(clock, TICKET_BYTES));
  }

  private TicketUrls ticketUrls(PartnerDirectory partners) {
    WindowSettings windows = settings.windows();
    if (windows.publicUrl().isEmpty()
        && windows.allowedHosts().isEmpty()
        && !partners.origins().isEmpty()) {
      throw InitParams.wrong(
          InitParam.PUBLIC_URL,
          "is missing: a partner has \"origins\", whose scripts are told addresses of this"
              + " application; set it to "
              + InitParam.PUBLIC_URL.allowed()
              + ", or set allowedHosts");
    }
    return new TicketUrls(
        TargetUrl.of(context.getContextPath(), "").location(),
        settings.launchPath(),
        windows.publicUrl(),
        windows.allowedHosts());
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

  private static Set<String> roles(PartnerDirectory partners) {
    return partners instanceof PartnersFile file
        ? file.current().all().stream()
            .flatMap(partner -> partner.roles().stream())
            .collect(Collectors.toSet())
        : Set.of();
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
