/**
 * Account facts and releases from files. Input: paths; output: every fact, in the order of the files and their lines.
 */
@NullMarked
package org.iolaus.ingest.account;

import org.jspecify.annotations.NullMarked;
