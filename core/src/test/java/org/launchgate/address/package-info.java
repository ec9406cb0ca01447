/** Tests of where accepted launches lead. */
package org.launchgate.address;
