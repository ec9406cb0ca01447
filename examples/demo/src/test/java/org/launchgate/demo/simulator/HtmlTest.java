package org.launchgate.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Values in pages are text, never markup. */
class HtmlTest {

  @Test
  void textIsEscaped() {
    assertThat(Html.of("<p title=\"{}\">{}</p>", "\"'", "<b>&</b>"))
        .hasToString("<p title=\"&quot;&#39;\">&lt;b&gt;&amp;&lt;/b&gt;</p>");
  }

  @Test
  void slotInsideOfAValueIsText() {
    assertThat(Html.of("{}-{}", "{}", "x")).hasToString("{}-x");
  }

  @Test
  void piecesStayMarkup() {
    List<Html> items = List.of(Html.of("<li>{}</li>", "a&b"), Html.of("<li>{}</li>", 2));
    assertThat(Html.of("<ul>{}</ul>", items)).hasToString("<ul><li>a&amp;b</li><li>2</li></ul>");
  }

  @Test
  void numberOfValuesHasToFit() {
    assertThatThrownBy(() -> Html.of("{}{}", "a")).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> Html.of("{}", "a", "b")).isInstanceOf(IllegalArgumentException.class);
  }
}
