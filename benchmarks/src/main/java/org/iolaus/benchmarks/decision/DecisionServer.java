package org.iolaus.benchmarks.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.access.Caller;
import org.iolaus.service.access.Route;
import org.iolaus.service.access.Scope;
import org.iolaus.service.decision.AccountDirectory;
import org.iolaus.service.decision.CampaignTraces;
import org.iolaus.service.decision.DecisionRecorder;
import org.iolaus.service.decision.DecisionRoutes;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.decision.References;
import org.iolaus.service.decision.SignupDesk;
import org.iolaus.service.decision.WatermarkKeys;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.events.EventFeed;
import org.iolaus.service.gateway.GatewayConfig;
import org.iolaus.service.gateway.GatewayRoutes;
import org.iolaus.service.policy.MemoryProgrammeLedger;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.PolicyReader;
import org.iolaus.service.server.ApiServer;
import org.iolaus.service.server.HttpMeters;
import org.iolaus.service.server.ServerConfig;

/**
 * The service's own server with as many decisions as asked for, and nothing else: no log, no detector. Prints the port
 * and waits to be ended. Arguments: port, number of decisions, policy file.
 */
public final class DecisionServer {
    private static final int BATCH = 10_000;

    private DecisionServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Policy policy = PolicyReader.read(Path.of(arguments[2]));
        InstantSource clock = InstantSource.system();
        Decisions decisions = new Decisions(
                policy,
                new Decisions.Sources(
                        AccountDirectory.EMPTY,
                        new MemoryProgrammeLedger(),
                        new References("a secret of no service".getBytes(UTF_8)),
                        WatermarkKeys.NONE,
                        DecisionRecorder.NONE),
                clock);
        fill(decisions, count, clock.millis() * 1000);
        EventFeed events = new EventFeed(1);
        SignupDesk signups = new SignupDesk(() -> policy, new CampaignTraces(AccountDirectory.EMPTY), clock);
        List<Route> routes = new ArrayList<>(new DecisionRoutes(decisions, signups, events, clock).routes());
        routes.addAll(GatewayRoutes.of(decisions, GatewayConfig.DEFAULT));
        Optional<Caller> caller = Optional.of(new Caller("bench", "bench", Set.of(Scope.DECIDE)));
        ApiServer server = ApiServer.start(
                config(port), routes, List.of(), presented -> caller, HttpMeters.registry(), () -> true, "bench");
        System.out.println("port " + server.port() + " decisions " + decisions.size());
        Thread.currentThread().join();
    }

    /** A third each is restricted, asked to verify, and observed. */
    private static void fill(Decisions decisions, int count, long micros) {
        Verdict[] verdicts = {Verdict.RESTRICT, Verdict.VERIFY, Verdict.OBSERVE};
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int group = 1 + i / 1000;
            rulings.add(new Ruling(
                    "acct-" + i, null, verdicts[i % verdicts.length], group, "cmp-" + group, micros, 10, false));
            if (rulings.size() == BATCH || i == count - 1) {
                decisions.ruled(rulings);
                rulings.clear();
            }
        }
    }

    private static ServerConfig config(int port) {
        return new ServerConfig(
                "127.0.0.1",
                port,
                null,
                null,
                1 << 20,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                4096,
                Integer.MAX_VALUE);
    }
}
