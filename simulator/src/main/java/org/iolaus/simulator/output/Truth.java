package org.iolaus.simulator.output;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.iolaus.detection.exchange.Release;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Times;
import org.iolaus.simulator.campaign.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What really happened, for evaluation alone.
 *
 * @param scenario its name
 * @param seed the simulation's seed
 * @param scale the simulation's scale
 * @param releases models, in order of release
 * @param campaigns shapes that ran
 * @param cast everybody
 * @param reseller account that hostile end users hide in, or null
 * @param endUsers those end users
 */
public record Truth(
        String scenario,
        long seed,
        double scale,
        List<Release> releases,
        List<Shape> campaigns,
        List<Actor> cast,
        @Nullable String reseller,
        List<String> endUsers) {
    /** Number of accounts. */
    public int accounts() {
        return (int) cast.stream()
                .map(actor -> actor.account().accountId())
                .distinct()
                .count();
    }

    /** Number of exchanges. */
    public long exchanges() {
        return cast.stream().mapToLong(actor -> actor.times().length).sum();
    }

    void write(JsonGenerator generator) {
        generator.writeStringProperty("split", scenario);
        generator.writeNumberProperty("seed", seed);
        generator.writeNumberProperty("scale", scale);
        generator.writeNumberProperty("accounts", accounts());
        generator.writeNumberProperty("exchanges", exchanges());
        generator.writeObjectPropertyStart("campaigns");
        for (Shape shape : campaigns) {
            campaign(shape, members(shape), generator);
        }
        generator.writeEndObject();
        generator.writeObjectPropertyStart("inside_reseller");
        if (reseller != null) {
            generator.writeStringProperty("account_id", reseller);
            generator.writeArrayPropertyStart("end_users");
            endUsers.forEach(generator::writeString);
            generator.writeEndArray();
        }
        generator.writeEndObject();
        generator.writeObjectPropertyStart("times");
        for (Shape shape : campaigns) {
            for (Actor actor : members(shape)) {
                times(actor, generator);
            }
        }
        generator.writeEndObject();
    }

    private List<Actor> members(Shape shape) {
        return cast.stream()
                .filter(actor -> shape.name().equals(actor.label().campaign()))
                .toList();
    }

    private void campaign(Shape shape, List<Actor> members, JsonGenerator generator) {
        long exchanges =
                members.stream().mapToLong(actor -> actor.times().length).sum();
        long first = members.stream().mapToLong(actor -> actor.times()[0]).min().orElse(0);
        generator.writeObjectPropertyStart(shape.name());
        generator.writeStringProperty("tier", "simulated");
        generator.writeNumberProperty("accounts", members.size());
        generator.writeNumberProperty("exchanges", exchanges);
        generator.writeStringProperty("first", Times.seconds(first));
        generator.writeStringProperty("expect", shape.expect());
        if (shape.evasive()) {
            generator.writeBooleanProperty("evasive", true);
        }
        if (shape.work().pivot() > 0) {
            pivot(members, generator);
        }
        generator.writeArrayPropertyStart("kinds");
        shape.work().kinds().forEach(generator::writeString);
        generator.writeEndArray();
        generator.writeEndObject();
    }

    /** Its move to the newest model it moved to, if it lived to see one. */
    private void pivot(List<Actor> members, JsonGenerator generator) {
        for (Release release : releases.reversed()) {
            String usual = members.getFirst().access().models().usual();
            long moved =
                    members.stream().mapToLong(actor -> moved(actor, release)).sum();
            if (moved > 0) {
                generator.writeObjectPropertyStart("pivot");
                generator.writeStringProperty("from", usual);
                generator.writeStringProperty("to", release.model());
                generator.writeStringProperty("released", Times.seconds(release.releasedMicros()));
                generator.writeNumberProperty("exchanges", moved);
                generator.writeEndObject();
                return;
            }
        }
    }

    private static long moved(Actor actor, Release release) {
        boolean moves = actor.access().models().moves().stream()
                .anyMatch(move -> move.model().equals(release.model()));
        return !moves
                ? 0
                : IntStream.range(0, actor.times().length)
                        .filter(ordinal -> actor.model(ordinal).equals(release.model()))
                        .count();
    }

    /** In seconds, to the microsecond, as exchanges and flags have them: a batch makes dozens of exchanges in one second. */
    private static void times(Actor actor, JsonGenerator generator) {
        generator.writeArrayPropertyStart(actor.account().accountId());
        for (long time : actor.times()) {
            generator.writeNumber(BigDecimal.valueOf(time, 6));
        }
        generator.writeEndArray();
    }
}
