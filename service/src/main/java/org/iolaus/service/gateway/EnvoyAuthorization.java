package org.iolaus.service.gateway;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc.AuthorizationImplBase;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.envoyproxy.envoy.service.auth.v3.DeniedHttpResponse;
import io.envoyproxy.envoy.service.auth.v3.OkHttpResponse;
import io.envoyproxy.envoy.type.v3.HttpStatus;
import io.envoyproxy.envoy.type.v3.StatusCode;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iolaus.service.decision.Answer;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.decision.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers Envoy's ext_authz. The account is read from the request's headers, or from the route's context extensions of
 * the same names; the answer goes into headers for the model server and into dynamic metadata.
 */
final class EnvoyAuthorization extends AuthorizationImplBase {
    private static final CheckResponse NOBODY = CheckResponse.newBuilder()
            .setStatus(Status.newBuilder().setCode(Code.OK_VALUE))
            .setOkResponse(OkHttpResponse.getDefaultInstance())
            .build();

    private final Decisions decisions;
    private final Queries queries;

    EnvoyAuthorization(Decisions decisions, GatewayConfig config) {
        this.decisions = decisions;
        this.queries = new Queries(config);
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        Query query = query(request.getAttributes());
        observer.onNext(query == null ? NOBODY : response(decisions.look(query)));
        observer.onCompleted();
    }

    private @Nullable Query query(AttributeContext attributes) {
        Map<String, String> headers = attributes.getRequest().getHttp().getHeadersMap();
        Map<String, String> extensions = attributes.getContextExtensionsMap();
        return queries.read(name -> {
            String extension = extensions.get(name);
            return extension == null ? headers.get(name) : extension;
        });
    }

    private static CheckResponse response(Answer answer) {
        CheckResponse.Builder response = CheckResponse.newBuilder().setDynamicMetadata(metadata(answer));
        List<HeaderValueOption> headers = headers(answer);
        if (answer.permitted()) {
            return response.setStatus(Status.newBuilder().setCode(Code.OK_VALUE))
                    .setOkResponse(OkHttpResponse.newBuilder().addAllHeaders(headers))
                    .build();
        }
        StatusCode status = StatusCode.forNumber(Refusal.status(answer).code());
        return response.setStatus(Status.newBuilder().setCode(Code.PERMISSION_DENIED_VALUE))
                .setDeniedResponse(DeniedHttpResponse.newBuilder()
                        .setStatus(HttpStatus.newBuilder().setCode(status == null ? StatusCode.Forbidden : status))
                        .addAllHeaders(headers)
                        .addHeaders(header("content-type", "application/json"))
                        .setBody(Refusal.json(answer)))
                .build();
    }

    private static List<HeaderValueOption> headers(Answer answer) {
        List<HeaderValueOption> headers = new ArrayList<>();
        AnswerHeaders.write(answer, (name, value) -> headers.add(header(name.toString(), value)));
        return headers;
    }

    /** A header that takes the place of what the client may have sent under its name. */
    private static HeaderValueOption header(String name, String value) {
        return HeaderValueOption.newBuilder()
                .setHeader(HeaderValue.newBuilder().setKey(name).setValue(value))
                .setAppendAction(HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD)
                .build();
    }

    private static Struct metadata(Answer answer) {
        Struct.Builder metadata = Struct.newBuilder();
        answer.fields()
                .asMap()
                .forEach((name, value) -> metadata.putFields(
                        name,
                        Value.newBuilder().setStringValue(value.toString()).build()));
        return metadata.build();
    }
}
