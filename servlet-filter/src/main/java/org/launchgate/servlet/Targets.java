package org.launchgate.servlet;

import static org.launchgate.RefusalReason.TARGET_NOT_ALLOWED;
import static org.launchgate.RefusalReason.TARGET_VALUE_MISSING;
import static org.launchgate.RefusalReason.TARGET_VALUE_PERSONAL;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.Refusal;
import org.launchgate.RefusalReason;
import org.launchgate.address.Filling;
import org.launchgate.address.LocalAddress;
import org.launchgate.address.TargetTemplate;
import org.launchgate.profile.ContextField;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;

/**
 * Decides where accepted launches lead: where the application itself wants this one to go; else to
 * the page that its user asked for before, unless that is another patient's; else where the
 * partner's {@code targetUrl} says; else where the filter's does.
 */
final class Targets {
  private final String contextPath;
  private final TargetTemplate usual;
  private final OwnPaths own;

  /**
   * Targets.
   *
   * @param contextPath of the application, as it was deployed
   * @param usual where launches of partners without a target of their own lead
   */
  Targets(String contextPath, TargetTemplate usual, OwnPaths own) {
    this.contextPath = TargetUrl.of(contextPath, "").location();
    this.usual = usual;
    this.own = own;
  }

  /**
   * Checks what can be known before there is a launch.
   *
   * @throws IllegalArgumentException that names the param, the partner and the remedy
   */
  void check(List<Partner> partners) {
    for (Partner partner : partners) {
      Optional<TargetTemplate> target = partner.target();
      if (target.isEmpty()) {
        partner.profile().firstPersonal(usual.fields()).ifPresent(f -> refuse(f, partner));
      } else if (own.cover(target.get().sample())) {
        throw InitParams.wrong(
            InitParam.PARTNERS,
            "has a mistake: the \"targetUrl\" of partner \""
                + partner.id()
                + "\" leads to a path that the filter answers itself");
      }
    }
  }

  private static void refuse(ContextField field, Partner partner) {
    throw InitParams.wrong(
        InitParam.TARGET_URL,
        "holds {"
            + field.path()
            + "}, which the profile of partner \""
            + partner.id()
            + "\" marks as personal: leave it out, or give that partner a \"targetUrl\" of its"
            + " own");
  }

  /**
   * Where a launch leads.
   *
   * @param asked where the application itself wants it to lead; null where it does not say
   * @param link the page that the user asked for before; null for none
   * @throws LaunchUnavailableException when what is asked is no address of this application
   */
  Target of(LaunchContext context, @Nullable String asked, @Nullable LocalAddress link) {
    if (asked != null) {
      return new Target.Found(
          LocalAddress.of(asked)
              .filter(address -> !own.cover(address))
              .orElseThrow(
                  () ->
                      new LaunchUnavailableException(
                          "the application's own target is no path of this application, or one"
                              + " that the filter answers itself")));
    }
    TargetTemplate template = context.target().orElse(usual);
    Target filled = fill(template, context);
    return link != null
            && filled instanceof Target.Found
            && !template.contradicts(link, context::value)
        ? new Target.Found(link)
        : filled;
  }

  private Target fill(TargetTemplate template, LaunchContext context) {
    for (ContextField field : template.fields().stream().sorted().toList()) {
      if (PersonalValue.isIn(context, field)) {
        return refused(TARGET_VALUE_PERSONAL, field, "which is personal in this launch", context);
      }
    }
    Filling filling = template.fill(context::value);
    if (filling instanceof Filling.Missing missing) {
      return refused(
          TARGET_VALUE_MISSING, missing.field(), "which this launch does not have", context);
    }
    if (filling instanceof Filling.Unfit unfit) {
      return refused(
          TARGET_NOT_ALLOWED, unfit.field(), "whose value cannot stand in an address", context);
    }
    LocalAddress address = ((Filling.Filled) filling).address();
    return own.cover(address)
        ? refused(TARGET_NOT_ALLOWED, "leads to a path that the filter answers itself", context)
        : new Target.Found(address);
  }

  private static Target refused(
      RefusalReason reason, ContextField field, String why, LaunchContext context) {
    return refused(reason, "needs {" + field.path() + "}, " + why, context);
  }

  private static Target refused(RefusalReason reason, String what, LaunchContext context) {
    return new Target.Refused(Refusal.of(reason, "the target " + what).signedBy(context.partner()));
  }

  /** The address that a window was opened with, for a browser that is led there again. */
  String location(LaunchWindow window) {
    String target = window.target();
    return target == null ? home() : contextPath + target;
  }

  /** Where somebody is led of whose launch nothing is known. */
  String home() {
    return contextPath + (usual.fields().isEmpty() ? usual.text() : "/");
  }

  /** What the start says of it. */
  String description() {
    return contextPath + usual.text();
  }
}
