package org.launchgate.example.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of claims. */
class ClaimRowTest {

  @Test
  void flatClaimIsOneRow() {
    assertThat(ClaimRow.rowsOf(Map.of("context.icpc", "T90")))
        .extracting(ClaimRow::getParents, ClaimRow::getName, ClaimRow::getValue)
        .containsExactly(tuple("", "context.icpc", "T90"));
  }

  @Test
  void nestedClaimsNameTheWayToThem() {
    assertThat(ClaimRow.rowsOf(Map.of("contact", Map.of("tags", List.of("a", 2L)))))
        .extracting(ClaimRow::getParents, ClaimRow::getName, ClaimRow::getValue)
        .containsExactly(
            tuple("contact › tags › ", "1", "a"), tuple("contact › tags › ", "2", "2"));
  }

  @Test
  void emptyTextAndNullAreBlank() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("none", null);
    claims.put("empty", "");
    assertThat(ClaimRow.rowsOf(claims)).hasSize(2).allMatch(ClaimRow::isBlank);
  }

  @Test
  void emptyObjectIsShownAsItIs() {
    assertThat(ClaimRow.rowsOf(Map.of("contact", Map.of())))
        .extracting(ClaimRow::getValue)
        .containsExactly("{}");
  }
}
