/**
 * The demo: the example portal on an embedded Tomcat and a partner simulator, two servers in one
 * process that only this machine can reach.
 */
@NullMarked
package org.launchgate.demo;

import org.jspecify.annotations.NullMarked;
