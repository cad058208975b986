package org.iolaus.simulator;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.Scenario.Twist;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.campaign.Shape.Clock;
import org.iolaus.simulator.campaign.Shape.Network;
import org.iolaus.simulator.campaign.Shape.Signup;
import org.iolaus.simulator.honest.Agency;
import org.iolaus.simulator.honest.AppPipeline;
import org.iolaus.simulator.honest.ClassRoom;
import org.iolaus.simulator.honest.Consumer;
import org.iolaus.simulator.honest.Coworking;
import org.iolaus.simulator.honest.Developer;
import org.iolaus.simulator.honest.EnterpriseSeats;
import org.iolaus.simulator.honest.EvaluationRunner;
import org.iolaus.simulator.honest.Family;
import org.iolaus.simulator.honest.FrameworkUser;
import org.iolaus.simulator.honest.Hackathon;
import org.iolaus.simulator.honest.JudgeResearcher;
import org.iolaus.simulator.honest.PrivacyMinded;
import org.iolaus.simulator.honest.RemoteCourse;
import org.iolaus.simulator.honest.Reseller;
import org.iolaus.simulator.honest.Sanctioned;
import org.iolaus.simulator.honest.Specialist;
import org.iolaus.simulator.honest.ViralPrompt;
import org.iolaus.simulator.honest.VpnUser;

/** The scenarios by name. */
public final class Scenarios {
    private static final int TWO_WEEKS = 14;
    private static final String[] AGENTIC = {"agentic-coding", "tool-use", "coding"};
    private static final String[] MINDS = {"reasoning", "rubric", "rewrite"};
    private static final String[] PROBES = {"refusal", "instructions", "rewrite"};
    private static final String[] SIGHT = {"computer-use", "vision", "data-analysis"};

    private Scenarios() {}

    /** All scenarios, in the order of the documentation. */
    public static List<Scenario> all() {
        Shape base = Shape.plain("hydra", 120, 90, AGENTIC);
        return List.of(
                demo(),
                of(
                        "scattered",
                        "Scattered addresses, unique cards, popular clients: asking to verify is right",
                        Shape.plain("scattered", 120, 90, MINDS)
                                .from(Network.SCATTERED, 1, 1, 600)
                                .cards(1)
                                .signedUp(Signup.GRADUAL)
                                .expecting("verify")),
                of(
                        "residential",
                        "Residential exits shared with honest homes",
                        Shape.plain("residential", 120, 90, AGENTIC).from(Network.RESIDENTIAL, 6, 90, 120)),
                of(
                        "cover70",
                        "Seven in ten exchanges are cover",
                        Shape.plain("cover70", 120, 120, SIGHT).covered(0.7)),
                of(
                        "short",
                        "Twelve exchanges an account",
                        Shape.plain("short", 150, 12, MINDS).covered(0.1)),
                of(
                        "jitter3h",
                        "Batches with delays of up to three hours",
                        Shape.plain("jitter3h", 120, 90, AGENTIC).working(Clock.BATCHES, 180)),
                of(
                        "reworded",
                        "Every account words its prompts anew",
                        Shape.plain("reworded", 120, 90, MINDS).rewording()),
                of(
                        "aged",
                        "Accounts made a year before",
                        Shape.plain("aged", 120, 90, AGENTIC).signedUp(Signup.AGED)),
                new Scenario(
                        "remote-course",
                        "One sheet from a hundred homes, beside a campaign",
                        TWO_WEEKS,
                        with(new Group(new RemoteCourse(), 140)),
                        List.of(base),
                        Twist.NONE),
                new Scenario(
                        "agency",
                        "A labelling agency's workers, beside a campaign",
                        TWO_WEEKS,
                        with(new Group(new Agency(), 60)),
                        List.of(base),
                        Twist.NONE),
                new Scenario(
                        "hackathon",
                        "Accounts made on the spot, beside a campaign",
                        TWO_WEEKS,
                        with(new Group(new Hackathon(), 90)),
                        List.of(base),
                        Twist.NONE),
                new Scenario(
                        "honest",
                        "Every honest archetype and no campaign",
                        TWO_WEEKS,
                        everybody(),
                        List.of(),
                        Twist.NONE),
                new Scenario(
                        "reseller",
                        "A campaign half of which hides inside a reseller's account",
                        TWO_WEEKS,
                        with(new Group(new Reseller(), 500)),
                        List.of(Shape.plain("reseller", 60, 90, AGENTIC).inside(60)),
                        Twist.NONE),
                new Scenario(
                        "regrown",
                        "A campaign that comes back after its ban",
                        TWO_WEEKS,
                        base(1),
                        List.of(
                                Shape.plain("regrown-1", 90, 130, AGENTIC).living(0, 0, 0.5),
                                Shape.plain("regrown-2", 90, 130, AGENTIC)
                                        .living(0, 0.55, 1)
                                        .signedUp(Signup.FRESH)),
                        Twist.REGROWN),
                new Scenario(
                        "churn",
                        "Accounts banned after two days and replaced within the hour",
                        TWO_WEEKS,
                        base(1),
                        List.of(Shape.plain("churn", 50, 160, AGENTIC).living(2.5, 0, 1)),
                        Twist.NONE),
                new Scenario(
                        "mixed",
                        "Everybody and five campaigns of different shapes",
                        TWO_WEEKS,
                        everybody(),
                        List.of(
                                Shape.plain("large", 160, 100, AGENTIC),
                                Shape.plain("night", 60, 80, PROBES)
                                        .working(Clock.BATCHES, 5)
                                        .cards(6),
                                Shape.plain("slow", 45, 30, SIGHT)
                                        .working(Clock.HUMAN, 0)
                                        .covered(0.5)
                                        .from(Network.SHARED_VPN, 4, 30, 240),
                                Shape.plain("scattered", 60, 80, MINDS)
                                        .from(Network.SCATTERED, 1, 1, 600)
                                        .cards(1)
                                        .signedUp(Signup.GRADUAL)
                                        .expecting("verify"),
                                Shape.plain("homes", 50, 80, AGENTIC)
                                        .from(Network.RESIDENTIAL, 6, 60, 120)
                                        .cards(8)),
                        Twist.NONE),
                new Scenario(
                        "counterfactual",
                        "The same items by one honest account and by forty shards",
                        TWO_WEEKS,
                        base(1),
                        List.of(Shape.plain("pair-sharded", 40, 60, "reasoning").covered(0)),
                        Twist.PAIR),
                new Scenario(
                        "bulk",
                        "Millions of exchanges for benchmarks",
                        TWO_WEEKS,
                        everybody(),
                        List.of(base, Shape.plain("minds", 80, 90, MINDS)),
                        Twist.NONE));
    }

    /** The scenario of a name. */
    public static Scenario named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scenario " + name + " must be one of "
                        + all().stream().map(Scenario::name).toList() + "\nMaybe list them with: simulate --list"));
    }

    private static Scenario demo() {
        List<Group> groups = List.of(
                new Group(new Consumer(), 640),
                new Group(new Developer(), 300),
                new Group(new FrameworkUser(), 90),
                new Group(new AppPipeline(), 40),
                new Group(new EvaluationRunner(), 6),
                new Group(new EnterpriseSeats(), 60),
                new Group(new VpnUser(), 60),
                new Group(new Family(), 40),
                new Group(new ClassRoom(), 60),
                new Group(new Coworking(), 20),
                new Group(new Specialist(), 4));
        return new Scenario(
                "demo",
                "A small labelled traffic of a week with three campaigns",
                7,
                groups,
                List.of(
                        Shape.plain("argos", 70, 130, AGENTIC),
                        Shape.plain("lethe", 40, 90, MINDS).working(Clock.BATCHES, 20),
                        Shape.plain("styx", 30, 80, SIGHT).covered(0.5).from(Network.SHARED_VPN, 4, 24, 120)),
                Twist.NONE);
    }

    private static Scenario of(String name, String summary, Shape shape) {
        return new Scenario(name, summary, TWO_WEEKS, base(1), List.of(shape), Twist.NONE);
    }

    /** The population every scenario starts from, a number of times over. */
    private static List<Group> base(int times) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            groups.addAll(List.of(
                    new Group(new Consumer(), 700),
                    new Group(new Developer(), 320),
                    new Group(new FrameworkUser(), 90),
                    new Group(new AppPipeline(), 45),
                    new Group(new EvaluationRunner(), 8),
                    new Group(new EnterpriseSeats(), 60),
                    new Group(new VpnUser(), 70),
                    new Group(new Family(), 60),
                    new Group(new PrivacyMinded(), 30),
                    new Group(new Specialist(), 5),
                    new Group(new ViralPrompt(), 30),
                    new Group(new Coworking(), 20)));
        }
        return groups;
    }

    private static List<Group> with(Group more) {
        List<Group> groups = base(1);
        groups.add(more);
        return groups;
    }

    private static List<Group> everybody() {
        List<Group> groups = base(2);
        groups.addAll(List.of(
                new Group(new ClassRoom(), 80),
                new Group(new RemoteCourse(), 110),
                new Group(new Hackathon(), 70),
                new Group(new Agency(), 45),
                new Group(new JudgeResearcher(), 5),
                new Group(new Sanctioned(), 12),
                new Group(new Reseller(), 250)));
        return groups;
    }
}
