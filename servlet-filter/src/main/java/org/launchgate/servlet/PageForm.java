package org.launchgate.servlet;

import java.util.List;
import java.util.Set;

/**
 * What a page asks: a form that posts one hidden field, and the button that was pressed.
 *
 * @param action where it is posted to, on this host
 * @param field the name of the hidden field
 * @param value its value, which is a secret
 * @param framedBy the origins, beside this one, that may show the page in a frame: a page around it
 *     must not get a click by showing something else
 */
record PageForm(
    String action, String field, String value, List<Button> buttons, Set<String> framedBy) {
  PageForm {
    buttons = List.copyOf(buttons);
    framedBy = Set.copyOf(framedBy);
  }

  /**
   * A button.
   *
   * @param name of the field that it posts; empty where there is only one answer
   * @param value of that field
   */
  record Button(String name, String value, Words words) {
    static Button only(Words words) {
      return new Button("", "", words);
    }

    @Override
    public String toString() {
      return "Button[" + words + "]";
    }
  }

  @Override
  public String toString() {
    return "PageForm[" + field + ", " + buttons + "]";
  }
}
