package org.launchgate.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms as applications get them. That servers read them the same way is shown on servers. */
class FormParametersTest {

  private static Map<String, List<String>> read(String form, Charset charset) {
    return FormParameters.of(form.getBytes(ISO_8859_1), charset);
  }

  @Test
  void fieldsKeepTheirOrderAndAllTheirValues() {
    assertThat(read("b=1&a=2&b=3", UTF_8))
        .containsExactly(Map.entry("b", List.of("1", "3")), Map.entry("a", List.of("2")));
  }

  @Test
  void bytesAreDecodedInTheGivenCharset() {
    assertThat(read("a=%C3%A9\u00c3\u00a9", UTF_8)).containsEntry("a", List.of("éé"));
    assertThat(read("a=%E9\u00e9", ISO_8859_1)).containsEntry("a", List.of("éé"));
  }

  @Test
  void brokenAndNamelessFieldsAreLeftOut() {
    assertThat(read("%=1&a=%4&b=%4g&=c&&d=%+1&e", UTF_8))
        .containsExactly(Map.entry("e", List.of("")));
  }

  @Test
  void digitsOfOtherScriptsAreNoHexadecimalOnes() {
    // the three bytes of U+FF11 FULLWIDTH DIGIT ONE stay three characters here
    assertThat(FormParameters.of("a=%１1".getBytes(UTF_8), UTF_8)).isEmpty();
  }

  @Test
  void moreFieldsThanAnyFormHasAreAnError() {
    byte[] many = "a&".repeat(FormParameters.MAX_FIELDS).getBytes(US_ASCII);
    assertThat(FormParameters.of(many, UTF_8).get("a")).hasSize(FormParameters.MAX_FIELDS);
    byte[] more = "a&".repeat(FormParameters.MAX_FIELDS + 1).getBytes(US_ASCII);
    assertThatThrownBy(() -> FormParameters.of(more, UTF_8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the form has more than 10000 fields");
  }
}
