/** Tests of the account links, and what every database that keeps them has to show. */
package org.launchgate.account;
