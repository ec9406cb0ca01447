/** Tests of the calls to the partner that a launch came from. */
package org.launchgate.onward;
