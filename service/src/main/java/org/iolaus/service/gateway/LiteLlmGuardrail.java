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
 * Answers LiteLLM's generic guardrail. The account is read as from LiteLLM's logs: the team, else the user, the key, the
 * organisation; the end user is the request's own, else the team's user. Texts are never looked at, and answers pass.
 */
final class LiteLlmGuardrail implements HttpService {
    private static final String[] ACCOUNT = {
        "user_api_key_team_id", "user_api_key_user_id", "user_api_key_hash", "user_api_key_org_id"
    };

    private final Decisions decisions;

    LiteLlmGuardrail(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        return JsonBody.answer(request, this::answer);
    }

    private Fields answer(JsonNode body) {
        Query query = "response".equals(body.path("input_type").asString("")) ? null : query(body.path("request_data"));
        if (query == null) {
            return new Fields().put("action", "NONE");
        }
        Answer answer = decisions.look(query);
        return answer.permitted()
                ? new Fields().put("action", "NONE")
                : new Fields().put("action", "BLOCKED").put("blocked_reason", answer.message());
    }

    private static @Nullable Query query(JsonNode data) {
        for (String field : ACCOUNT) {
            String accountId = text(data, field);
            if (accountId != null) {
                return new Query(accountId, endUser(data), "litellm", null);
            }
        }
        return null;
    }

    private static @Nullable String endUser(JsonNode data) {
        String endUser = text(data, "user_api_key_end_user_id");
        boolean team = text(data, "user_api_key_team_id") != null;
        return endUser == null && team ? text(data, "user_api_key_user_id") : endUser;
    }

    private static @Nullable String text(JsonNode data, String field) {
        String text = data.path(field).asString("");
        return text.isEmpty() ? null : text;
    }
}
