/**
 * Launches over HTTP: {@link org.launchgate.servlet.LaunchFilter} takes them in, and every later
 * request of the session has the user who launched and the patient in focus.
 *
 * <p>An application names the filter in its {@code web.xml} and reads {@link
 * org.launchgate.servlet.LaunchAttributes#contextOf} in Java, or the attribute {@code
 * launchContext} (a {@link org.launchgate.servlet.LaunchView}) in a page. A page of its own in
 * place of a built-in one finds a {@link org.launchgate.servlet.PageView} in the attribute {@code
 * launchPage}.
 *
 * <p>What it does not do: it creates no accounts, it does not decide what a user may see, it keeps
 * one launch a session and not one a browser window, and it registers nothing by itself.
 */
@NullMarked
package org.launchgate.servlet;

import org.jspecify.annotations.NullMarked;
