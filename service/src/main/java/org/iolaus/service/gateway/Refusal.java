package org.iolaus.service.gateway;

import com.linecorp.armeria.common.HttpStatus;
import org.iolaus.service.decision.Answer;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.policy.Action;

/** A refusal as customers of LLM APIs know errors. */
final class Refusal {
    private Refusal() {}

    /** 429 where it is worth trying again, otherwise 403. */
    static HttpStatus status(Answer answer) {
        return answer.action() == Action.THROTTLE ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN;
    }

    /** The body; it names no campaign and no evidence. */
    static String json(Answer answer) {
        return JsonText.line(new Fields()
                .put(
                        "error",
                        new Fields()
                                .put("type", answer.action().label())
                                .put("code", answer.reason().label())
                                .put("message", answer.message())
                                .put("reference", answer.reference().isEmpty() ? null : answer.reference())
                                .asMap())
                .asMap());
    }
}
