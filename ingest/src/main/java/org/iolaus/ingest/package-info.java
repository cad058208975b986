/**
 * The way in: files of exchanges, accounts and releases become records of detection's exchange package. Input: paths;
 * output: exchanges in order of event time, mapped on worker threads, and rejections with file, line and reason.
 */
@NullMarked
package org.iolaus.ingest;

import org.jspecify.annotations.NullMarked;
