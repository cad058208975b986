/**
 * Bodies of requests and records of topics. Input: bytes, packed or not; output: exchanges and account facts, with what
 * was set aside and why. The same readers serve files of foreign shapes.
 */
@NullMarked
package org.iolaus.ingest.body;

import org.jspecify.annotations.NullMarked;
