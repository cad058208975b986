/** LiteLLM's log records. Input: JSON of its {@code generic_api} callback; output: exchanges. */
@NullMarked
package org.iolaus.ingest.shape.litellm;

import org.jspecify.annotations.NullMarked;
