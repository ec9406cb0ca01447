package org.launchgate.servlet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of the application's own (init-params {@code deniedPage}, {@code otherUserPage} and
 * the like) shows in place of a built-in one: the request attribute {@code launchPage} on the
 * request that is forwarded to it.
 *
 * <p>It holds what the built-in page shows and nothing more, in the language of the user. The texts
 * are plain text, and names of people and of partners stand in them: escape them. Read-only,
 * thread-safe.
 */
public final class PageView {
  static final String ATTRIBUTE = "launchPage";

  private final Page page;
  private final Language language;

  PageView(Page page, Language language) {
    this.page = page;
    this.language = language;
  }

  /**
   * Which page it is: {@code denied}, {@code unavailable}, {@code cookies}, {@code stale-window},
   * {@code session-ended}, {@code other-user}, {@code choice}, {@code link}, {@code link-login},
   * {@code closed} or {@code logged-out}.
   */
  public String getKind() {
    return page.kind().label();
  }

  /** The language of the texts, for {@code lang}: {@code en}, {@code nl}, {@code nb}, ... */
  public String getLanguage() {
    return language.tag();
  }

  /** The HTTP status, which is set already and stays as it is. */
  public int getStatus() {
    return page.status();
  }

  /** A title, such as "Access denied". */
  public String getTitle() {
    return page.title().in(language);
  }

  /** What happened. */
  public String getText() {
    return page.textIn(language);
  }

  /** What the user can do next. */
  public String getAdvice() {
    return page.advice().in(language);
  }

  /** What the user tells the support; the log has a line under it. */
  public String getReference() {
    return String.valueOf(page.reference());
  }

  /** The words that lead to the reference. */
  public String getReferenceText() {
    return Words.of("reference").in(language);
  }

  /** Where the user starts again; null where the partner has no {@code relaunchUrl}. */
  public @Nullable String getRelaunchUrl() {
    return page.relaunchUrl().orElse(null);
  }

  /** The words of the link that leads there. */
  public String getRelaunchText() {
    return Words.of("relaunch").in(language);
  }

  /** The question; null where nothing is asked. */
  public @Nullable Form getForm() {
    return page.form().map(form -> new Form(form, language)).orElse(null);
  }

  /**
   * Where the page leads: of {@code choice} each patient that is open; of {@code other-user} the
   * way back for who stays; of {@code link-login} the log-in. Empty where it leads nowhere.
   */
  public List<Link> getLinks() {
    return page.links().stream().map(link -> new Link(link, language)).toList();
  }

  /** Without the texts, in which names stand. */
  @Override
  public String toString() {
    return "PageView[" + getKind() + ", " + getStatus() + ", reference=" + getReference() + "]";
  }

  /** A form that is posted with one hidden field and the button that the user presses. */
  public static final class Form {
    private final PageForm form;
    private final Language language;

    Form(PageForm form, Language language) {
      this.form = form;
      this.language = language;
    }

    /** Where it is posted to. */
    public String getAction() {
      return form.action();
    }

    /** The name of the hidden field. */
    public String getField() {
      return form.field();
    }

    /** The value of the hidden field: a secret of this browser, good once. */
    public String getValue() {
      return form.value();
    }

    /** The buttons; the first one says yes. */
    public List<Button> getButtons() {
      return form.buttons().stream().map(button -> new Button(button, language)).toList();
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "PageView.Form[" + getField() + "]";
    }
  }

  /** A button of the form. */
  public static final class Button {
    private final PageForm.Button button;
    private final Language language;

    Button(PageForm.Button button, Language language) {
      this.button = button;
      this.language = language;
    }

    /** The name that it posts; empty where it is the only button and posts nothing. */
    public String getName() {
      return button.name();
    }

    /** The value that it posts under that name. */
    public String getValue() {
      return button.value();
    }

    /** What stands on it. */
    public String getText() {
      return button.words().in(language);
    }

    /** Without the text, in which a name may stand. */
    @Override
    public String toString() {
      return "PageView.Button[" + getName() + "=" + getValue() + "]";
    }
  }

  /** A link. */
  public static final class Link {
    private final PageLink link;
    private final Language language;

    Link(PageLink link, Language language) {
      this.link = link;
      this.language = language;
    }

    /** Where it leads, for {@code href} as it is. */
    public String getAddress() {
      return link.address();
    }

    /** What stands on it. */
    public String getText() {
      return link.words().in(language);
    }

    /** Without text and address, which are somebody's. */
    @Override
    public String toString() {
      return "PageView.Link";
    }
  }
}
