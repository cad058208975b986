package org.iolaus.service.gateway;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import org.iolaus.service.decision.Answer;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.decision.JsonBody;
import org.iolaus.service.decision.Query;
import org.iolaus.service.findings.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers the webhook guardrail of Portkey's gateway. Headers do not come through, so the account is read from the
 * request's metadata: {@code account_id}, else {@code _user}; and {@code end_user_id}, {@code pathway}.
 */
final class PortkeyGuardrail implements HttpService {
    private final Decisions decisions;

    PortkeyGuardrail(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        return JsonBody.answer(request, this::answer);
    }

    private Fields answer(JsonNode body) {
        Query query = query(body.path("metadata"));
        if (query == null) {
            return new Fields().put("verdict", true);
        }
        Answer answer = decisions.look(query);
        Fields data = new Fields()
                .put("action", answer.action().label())
                .put("reason", answer.reason().label())
                .put("reference", answer.reference().isEmpty() ? null : answer.reference())
                .put("watermark_key_id", answer.watermarkKeyId())
                .put("message", answer.message().isEmpty() ? null : answer.message());
        return new Fields().put("verdict", answer.permitted()).put("data", data.asMap());
    }

    private static @Nullable Query query(JsonNode metadata) {
        String named = text(metadata, "account_id");
        String accountId = named == null ? text(metadata, "_user") : named;
        return accountId == null
                ? null
                : new Query(accountId, text(metadata, "end_user_id"), text(metadata, "pathway"), null);
    }

    private static @Nullable String text(JsonNode metadata, String field) {
        String text = metadata.path(field).asString("");
        return text.isEmpty() ? null : text;
    }
}
