/** Amazon Bedrock's log of model invocations. Input: its JSON, bare or as CloudWatch wraps it; output: exchanges. */
@NullMarked
package org.iolaus.ingest.shape.bedrock;

import org.jspecify.annotations.NullMarked;
