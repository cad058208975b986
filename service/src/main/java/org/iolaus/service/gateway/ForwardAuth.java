package org.iolaus.service.gateway;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.function.Function;
import org.iolaus.service.decision.Answer;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.decision.Query;

/**
 * Answers a gateway that asks before each request: 200 lets it pass, anything else refuses it. Requests that name no
 * account pass: nothing speaks against nobody.
 */
final class ForwardAuth implements HttpService {
    private static final ResponseHeaders PASS =
            ResponseHeaders.builder(HttpStatus.OK).contentLength(0).build();

    private final Decisions decisions;
    private final Queries queries;
    private final Function<Answer, HttpStatus> status;

    private ForwardAuth(Decisions decisions, GatewayConfig config, Function<Answer, HttpStatus> status) {
        this.decisions = decisions;
        this.queries = new Queries(config);
        this.status = status;
    }

    /** For nginx, which takes anything but 401 and 403 for a fault of its own. */
    static ForwardAuth nginx(Decisions decisions, GatewayConfig config) {
        return new ForwardAuth(decisions, config, answer -> HttpStatus.FORBIDDEN);
    }

    /** For those that hand our response on as it is. */
    static ForwardAuth whole(Decisions decisions, GatewayConfig config) {
        return new ForwardAuth(decisions, config, Refusal::status);
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        Query query = queries.read(request.headers()::get);
        if (query == null) {
            return HttpResponse.of(new HttpObject[] {PASS});
        }
        Answer answer = decisions.look(query);
        ResponseHeadersBuilder headers =
                ResponseHeaders.builder(answer.permitted() ? HttpStatus.OK : status.apply(answer));
        AnswerHeaders.write(answer, headers::add);
        if (answer.permitted()) {
            return HttpResponse.of(new HttpObject[] {headers.contentLength(0).build()});
        }
        HttpData body = HttpData.ofUtf8(Refusal.json(answer));
        headers.contentType(MediaType.JSON).contentLength(body.length());
        return HttpResponse.of(new HttpObject[] {headers.build(), body});
    }
}
