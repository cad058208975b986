package org.iolaus.service.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.List;
import java.util.function.Function;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.engine.EngineStatus;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.engine.RulingListener;
import org.iolaus.service.events.EventFeed;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.FindingLines;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.intake.ExchangeIntake;

/** What has been found so far, in the lines of a scan, and verdicts as they are reached. */
final class FindingRoutes implements RulingListener {
    private static final MediaType LINES = MediaType.parse("application/x-ndjson");

    private final LiveDetector detector;
    private final ExchangeIntake intake;
    private final EventFeed feed;

    FindingRoutes(LiveDetector detector, ExchangeIntake intake, EventFeed feed) {
        this.detector = detector;
        this.intake = intake;
        this.feed = feed;
    }

    List<Route> routes() {
        return List.of(
                route(
                        "/v1/campaigns",
                        "List campaigns, one JSON object a line, as a scan writes them",
                        lines(found -> lines(found.campaigns(), FindingLines::campaign))),
                route(
                        "/v1/accounts",
                        "List accounts whose verdict ever rose above allow, one JSON object a line",
                        lines(found -> lines(found.accounts(), FindingLines::account))),
                route(
                        "/v1/cleared",
                        "List groups that were examined and found honest, with the reason",
                        lines(found -> lines(found.cleared(), FindingLines::campaign))),
                route(
                        "/v1/rulings/events",
                        "Hear of verdicts as they are reached (server-sent events)",
                        (context, request) -> feed.serve(context)),
                route("/v1/status", "Tell how far the detector is", this::status));
    }

    private static Route route(String path, String summary, HttpService service) {
        return new Route(HttpMethod.GET, path, Scope.REVIEW, summary, service);
    }

    private HttpService lines(Function<Findings, String> body) {
        return (context, request) -> {
            context.clearRequestTimeout();
            return HttpResponse.of(detector.findings()
                    .thenApplyAsync(
                            found -> HttpResponse.of(HttpStatus.OK, LINES, body.apply(found)),
                            context.blockingTaskExecutor()));
        };
    }

    private static <T> String lines(List<T> found, Function<T, Fields> each) {
        StringBuilder lines = new StringBuilder();
        for (T finding : found) {
            lines.append(JsonText.line(each.apply(finding).asMap())).append('\n');
        }
        return lines.toString();
    }

    private HttpResponse status(ServiceRequestContext context, HttpRequest request) {
        EngineStatus status = detector.status();
        ShapeCounts received = intake.counts();
        Fields body = new Fields()
                .put("phase", status.phase().name().toLowerCase(java.util.Locale.ROOT))
                .put("failure", status.failure())
                .time("watermark", status.watermarkMicros())
                .time("latest", status.latestMicros())
                .count("logged_position", status.loggedPosition())
                .count("applied_position", status.appliedPosition())
                .count("accepted", received.accepted())
                .count("rejected", received.rejected())
                .count("skipped", received.skipped())
                .count("queued_exchanges", status.queuedExchanges())
                .count("exchanges", status.exchanges())
                .count("duplicates", status.duplicates())
                .count("conflicts", status.conflicts())
                .count("late", status.late())
                .count("rulings", status.rulings())
                .count("accounts", status.accounts())
                .count("snapshot_position", status.snapshotPosition())
                .put(
                        "snapshot_at",
                        status.snapshotAt() == null ? null : status.snapshotAt().toString());
        return HttpResponse.of(HttpStatus.OK, MediaType.JSON_UTF_8, body.json() + "\n");
    }

    @Override
    public void ruled(List<Ruling> rulings) {
        for (Ruling ruling : rulings) {
            Fields line = new Fields()
                    .put("account_id", ruling.accountId())
                    .put("end_user_id", ruling.endUserId())
                    .put("verdict", ruling.verdict().label())
                    .put("campaign_id", ruling.campaignId())
                    .time("reached", ruling.reachedMicros())
                    .count("exchanges_before", ruling.exchangesBefore())
                    .put("provisional", ruling.provisional() ? true : null);
            feed.publish("ruling", JsonText.line(line.asMap()));
        }
    }
}
