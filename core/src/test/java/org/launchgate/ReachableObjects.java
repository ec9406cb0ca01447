package org.launchgate;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * All objects of our own types that can be reached from some: through fields, whoever may see them,
 * through collections, and through what the public types give out.
 */
public final class ReachableObjects {
  private static final String OURS = "org.launchgate.";
  private static final String INTERNAL = "org.launchgate.internal.";

  /** What is given out may give something new out again, and so on. */
  private static final int MAX_GIVEN = 3;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Object> ours = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Found> open = new ArrayDeque<>();

  private record Found(Object object, int given) {}

  private ReachableObjects() {}

  /** Those that can be reached from these, themselves included. */
  public static Set<Object> from(Collection<?> roots) {
    ReachableObjects objects = new ReachableObjects();
    objects.addAll(roots, 0);
    while (!objects.open.isEmpty()) {
      objects.follow(objects.open.pop());
    }
    return objects.ours;
  }

  private void addAll(Collection<?> objects, int given) {
    objects.forEach(object -> add(object, given));
  }

  private void add(@Nullable Object object, int given) {
    if (object != null && seen.add(object)) {
      open.push(new Found(object, given));
    }
  }

  private void follow(Found found) {
    Object object = found.object();
    if (isOurs(object.getClass())) {
      ours.add(object);
      for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
        followFields(object, type, found.given());
      }
      if (found.given() < MAX_GIVEN) {
        followWhatItGives(object, found.given() + 1);
      }
    } else if (object instanceof Map<?, ?> map) {
      addAll(map.keySet(), found.given());
      addAll(map.values(), found.given());
    } else if (object instanceof Collection<?> collection) {
      addAll(collection, found.given());
    } else if (object instanceof Object[] array) {
      addAll(Arrays.asList(array), found.given());
    } else if (object instanceof Optional<?> optional) {
      optional.ifPresent(value -> add(value, found.given()));
    } else if (object instanceof AtomicReference<?> reference) {
      add(reference.get(), found.given());
    }
  }

  /** A test's own objects hold what the test made up, and are none of the product's. */
  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(OURS)
        && !type.getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath()
            .matches(".*(/test-classes/|-tests\\.jar)");
  }

  private void followFields(Object object, Class<?> type, int given) {
    if (!isOurs(type)) {
      return;
    }
    for (Field field : type.getDeclaredFields()) {
      if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
        add(value(field, object), given);
      }
    }
  }

  private static @Nullable Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void followWhatItGives(Object object, int given) {
    Class<?> type = object.getClass();
    if (!Modifier.isPublic(type.getModifiers()) || type.getName().startsWith(INTERNAL)) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isQuestion(method)) {
        add(answer(method, object), given);
      }
    }
  }

  /** Whether it only gives something out, and does not make another of the same kind. */
  private static boolean isQuestion(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && !method.getReturnType().isPrimitive()
        && !method.getReturnType().equals(method.getDeclaringClass());
  }

  private static @Nullable Object answer(Method method, Object object) {
    try {
      method.setAccessible(true);
      return method.invoke(object);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(method.toString(), e);
    }
  }
}
