package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.launchgate.profile.SigningAlgorithm;
import org.opentest4j.TestAbortedException;

/** The contract itself: a resolver that keeps it passes, and each fault makes a test of it fail. */
class KeyResolverContractTest {

  /** What can be wrong with a resolver, and the tests of the contract that have to see it. */
  enum Fault {
    IGNORES_THE_PARTNER("keyIdOfAnotherPartnerGivesNothing"),
    IGNORES_CASE_IN_PARTNERS("partnerWithoutKeysGetsNoneOfAnotherOne"),
    FALLS_BACK_TO_ANOTHER_KEY("unknownKeyIdGivesAnEmptyListAndNeverAnotherKey"),
    IGNORES_CASE_IN_KEY_IDS("keyIdThatOnlyLooksLikeTheKeysGivesNothing"),
    STRIPS_KEY_IDS("keyIdThatOnlyLooksLikeTheKeysGivesNothing"),
    FAILS_FOR_LONG_KEY_IDS("hostileKeyIdGivesNothingAndHarmsNothing"),
    GIVES_NULL_FOR_NOTHING("unknownKeyIdGivesAnEmptyListAndNeverAnotherKey"),
    NEEDS_A_KEY_ID("withoutKeyIdTheKeysOfThePartnerAreGivenAndNoOthers"),
    GIVES_KEYS_WITHOUT_ID("keyWithoutIdIsForTokensWithoutIdAlone"),
    ALLOWS_EVERY_ALGORITHM("keyIsGivenForNoAlgorithmButItsOwn"),
    FORGETS_VALIDITY("keyKeepsItsFirstAndItsLastInstant"),
    HANDS_OUT_ITS_OWN_LIST("whatACallerDoesToAnAnswerChangesNoLaterOne"),
    ASKS_THE_SOURCE_TWICE("keysThatDoNotExistAreCheapToAskFor"),
    HIDES_A_DEAD_SOURCE("sourceThatDoesNotAnswerIsNoVerdictAndNotAMissingKey");

    private final String seenBy;

    Fault(String seenBy) {
      this.seenBy = seenBy;
    }
  }

  @Test
  void resolverThatKeepsTheContractPassesEveryTestOfIt() {
    assertThat(failing(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void faultIsSeen(Fault fault) {
    assertThat(failing(Optional.of(fault))).contains(fault.seenBy);
  }

  /** The contract's tests that fail; each one runs on a fresh resolver. */
  private static Set<String> failing(Optional<Fault> fault) {
    return Arrays.stream(KeyResolverContract.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .filter(test -> fails(test, new Listed(fault.orElse(null))))
        .map(Method::getName)
        .collect(Collectors.toSet());
  }

  private static boolean fails(Method test, KeyResolverContract contract) {
    try {
      test.invoke(contract);
      return false;
    } catch (InvocationTargetException e) {
      return !(e.getCause() instanceof TestAbortedException);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A resolver over a list, with at most one fault. */
  private static final class Listed extends KeyResolverContract {
    private final Map<String, List<PartnerKey>> source = new HashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final @Nullable Fault fault;

    Listed(@Nullable Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Partner given(Partner.Builder builder, List<PartnerKey> keys) {
      Partner partner = builder.build();
      source.put(partner.id(), new ArrayList<>(keys));
      return partner;
    }

    @Override
    protected Optional<Partner> partnerOfADeadSource(Partner.Builder builder) {
      return Optional.of(builder.build());
    }

    @Override
    protected long sourceCalls() {
      return calls.get();
    }

    @Override
    protected KeyResolver resolver() {
      return this::resolve;
    }

    @SuppressWarnings("NullAway") // one of the faults is to give null
    private List<PartnerKey> resolve(
        Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
      calls.addAndGet(fault == Fault.ASKS_THE_SOURCE_TWICE ? 2 : 1);
      if (partner.id().equals("contract-dead") && fault != Fault.HIDES_A_DEAD_SOURCE) {
        throw new LaunchUnavailableException("the list does not answer");
      }
      if (fault == Fault.FAILS_FOR_LONG_KEY_IDS && keyId.orElse("").length() > 255) {
        throw new LaunchUnavailableException("the key id is too long for the list");
      }
      List<PartnerKey> own = keysOf(partner.id());
      if (fault == Fault.HANDS_OUT_ITS_OWN_LIST && keyId.isEmpty()) {
        return own;
      }
      List<PartnerKey> found =
          own.stream().filter(key -> matches(key, keyId)).map(this::spoiled).toList();
      if (found.isEmpty() && fault == Fault.FALLS_BACK_TO_ANOTHER_KEY) {
        return own;
      }
      return found.isEmpty() && fault == Fault.GIVES_NULL_FOR_NOTHING ? null : found;
    }

    private List<PartnerKey> keysOf(String id) {
      return source.entrySet().stream()
          .filter(
              entry ->
                  fault == Fault.IGNORES_THE_PARTNER
                      || entry.getKey().equals(id)
                      || (fault == Fault.IGNORES_CASE_IN_PARTNERS
                          && entry.getKey().equalsIgnoreCase(id)))
          .map(Map.Entry::getValue)
          .reduce(
              (a, b) -> {
                List<PartnerKey> both = new ArrayList<>(a);
                both.addAll(b);
                return both;
              })
          .orElse(List.of());
    }

    private boolean matches(PartnerKey key, Optional<String> asked) {
      if (asked.isEmpty()) {
        return fault != Fault.NEEDS_A_KEY_ID;
      }
      if (key.keyId().isEmpty()) {
        return fault == Fault.GIVES_KEYS_WITHOUT_ID;
      }
      String id = key.keyId().get();
      return id.equals(asked.get())
          || (fault == Fault.IGNORES_CASE_IN_KEY_IDS && id.equalsIgnoreCase(asked.get()))
          || (fault == Fault.STRIPS_KEY_IDS && id.equals(asked.get().strip()));
    }

    private PartnerKey spoiled(PartnerKey key) {
      if (fault == Fault.ALLOWS_EVERY_ALGORITHM) {
        return PartnerKey.of(
            key.keyId().orElse(null), key.key(), Set.of(SigningAlgorithm.values()));
      }
      return fault == Fault.FORGETS_VALIDITY ? key.validBetween(null, null) : key;
    }
  }
}
