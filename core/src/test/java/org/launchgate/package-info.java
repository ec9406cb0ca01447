/** Tests of the verifier, and what the tests of other modules need to send launches. */
package org.launchgate;
