/** A Kafka topic as a source. Input: its records; output: batches of facts, each with how far the partition was read. */
@NullMarked
package org.iolaus.service.intake.kafka;

import org.jspecify.annotations.NullMarked;
