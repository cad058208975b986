/**
 * Files of exchanges, parsed and mapped by worker threads, merged in order of event time on the caller's. Input: paths, or
 * one stream of lines; output: mapped items, a watermark, rejections. The same for any number of workers.
 */
@NullMarked
package org.iolaus.ingest.stream;

import org.jspecify.annotations.NullMarked;
