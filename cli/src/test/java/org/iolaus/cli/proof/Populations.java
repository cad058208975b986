package org.iolaus.cli.proof;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.honest.Agency;
import org.iolaus.simulator.honest.AppPipeline;
import org.iolaus.simulator.honest.ClassRoom;
import org.iolaus.simulator.honest.Competition;
import org.iolaus.simulator.honest.Consumer;
import org.iolaus.simulator.honest.Coworking;
import org.iolaus.simulator.honest.Developer;
import org.iolaus.simulator.honest.EnterpriseSeats;
import org.iolaus.simulator.honest.EvaluationRunner;
import org.iolaus.simulator.honest.Family;
import org.iolaus.simulator.honest.FrameworkUser;
import org.iolaus.simulator.honest.Hackathon;
import org.iolaus.simulator.honest.JudgeResearcher;
import org.iolaus.simulator.honest.OwnKey;
import org.iolaus.simulator.honest.PhoneApp;
import org.iolaus.simulator.honest.PrivacyMinded;
import org.iolaus.simulator.honest.RemoteCourse;
import org.iolaus.simulator.honest.RemoteTeam;
import org.iolaus.simulator.honest.Reseller;
import org.iolaus.simulator.honest.Sanctioned;
import org.iolaus.simulator.honest.Specialist;
import org.iolaus.simulator.honest.ViralPrompt;
import org.iolaus.simulator.honest.VpnUser;

/** Populations that several tests share, each played and scanned once. */
final class Populations {
    private static final int DAYS = 7;

    private Populations() {}

    /** Every honest look-alike and campaigns of most shapes, side by side. */
    static Played everybody() {
        return Everybody.PLAYED;
    }

    /** Ordinary customers and a campaign that has content alone in common. */
    static Played scattered() {
        return Scattered.PLAYED;
    }

    /** One honest account that asks what a campaign's forty shards ask. */
    static Played counterfactual() {
        return Counterfactual.PLAYED;
    }

    /** Ordinary customers, and honest people whom one source ties. */
    static Played hosted() {
        return Hosted.PLAYED;
    }

    private static final class Everybody {
        static final Played PLAYED = Played.of(scenario(), 5);

        private static Scenario scenario() {
            List<Shape> shapes = new ArrayList<>();
            for (String name : List.of("residential", "cover70", "short", "reworded", "aged", "reseller")) {
                Shape shape = Scenarios.named(name).campaigns().getFirst();
                shapes.add(shape.scaled(60.0 / shape.size().accounts()));
            }
            List<Group> groups = new ArrayList<>(ordinary());
            groups.addAll(List.of(
                    new Group(new EvaluationRunner(), 8),
                    new Group(new ClassRoom(), 60),
                    new Group(new RemoteCourse(), 90),
                    new Group(new Hackathon(), 60),
                    new Group(new Agency(Agency.Order.REVIEWS), 45),
                    new Group(new JudgeResearcher(), 3),
                    new Group(new Sanctioned(), 12),
                    new Group(new Reseller(), 120)));
            return new Scenario("everybody", "Everybody", DAYS, groups, shapes);
        }
    }

    private static final class Scattered {
        static final Played PLAYED = Played.of(
                new Scenario(
                        "scattered",
                        "Content in common",
                        DAYS,
                        ordinary(),
                        Scenarios.named("scattered").campaigns()),
                5);
    }

    private static final class Counterfactual {
        static final Played PLAYED = Played.of(scenario(), 2);

        /** The scenario without its pipelines, which make a quarter of the traffic. */
        private static Scenario scenario() {
            Scenario whole = Scenarios.named("counterfactual");
            List<Group> groups = whole.groups().stream()
                    .filter(group -> !(group.archetype() instanceof AppPipeline))
                    .toList();
            return new Scenario(whole.name(), whole.summary(), whole.days(), groups, whole.campaigns());
        }
    }

    private static final class Hosted {
        static final Played PLAYED = Played.of(scenario(), 1);

        private static Scenario scenario() {
            List<Group> groups = new ArrayList<>(ordinary());
            groups.addAll(List.of(
                    new Group(new Competition(), 120),
                    new Group(new OwnKey(), 120),
                    new Group(new PhoneApp(), 120),
                    new Group(new RemoteTeam(), 40),
                    new Group(new RemoteTeam(), 40)));
            return new Scenario("hosted", "One source", DAYS, groups, List.of());
        }
    }

    private static List<Group> ordinary() {
        return List.of(
                new Group(new Consumer(), 550),
                new Group(new Developer(), 200),
                new Group(new FrameworkUser(), 60),
                new Group(new AppPipeline(), 4),
                new Group(new EnterpriseSeats(), 50),
                new Group(new VpnUser(), 60),
                new Group(new Family(), 45),
                new Group(new PrivacyMinded(), 25),
                new Group(new Specialist(), 3),
                new Group(new ViralPrompt(), 25),
                new Group(new Coworking(), 15));
    }
}
