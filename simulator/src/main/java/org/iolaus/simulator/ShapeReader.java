package org.iolaus.simulator;

import org.iolaus.simulator.campaign.Exits;
import org.iolaus.simulator.campaign.Exits.Network;
import org.iolaus.simulator.campaign.Life;
import org.iolaus.simulator.campaign.Life.Signup;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.campaign.Size;
import org.iolaus.simulator.campaign.Tempo;
import org.iolaus.simulator.campaign.Tempo.Clock;
import org.iolaus.simulator.campaign.Ties;
import org.iolaus.simulator.campaign.Work;
import org.iolaus.simulator.campaign.guise.Firm;
import org.iolaus.simulator.campaign.guise.Guise;
import org.iolaus.simulator.campaign.guise.Organization;
import org.iolaus.simulator.campaign.guise.SchoolClass;
import org.iolaus.simulator.campaign.guise.Strangers;
import org.iolaus.simulator.campaign.method.Method;
import org.iolaus.simulator.campaign.method.Probing;
import org.iolaus.simulator.campaign.method.Replay;
import org.iolaus.simulator.campaign.method.Shards;
import org.iolaus.simulator.campaign.method.Sweep;
import org.iolaus.simulator.yaml.YamlMap;

/** Reads a campaign's knobs; those left out are middling: rented exits, shared cards, bursts of sign-ups, some cover. */
final class ShapeReader {
    private ShapeReader() {}

    static Shape shape(YamlMap campaign) {
        Size size = campaign.map("size").read(ShapeReader::size);
        return new Shape(
                campaign.text("name"),
                campaign.text("expect", "restrict"),
                campaign.flag("evasive", false),
                guise(campaign.text("guise", "strangers")),
                size,
                campaign.map("work").read(ShapeReader::work),
                campaign.map("exits").read(exits -> exits(exits, size)),
                campaign.map("life").read(ShapeReader::life),
                campaign.map("tempo").read(ShapeReader::tempo),
                campaign.map("ties").read(ShapeReader::ties));
    }

    private static Size size(YamlMap size) {
        int accounts = size.whole("accounts");
        int endUsers = size.whole("end_users", 0);
        if (!size.has("total")) {
            return new Size(accounts, size.number("exchanges"), endUsers, false);
        }
        if (size.has("exchanges") || accounts < 1) {
            throw new IllegalArgumentException("size must have accounts and either exchanges or total, not both");
        }
        return Size.total(accounts, size.number("total"), endUsers);
    }

    private static Work work(YamlMap work) {
        return new Work(
                work.texts("kinds"),
                work.whole("wordings", 3),
                work.number("cover", 0.2),
                work.flag("reworded", false),
                work.number("pivot", 0.45),
                work.whole("answer_tokens", 1100),
                work.flag("system", true),
                work.text("copies", ""),
                method(work));
    }

    private static Method method(YamlMap work) {
        String name = work.text("method", "shards");
        return switch (name) {
            case "shards" -> new Shards();
            case "sweep" -> new Sweep();
            case "probing" -> new Probing(work.whole("probes", 300));
            case "replay" -> new Replay(work.whole("replays", 4));
            default ->
                throw new IllegalArgumentException(
                        "method " + name + " must be one of [shards, sweep, probing, replay]");
        };
    }

    private static Guise guise(String name) {
        return switch (name) {
            case "strangers" -> new Strangers();
            case "organization" -> new Organization();
            case "firm" -> new Firm();
            case "class" -> new SchoolClass();
            default ->
                throw new IllegalArgumentException(
                        "guise " + name + " must be one of [strangers, organization, firm, class]");
        };
    }

    private static Exits exits(YamlMap exits, Size size) {
        return new Exits(
                exits.choice("network", Network.DATACENTRE),
                exits.whole("per_account", 5),
                exits.whole("pool", Math.max(12, size.accounts() / 4)),
                exits.whole("rotation_minutes", 60),
                exits.whole("client_minutes", 0));
    }

    private static Life life(YamlMap life) {
        return new Life(
                life.choice("signup", Signup.BURSTS),
                life.whole("accounts_per_card", 12),
                life.number("days", 0),
                life.number("from", 0),
                life.number("to", 1),
                life.flag("standby", false),
                life.number("aged_in", 0),
                life.text("plan", ""));
    }

    private static Tempo tempo(YamlMap tempo) {
        return new Tempo(tempo.choice("clock", Clock.ROUND_THE_CLOCK), tempo.whole("jitter_minutes", 0));
    }

    private static Ties ties(YamlMap ties) {
        return new Ties(ties.text("continues", ""), ties.text("template_of", ""), ties.flag("mirrored", false));
    }
}
