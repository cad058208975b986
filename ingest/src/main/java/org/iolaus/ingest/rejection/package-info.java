/**
 * What is set aside. Input: lines that break the format, from every reader; output: rejected.jsonl and counts.
 */
@NullMarked
package org.iolaus.ingest.rejection;

import org.jspecify.annotations.NullMarked;
