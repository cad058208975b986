package org.iolaus.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.service.server.LiveServiceConfig;

/** Tries a service and says how it is. */
public final class Doctor {
    private final Consumer<Check> told;

    /** @param told hears of each check as it is done */
    public Doctor(Consumer<Check> told) {
        this.told = told;
    }

    /**
     * Tries a service of its own under the settings given, from ingest to a gateway, with traffic made for it.
     *
     * @param folder new or empty; the caller removes it
     */
    public List<Check> tryOut(LiveServiceConfig config, Path folder) throws IOException, InterruptedException {
        Checkup checkup = new Checkup(told);
        Canary canary = new Canary(new SecureRandom().nextLong(), folder.resolve("canary"));
        try (TrialService service = new TrialService(config, folder.resolve("data"))) {
            if (checkup.check("started", service::start)) {
                look(checkup, checks(service.client(), service.stranger()));
                new Passage(canary, service, config.accountHeader()).follow(checkup);
            }
        }
        return checkup.checks();
    }

    /**
     * Looks at a running service and changes nothing of it.
     *
     * @param stranger a client with a key that is not valid
     */
    public List<Check> lookAt(ServiceClient service, ServiceClient stranger) throws InterruptedException {
        Checkup checkup = new Checkup(told);
        ServiceChecks checks = checks(service, stranger);
        if (look(checkup, checks)) {
            checkup.check("ingest", checks::dryExchange);
            checkup.check("decision", checks::decision);
            checkup.check("clock", checks::clock);
            checkup.check("detector", checks::detector);
            checkup.check("queue", checks::queue);
            checkup.check("snapshot", checks::snapshot);
        }
        return checkup.checks();
    }

    private static ServiceChecks checks(ServiceClient service, ServiceClient stranger) {
        return new ServiceChecks(service, stranger, InstantSource.system());
    }

    private static boolean look(Checkup checkup, ServiceChecks checks) throws InterruptedException {
        if (!checkup.check("reachable", checks::reachable)) {
            return false;
        }
        checkup.check("ready", checks::ready);
        checkup.check("locked", checks::locked);
        checkup.check("key", checks::scopes);
        return true;
    }
}
