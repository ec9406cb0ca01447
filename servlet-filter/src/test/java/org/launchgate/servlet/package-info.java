/** Tests of the filter: its parts alone, and the whole on an embedded Tomcat over HTTP. */
package org.launchgate.servlet;
