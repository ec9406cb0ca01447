package org.launchgate.example.attack.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One kind of bad launch, in as many variants as it has spellings. */
public final class Attack {
  private final String id;
  private final Family family;
  private final String description;
  private final String source;
  private final Set<Need> needs = new LinkedHashSet<>();
  private final List<Function<Setup, List<Variant>>> variants = new ArrayList<>();

  private Attack(String id, Family family, String description, String source) {
    this.id = id;
    this.family = family;
    this.description = description;
    this.source = source;
  }

  /** One way to try it. */
  public record Variant(String name, Trial trial) {}

  /**
   * A kind without variants yet.
   *
   * @param id the name by which it is reported and chosen
   * @param source the clause, advisory or checklist row (V-1 to V-40) that it is taken from
   */
  public static Attack of(Family family, String id, String description, String source) {
    return new Attack(id, family, description, source);
  }

  /** Adds what it needs. */
  public Attack needs(Need... more) {
    Collections.addAll(needs, more);
    return this;
  }

  /** Adds a variant. */
  public Attack variant(String name, Trial trial) {
    variants.add(setup -> List.of(new Variant(name, trial)));
    return this;
  }

  /** Adds a token that has to be refused like every other. */
  public Attack token(String name, Trial.Forging forging) {
    return variant(name, scene -> scene.denied(forging.token(scene)));
  }

  /** Adds such a token for each of some values. */
  public <T> Attack tokens(Collection<? extends T> values, BiFunction<Scene, T, String> forging) {
    for (T value : values) {
      token(Shown.of(value), scene -> forging.apply(scene, value));
    }
    return this;
  }

  /** Adds such a token for each of some values that depend on the set-up. */
  public <T> Attack tokensOf(
      Function<Setup, ? extends Collection<? extends T>> values,
      BiFunction<Scene, T, String> forging) {
    return each(values, (scene, value) -> scene.denied(forging.apply(scene, value)));
  }

  /** Adds a variant for each of some values that depend on the set-up. */
  public <T> Attack each(
      Function<Setup, ? extends Collection<? extends T>> values, ValueTrial<T> trial) {
    variants.add(
        setup -> {
          List<Variant> all = new ArrayList<>();
          for (T value : values.apply(setup)) {
            all.add(new Variant(Shown.of(value), scene -> trial.run(scene, value)));
          }
          return all;
        });
    return this;
  }

  /** A trial with a value. */
  @FunctionalInterface
  public interface ValueTrial<T> {
    /** Tries it. */
    Outcome run(Scene scene, T value) throws IOException;
  }

  public String id() {
    return id;
  }

  public Family family() {
    return family;
  }

  public String description() {
    return description;
  }

  public String source() {
    return source;
  }

  public Set<Need> needs() {
    return Collections.unmodifiableSet(needs);
  }

  /** Its variants against one deployment. */
  public List<Variant> variants(Setup setup) {
    return variants.stream().flatMap(each -> each.apply(setup).stream()).toList();
  }

  /** What it needs and is not there. */
  public Optional<Need> missing(Setup setup) {
    return needs.stream().filter(need -> !need.isMet(setup)).findFirst();
  }
}
