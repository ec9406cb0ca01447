/** Tests of what the verifier asks outside itself. */
package org.launchgate.spi;
