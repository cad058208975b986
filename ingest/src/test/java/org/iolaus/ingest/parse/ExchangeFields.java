package org.iolaus.ingest.parse;

import java.util.Set;

/** The known fields of each kind of object, as docs/formats.md lists them. */
final class ExchangeFields {
    static final Set<String> ROOT = Set.of(
            "id",
            "time",
            "account_id",
            "organization_id",
            "api_key_id",
            "pathway",
            "operation",
            "model",
            "conversation_id",
            "end_user_id",
            "provider",
            "source",
            "network",
            "request",
            "response",
            "usage",
            "status");
    static final Set<String> NETWORK = Set.of("ip", "asn", "country", "ja4", "user_agent");
    static final Set<String> REQUEST = Set.of("system", "messages", "tools", "parameters");
    static final Set<String> MESSAGE = Set.of("role", "content");
    static final Set<String> PART = Set.of("type", "text");
    static final Set<String> TOOL = Set.of("name", "function", "type");
    static final Set<String> PARAMETERS =
            Set.of("temperature", "max_tokens", "logprobs", "n", "stream", "reasoning_effort");
    static final Set<String> RESPONSE = Set.of("text", "reasoning", "finish_reason", "refused");
    static final Set<String> USAGE = Set.of("input_tokens", "output_tokens", "reasoning_tokens");

    private ExchangeFields() {}
}
