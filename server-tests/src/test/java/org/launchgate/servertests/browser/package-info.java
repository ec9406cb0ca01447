/** The demo as somebody sees it who clicks through it in a browser. */
@NullMarked
package org.launchgate.servertests.browser;

import org.jspecify.annotations.NullMarked;
