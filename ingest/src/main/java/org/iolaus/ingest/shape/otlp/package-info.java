/**
 * OpenTelemetry's traces and logs. Input: OTLP in JSON or protobuf, with attributes of the GenAI conventions or of
 * OpenInference; output: exchanges.
 */
@NullMarked
package org.iolaus.ingest.shape.otlp;

import org.jspecify.annotations.NullMarked;
