/**
 * A small practice portal, such as many exist: servlets, JSP pages and a {@code web.xml}.
 * Launchgate is a filter in that file; the code here only asks for the launch context of a request.
 */
@NullMarked
package org.launchgate.example.portal;

import org.jspecify.annotations.NullMarked;
