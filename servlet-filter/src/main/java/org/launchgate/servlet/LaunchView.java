package org.launchgate.servlet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchPatient;
import org.launchgate.LaunchUser;

/**
 * A launch as a JavaBean, for JSP and other pages that read by Expression Language: the request
 * attribute {@code launchContext}, so that {@code ${launchContext.patient.familyName}} works.
 *
 * <p>Whatever the token does not say is null, which pages show as nothing; without a launch the
 * attribute itself is absent. The values come from the partner as they are: a page has to escape
 * them ({@code <c:out>} or {@code fn:escapeXml}). Read-only, thread-safe; {@link #toString()} shows
 * nothing personal.
 */
public final class LaunchView {
  private final LaunchContext context;
  private final LaunchWindow window;

  LaunchView(LaunchWindow window) {
    this.context = window.context();
    this.window = window;
  }

  /** The id of the window, for a hidden field {@code _lw} or a script's header. */
  public String getWindow() {
    return window.id();
  }

  /** The id of the partner that launched. */
  public String getPartner() {
    return context.partner();
  }

  /** The verified {@code iss}; null for a partner whose tokens carry none. */
  public @Nullable String getIssuer() {
    return context.issuer().orElse(null);
  }

  /** The user who launched. */
  public User getUser() {
    return new User(context.user());
  }

  /** The organisation for which the user works; null when the token names none. */
  public @Nullable Organization getOrganization() {
    return context.organization().map(Organization::new).orElse(null);
  }

  /** The practitioner who is responsible; null when not sent. */
  public @Nullable Reference getResponsible() {
    return context.responsible().map(Reference::new).orElse(null);
  }

  /** The patient in focus; null when the launch has none. */
  public @Nullable Patient getPatient() {
    return context.patient().map(Patient::new).orElse(null);
  }

  /** The ICPC code of the patient's problem; null when not sent. */
  public @Nullable String getProblem() {
    return context.problem().orElse(null);
  }

  /** The sender's identifier of this transaction; null when not sent. */
  public @Nullable String getTransactionId() {
    return context.transactionId().orElse(null);
  }

  /** The task that is launched; null where there is none. */
  public @Nullable String getTask() {
    return context.task().orElse(null);
  }

  /** The token's own id; null when it has none. */
  public @Nullable String getTokenId() {
    return context.tokenId().orElse(null);
  }

  /** When the partner issued the token; null when it does not say. */
  public @Nullable Instant getIssuedAt() {
    return context.issuedAt().orElse(null);
  }

  /** The {@code attributes} of the partner's configuration, unmodifiable; may be empty. */
  public Map<String, @Nullable Object> getAttributes() {
    return context.attributes();
  }

  /** What the application's {@link LaunchHandler} gave along; empty for nothing. */
  public Map<String, Object> getApplicationAttributes() {
    return Collections.unmodifiableMap(window.handed().attributes());
  }

  /** The roles of the user; may be empty. */
  public Set<String> getRoles() {
    return window.roles();
  }

  /** All claims of the token, unmodifiable. */
  public Map<String, @Nullable Object> getClaims() {
    return context.claims().asMap();
  }

  @Override
  public String toString() {
    return "LaunchView[" + context + "]";
  }

  /** An identifier within its system. */
  public static final class Reference {
    private final Identifier identifier;

    Reference(Identifier identifier) {
      this.identifier = identifier;
    }

    /** The system that gave the identifier out. */
    public String getSystem() {
      return identifier.system();
    }

    /** The identifier within that system. */
    public String getValue() {
      return identifier.value();
    }
  }

  /** The user who launched. */
  public static final class User {
    private final LaunchUser user;

    User(LaunchUser user) {
      this.user = user;
    }

    /** The system of the user's identifier. */
    public String getSystem() {
      return user.identifier().system();
    }

    /** The user's identifier within that system. */
    public String getValue() {
      return user.identifier().value();
    }

    /** The name with which the user logs in to the partner's system; null when not sent. */
    public @Nullable String getUsername() {
      return user.username().orElse(null);
    }

    /** Given name; null when not sent. */
    public @Nullable String getGivenName() {
      return user.givenName().orElse(null);
    }

    /** Family name; null when not sent. */
    public @Nullable String getFamilyName() {
      return user.familyName().orElse(null);
    }

    /** E-mail address; null when not sent. */
    public @Nullable String getEmail() {
      return user.email().orElse(null);
    }
  }

  /** The organisation for which the user works. */
  public static final class Organization {
    private final LaunchOrganization organization;

    Organization(LaunchOrganization organization) {
      this.organization = organization;
    }

    /** The system of the organisation's identifier. */
    public String getSystem() {
      return organization.identifier().system();
    }

    /** The organisation's identifier within that system. */
    public String getValue() {
      return organization.identifier().value();
    }

    /** The organisation's name; null when not sent. */
    public @Nullable String getName() {
      return organization.name().orElse(null);
    }
  }

  /** The patient in focus. */
  public static final class Patient {
    private final LaunchPatient patient;

    Patient(LaunchPatient patient) {
      this.patient = patient;
    }

    /** The logical id at the partner; null when not sent. */
    public @Nullable String getId() {
      return patient.id().orElse(null);
    }

    /** The national id; null when not sent. */
    public @Nullable String getNationalId() {
      return patient.nationalId().orElse(null);
    }

    /** Given name; null when not sent. */
    public @Nullable String getGivenName() {
      return patient.givenName().orElse(null);
    }

    /** Middle name; null when not sent. */
    public @Nullable String getMiddleName() {
      return patient.middleName().orElse(null);
    }

    /** Family name; null when not sent. */
    public @Nullable String getFamilyName() {
      return patient.familyName().orElse(null);
    }

    /** Date of birth; null when not sent. */
    public @Nullable LocalDate getBirthDate() {
      return patient.birthDate().orElse(null);
    }

    /** Gender in the partner's own word; null when not sent. */
    public @Nullable String getGender() {
      return patient.gender().orElse(null);
    }

    /** Phone number; null when not sent. */
    public @Nullable String getPhone() {
      return patient.phone().orElse(null);
    }

    /** E-mail address; null when not sent. */
    public @Nullable String getEmail() {
      return patient.email().orElse(null);
    }
  }
}
