/** Tests of the ticket store. */
package org.launchgate.ticket;
