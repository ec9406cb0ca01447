/** Tests of the module: call by call, and on an embedded Tomcat over HTTP. */
package org.launchgate.jaspic;
