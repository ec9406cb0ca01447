package org.launchgate.example.attack.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Field;

class UsualRefusalTest {
  private static Answer answer(int status, String date, String body) {
    List<Field> fields = List.of(new Field("Date", date), new Field("Cache-Control", "no-store"));
    return new Answer(status, fields, body, "");
  }

  private static Answer denied(String reference) {
    return answer(403, "d", "<p>Denied</p><p id=\"r\">" + reference + "</p>");
  }

  private final UsualRefusal usual =
      UsualRefusal.of(List.of(denied("FWY6CFZWCV"), denied("FWY6CG9ECV"), denied("FWY6CGS3CV")));

  @Test
  void otherReferenceAndOtherDateAreNoDifference() {
    assertThat(usual.difference(denied("AAAA-1"))).isEmpty();
    assertThat(usual.difference(answer(403, "e", denied("B").text()))).isEmpty();
  }

  @Test
  void referenceIsTheWholeOfItThoughAllBeginAndEndAlike() {
    assertThat(usual.reference(denied("FWY6CFZWCV"))).contains("FWY6CFZWCV");
  }

  @Test
  void otherStatusHeaderOrBodyIsADifference() {
    assertThat(usual.difference(answer(400, "d", denied("A").text()))).isPresent();
    assertThat(usual.difference(new Answer(403, List.of(), denied("A").body(), ""))).isPresent();
    assertThat(usual.difference(denied("A b"))).isPresent();
    assertThat(usual.difference(answer(403, "d", denied("A").text() + " "))).isPresent();
  }

  @Test
  void pageWithoutAReferenceHasToStayAsItIs() {
    Answer plain = answer(403, "d", "Denied");
    UsualRefusal same = UsualRefusal.of(List.of(plain, plain));

    assertThat(same.difference(plain)).isEmpty();
    assertThat(same.reference(plain)).isEmpty();
    assertThat(same.difference(answer(403, "d", "Denied."))).isPresent();
  }
}
