package org.iolaus.service.server;

import com.linecorp.armeria.server.grpc.GrpcService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.access.Route;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.decision.AccountDirectory;
import org.iolaus.service.decision.CampaignTraces;
import org.iolaus.service.decision.DecisionRecorder;
import org.iolaus.service.decision.DecisionRoutes;
import org.iolaus.service.decision.DecisionThread;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.decision.PolicyRoutes;
import org.iolaus.service.decision.References;
import org.iolaus.service.decision.SignupDesk;
import org.iolaus.service.decision.Subject;
import org.iolaus.service.decision.WatermarkKeys;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.events.EventFeed;
import org.iolaus.service.gateway.GatewayConfig;
import org.iolaus.service.gateway.GatewayRoutes;
import org.iolaus.service.policy.LivePolicy;
import org.iolaus.service.policy.PolicyException;
import org.iolaus.service.policy.ProgrammeLedger;
import org.iolaus.watermark.keys.KeyRingFile;
import org.jspecify.annotations.Nullable;

/** Policy, decisions and their ways out, put together. */
final class DecisionParts implements AutoCloseable {
    private static final String POLICY = "policy.yaml";

    private final LivePolicy policy;
    private final Decisions decisions;
    private final DecisionThread thread;
    private final GatewayConfig gateway;
    private final List<Route> routes = new ArrayList<>();

    DecisionParts(
            DecisionConfig config,
            Path data,
            LiveDetector detector,
            byte[] referenceSecret,
            ProgrammeLedger programmes,
            DecisionRecorder recorder,
            EventFeed feed,
            InstantSource clock)
            throws IOException {
        gateway = config.gateway();
        policy = policy(config.policy(), data);
        AccountDirectory accounts = new Accounts(detector.accounts());
        Decisions.Sources sources = new Decisions.Sources(
                accounts, programmes, new References(referenceSecret), watermarks(config.watermarkKeys()), recorder);
        decisions = new Decisions(policy.policy(), sources, clock);
        CampaignTraces traces = new CampaignTraces(accounts);
        thread = new DecisionThread(decisions, traces, policy);
        policy.listen(thread::policyChanged);
        detector.listen(thread);
        detector.listenToAccounts(account -> thread.accountChanged(account.accountId()));
        SignupDesk signups = new SignupDesk(policy::policy, traces, clock);
        routes.addAll(new DecisionRoutes(decisions, signups, feed, clock).routes());
        routes.addAll(new PolicyRoutes(decisions, policy, accounts, programmes, clock).routes());
        routes.addAll(GatewayRoutes.of(decisions, gateway));
    }

    /** The file named, or the one in the data folder, which begins as the commented example. */
    private static LivePolicy policy(@Nullable Path given, Path data) throws IOException {
        Path file = given == null ? data.resolve(POLICY) : given;
        if (given == null && Files.notExists(file)) {
            try (InputStream example = DecisionParts.class.getResourceAsStream(POLICY)) {
                if (example == null) {
                    throw new IllegalStateException("the example of a policy must be packed with the service");
                }
                Files.copy(example, file);
            }
        }
        try {
            return new LivePolicy(file);
        } catch (PolicyException e) {
            throw new InvalidConfiguration("policy " + file + ": " + e.getMessage());
        }
    }

    private static WatermarkKeys watermarks(@Nullable Path ring) throws IOException {
        return ring == null
                ? WatermarkKeys.NONE
                : new WatermarkKeys(KeyRingFile.read(ring).schedule());
    }

    Decisions decisions() {
        return decisions;
    }

    /** Takes up since when decisions stood before a restart; to be called before verdicts come. */
    void restore(Map<String, Instant> since) {
        decisions.restore(since);
    }

    /** Takes a person's decision; does not wait. */
    void reviewed(Review review) {
        thread.reviewed(review);
    }

    /** Takes the reviewers' decision to block; does not wait. */
    void blocked(Subject subject) {
        thread.blocked(subject);
    }

    List<Route> routes() {
        return routes;
    }

    GrpcService envoy() {
        return GatewayRoutes.envoy(decisions, gateway);
    }

    /** Judges everybody once; to be called when the log has been read back. */
    void begin() {
        thread.policyChanged(policy.policy());
        thread.settled().join();
        decisions.restored();
    }

    @Override
    public void close() {
        thread.close();
    }
}
