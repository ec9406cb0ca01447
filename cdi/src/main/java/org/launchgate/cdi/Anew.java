package org.launchgate.cdi;

import jakarta.inject.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope of what is made each time that somebody asks, and is kept for nobody. What is dependent
 * instead is kept for as long as the bean that has asked: with one for the whole application, every
 * launch that it ever asked for.
 *
 * <p>Source: Jakarta Contexts and Dependency Injection 4.0, 2.4.1 "Built-in scope types" and 5.4.2
 * "Destruction of objects with scope @Dependent".
 */
@Scope
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface Anew {}
