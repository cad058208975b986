package org.iolaus.simulator.actor;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.simulator.text.Speech;
import org.iolaus.simulator.text.Text;

/** Writes exchanges as JSON lines. Not thread-safe: one a worker. */
public final class Renderer {
    private static final int KNOWN_PARAMETERS = 4096;
    /** Sets what is declined apart from other chances of an exchange. */
    private static final long REFUSALS = 0x2ef05eL;

    private final Draft draft = new Draft();
    private final Draft earlier = new Draft();
    private final Text reply = new Text();
    private final Map<Parameters, String> parameterTexts = new HashMap<>();

    /** Appends the line of one exchange. */
    public void render(Actor actor, int ordinal, long number, JsonBuffer out) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(actor.seed(), ordinal));
        boolean followsUp = actor.followsUp(ordinal);
        int opening = actor.conversation(ordinal);
        draft.clear(actor.times()[ordinal], opening, followsUp);
        if (followsUp) {
            earlier.clear(actor.times()[ordinal - 1], opening, ordinal - 1 > opening);
            SplittableRandom before = new SplittableRandom(Seeds.mix(actor.seed(), ordinal - 1L));
            actor.script().write(earlier, ordinal - 1, actor.seed(), before);
            reply.clear();
            actor.script().grammar().expand("reply", new Speech(before), reply);
        }
        actor.script().write(draft, ordinal, actor.seed(), random);
        long time = actor.times()[ordinal];
        head(actor, ordinal, opening, number, time, out);
        network(actor, time, out);
        out.raw(",\"request\":{");
        if (!draft.system.isEmpty()) {
            out.raw("\"system\":").quoted(draft.system).raw(",");
        }
        messages(followsUp, out);
        tools(out);
        parameters(actor.access().parameters(), out);
        boolean refused =
                actor.access().logsRefusals() && Seeds.unit(actor.seed() ^ REFUSALS, ordinal) < draft.refusals();
        out.raw("},\"response\":{\"finish_reason\":\"").raw(refused ? "refusal\",\"refused\":true}" : "stop\"}");
        usage(followsUp, refused, random, out);
        out.raw(",\"status\":200}\n");
    }

    private static void head(Actor actor, int ordinal, int opening, long number, long time, JsonBuffer out) {
        out.raw("{\"id\":\"x").raw(number).raw("\",\"time\":\"").time(time);
        out.raw("\",\"account_id\":\"").raw(actor.account().accountId());
        if (actor.account().organizationId() != null) {
            out.raw("\",\"organization_id\":\"").raw(actor.account().organizationId());
        }
        long conversation = Seeds.mix(actor.seed() ^ 0xc0L, opening) >>> 8;
        out.raw("\",\"conversation_id\":\"c").hex(conversation);
        if (actor.endUserId() != null) {
            out.raw("\",\"end_user_id\":\"").raw(actor.endUserId());
        }
        out.raw("\",\"pathway\":\"").raw(actor.access().pathway());
        out.raw("\",\"operation\":\"chat\",\"model\":\"").raw(actor.model(ordinal));
        out.raw("\",");
    }

    private static void network(Actor actor, long time, JsonBuffer out) {
        Exit exit = actor.route().at(actor.seed(), time);
        Client client = actor.access().program().at(actor.seed(), time);
        out.raw("\"network\":{\"ip\":\"").raw(exit.ip()).raw("\",\"asn\":").raw(exit.asn());
        out.raw(",\"country\":\"").raw(exit.country()).raw("\",\"ja4\":\"").raw(client.ja4());
        out.raw("\",\"user_agent\":").quoted(client.userAgent()).raw("}");
    }

    private void messages(boolean followsUp, JsonBuffer out) {
        out.raw("\"messages\":[");
        if (followsUp) {
            out.raw("{\"role\":\"user\",\"content\":").quoted(earlier.user);
            out.raw("},{\"role\":\"assistant\",\"content\":").quoted(reply).raw("},");
        }
        out.raw("{\"role\":\"user\",\"content\":");
        if (draft.images() == 0) {
            out.quoted(draft.user);
        } else {
            out.raw("[{\"type\":\"text\",\"text\":").quoted(draft.user).raw("}");
            for (int i = 0; i < draft.images(); i++) {
                out.raw(",{\"type\":\"image\"}");
            }
            out.raw("]");
        }
        out.raw("}]");
    }

    private void tools(JsonBuffer out) {
        for (int i = 0; i < draft.tools.size(); i++) {
            out.raw(i == 0 ? ",\"tools\":[" : ",").quoted(draft.tools.get(i));
        }
        if (!draft.offered().isEmpty()) {
            out.raw(draft.tools.isEmpty() ? ",\"tools\":[" : ",").quotedLines(draft.offered());
        }
        if (!draft.tools.isEmpty() || !draft.offered().isEmpty()) {
            out.raw("]");
        }
    }

    private void parameters(Parameters parameters, JsonBuffer out) {
        String text = parameterTexts.get(parameters);
        if (text == null) {
            text = text(parameters);
            if (parameterTexts.size() == KNOWN_PARAMETERS) {
                parameterTexts.clear();
            }
            parameterTexts.put(parameters, text);
        }
        out.raw(text);
    }

    private static String text(Parameters parameters) {
        StringBuilder out = new StringBuilder(",\"parameters\":{\"temperature\":");
        out.append(parameters.temperature()).append(",\"max_tokens\":").append(parameters.maxTokens());
        if (parameters.logprobs()) {
            out.append(",\"logprobs\":true");
        }
        if (parameters.n() > 0) {
            out.append(",\"n\":").append(parameters.n());
        }
        if (parameters.stream()) {
            out.append(",\"stream\":true");
        }
        if (parameters.reasoningEffort() != null) {
            out.append(",\"reasoning_effort\":\"")
                    .append(parameters.reasoningEffort())
                    .append('"');
        }
        return out.append('}').toString();
    }

    private void usage(boolean followsUp, boolean refused, SplittableRandom random, JsonBuffer out) {
        int text =
                draft.system.length() + draft.user.length() + (followsUp ? earlier.user.length() + reply.length() : 0);
        double spread = Math.exp(0.8 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2);
        double median = refused ? Refusals.LENGTH : draft.outputMedian();
        long output = Math.max(1, (long) (median * spread));
        out.raw(",\"usage\":{\"input_tokens\":")
                .raw(text / 4 + 8L)
                .raw(",\"output_tokens\":")
                .raw(output)
                .raw("}");
    }
}
