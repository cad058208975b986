package org.iolaus.benchmarks.bound;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.Arrays;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.jspecify.annotations.Nullable;

/** What one account shows by itself: volume, tokens, capabilities, variety, clock and facts. Not thread-safe. */
final class OwnFeatures {
    /** Numbers that {@link #row} gives. */
    static final int SIZE = 25 + Capability.values().length;

    private static final double HOUR_MICROS = 3_600_000_000.0;
    private static final int HOURS = 24;

    private final LongArrayList times = new LongArrayList();
    private final double[] capabilities = new double[Capability.values().length];
    private final double[] byHour = new double[HOURS];
    private final LongOpenHashSet items = new LongOpenHashSet();
    private final LongOpenHashSet openings = new LongOpenHashSet();
    private final LongOpenHashSet systems = new LongOpenHashSet();
    private final LongOpenHashSet addresses = new LongOpenHashSet();
    private final LongOpenHashSet clients = new LongOpenHashSet();
    private final LongOpenHashSet conversations = new LongOpenHashSet();
    private final Set<String> models = new ObjectOpenHashSet<>();
    private double input;
    private double output;
    private double outputSquares;
    private double longest;
    private double reasoning;
    private double asked;
    private double words;
    private double refused;
    private double withSystem;
    private double withTools;

    void add(Fingerprint exchange) {
        times.add(exchange.timeMicros());
        byHour[(int) Math.floorMod(Math.floorDiv(exchange.timeMicros(), (long) HOUR_MICROS), HOURS)]++;
        for (Capability capability : Capability.values()) {
            capabilities[capability.ordinal()] += exchange.score(capability);
        }
        items.add(exchange.item());
        openings.add(exchange.opening());
        systems.add(exchange.system());
        addresses.add(exchange.ip());
        clients.add(exchange.client());
        conversations.add(exchange.conversation());
        models.add(exchange.model());
        double answer = Math.log1p(Math.max(0, exchange.outputTokens()));
        input += Math.log1p(Math.max(0, exchange.inputTokens()));
        output += answer;
        outputSquares += answer * answer;
        longest = Math.max(longest, answer);
        reasoning += Math.log1p(Math.max(0, exchange.reasoningTokens()));
        asked += Math.log1p(Math.max(0, exchange.maxTokens()));
        words += Math.log1p(exchange.turnTokens());
        refused += exchange.refused() ? 1 : 0;
        withSystem += exchange.system() == 0 ? 0 : 1;
        withTools += exchange.tools() == 0 ? 0 : 1;
    }

    /** Shares of exchanges by hour of the day. */
    double[] clock() {
        double count = Math.max(1, times.size());
        return Arrays.stream(byHour).map(each -> each / count).toArray();
    }

    float[] row(@Nullable AccountFingerprint facts, long endMicros) {
        double count = Math.max(1, times.size());
        Account account = facts == null ? null : facts.account();
        double mean = output / count;
        double[] own = {
            Math.log1p(times.size()),
            input / count,
            mean,
            Math.sqrt(Math.max(0, outputSquares / count - mean * mean)),
            longest,
            reasoning / count,
            asked / count,
            words / count,
            refused / count,
            withSystem / count,
            withTools / count,
            items.size() / count,
            openings.size() / count,
            systems.size(),
            Math.log1p(addresses.size()),
            clients.size(),
            conversations.size() / count,
            models.size(),
            activeHours(),
            variation(),
            times.isEmpty() ? 0 : (times.getLong(times.size() - 1) - times.getLong(0)) / HOUR_MICROS,
            account == null || account.type() == null ? -1 : account.type().ordinal(),
            account == null ? -1 : account.verification().ordinal(),
            account == null ? -1 : (endMicros - account.createdMicros()) / HOUR_MICROS,
            account == null || times.isEmpty() ? -1 : (times.getLong(0) - account.createdMicros()) / HOUR_MICROS
        };
        float[] row = new float[SIZE];
        for (int i = 0; i < own.length; i++) {
            row[i] = (float) own[i];
        }
        for (int i = 0; i < capabilities.length; i++) {
            row[own.length + i] = (float) (capabilities[i] / count);
        }
        return row;
    }

    private double activeHours() {
        return Arrays.stream(byHour).filter(each -> each > 0).count();
    }

    /** Coefficient of variation of the gaps between exchanges. */
    private double variation() {
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < times.size(); i++) {
            double gap = times.getLong(i) - times.getLong(i - 1);
            sum += gap;
            squares += gap * gap;
        }
        double gaps = times.size() - 1.0;
        return gaps < 2 || sum == 0 ? -1 : Math.sqrt(Math.max(0, squares * gaps / (sum * sum) - 1));
    }
}
