package org.iolaus.detection.fingerprint;

import java.util.List;
import java.util.function.Function;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.iolaus.detection.fingerprint.Hashes.Kind;
import org.iolaus.detection.fingerprint.text.Mixer;
import org.iolaus.detection.fingerprint.text.Shingles;
import org.iolaus.detection.fingerprint.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Turns exchanges into fingerprints. The bytes of a text are read once into tokens; hashes, shingles and capability
 * features all come from those. System prompts repeat, so their results are cached by the hash of their bytes.
 *
 * <p>Case, width, accents, white space and punctuation do not change any text hash. Numbers are one class in openings,
 * shingles and system prompts, and themselves in items. One instance a thread.
 */
public final class Fingerprinter {
    private static final int CACHED_PROMPTS = 1 << 14;

    private final FingerprintConfig config;
    private final Function<Network, NetworkKind> addressLists;
    private final Hashes hashes;
    private final StringHashes strings;
    private final ExchangeHash exchangeHash;
    private final Tokens systemTokens = new Tokens();
    private final TurnText turn;
    private final CapabilityScorer capabilityScorer;
    private final Shingles turnShingles;
    private final Shingles systemShingles;
    private final @Nullable SystemPrompt[] prompts = new SystemPrompt[CACHED_PROMPTS];

    /** A fingerprinter without address lists: every network is {@link NetworkKind#UNKNOWN}. */
    public Fingerprinter(FingerprintConfig config, CapabilityModel model) {
        this(config, model, network -> NetworkKind.UNKNOWN);
    }

    /** A fingerprinter that asks {@code addressLists} what is known of an address. */
    public Fingerprinter(FingerprintConfig config, CapabilityModel model, Function<Network, NetworkKind> addressLists) {
        this.config = config;
        this.addressLists = addressLists;
        hashes = new Hashes(config.hashKey());
        strings = new StringHashes(hashes);
        exchangeHash = new ExchangeHash(hashes, strings);
        turn = new TurnText(config);
        capabilityScorer = new CapabilityScorer(model);
        turnShingles = new Shingles(hashes.key(Kind.SHINGLE), config.shingleTokens(), config.shingleRate());
        systemShingles = new Shingles(hashes.key(Kind.SYSTEM_SHINGLE), config.shingleTokens(), config.shingleRate());
    }

    /** Fingerprints an exchange; values that it lacks are 0. */
    public Fingerprint fingerprint(Exchange exchange) {
        Network network = exchange.network();
        Request request = exchange.request();
        Address address = network.ip() == null ? null : Address.parse(network.ip());
        SystemPrompt system = system(request.system());
        turn.read(request.turn());
        return new Fingerprint(
                exchange.timeMicros(),
                hashes.of(Kind.KEY, strings.of(exchange.source()), hashes.string(exchange.id())),
                exchangeHash.of(exchange, system.raw()),
                exchange.accountId(),
                hashes.account(strings.of(exchange.accountId())),
                exchange.endUserId(),
                endUser(exchange),
                exchange.model(),
                exchange.pathway(),
                address == null ? hashes.string(network.ip()) : address(Kind.IP, address),
                address == null ? 0 : address(Kind.PREFIX, address.prefix()),
                address == null ? 0 : address(Kind.SUPERNET, address.supernet()),
                addressLists.apply(network),
                client(network),
                system.hash(),
                system.shingles(),
                tools(request.tools()),
                keyed(Kind.OPENING, turn.opening()),
                turnShingles.sample(turn.tokens(), config.maxShingles()),
                keyed(Kind.ITEM, turn.item()),
                turn.tokenCount(),
                capabilities(system, request, exchange.response()),
                exchange.usage().inputTokens(),
                exchange.usage().outputTokens(),
                exchange.usage().reasoningTokens(),
                request.parameters().maxTokens(),
                Boolean.TRUE.equals(exchange.response().refused()),
                conversation(exchange));
    }

    private SystemPrompt system(Utf8 text) {
        if (text.isEmpty()) {
            return SystemPrompt.NONE;
        }
        long raw = hashes.bytes(text);
        int slot = (int) (raw >>> 32) & CACHED_PROMPTS - 1;
        SystemPrompt cached = prompts[slot];
        if (cached == null || cached.raw() != raw) {
            cached = readSystem(text, raw);
            prompts[slot] = cached;
        }
        return cached;
    }

    private SystemPrompt readSystem(Utf8 text, long raw) {
        systemTokens.clear();
        int length = Math.min(text.length(), config.maxTextBytes());
        systemTokens.read(text.bytes(), text.offset(), text.offset() + length);
        long hash = text.length();
        hash = length < text.length() ? hash : 0;
        for (int i = 0; i < systemTokens.size(); i++) {
            hash = Mixer.mix(hash, systemTokens.folded(i));
        }
        long system = hashes.of(Kind.SYSTEM, systemTokens.size() == 0 ? raw : hash);
        long[] shingles = systemShingles.sample(systemTokens, config.maxSystemShingles());
        return new SystemPrompt(raw, system, shingles, capabilityScorer.part(systemTokens));
    }

    /** What an exchange asks for. What is declined shows a refusal, whatever it asked for. */
    private byte[] capabilities(SystemPrompt system, Request request, Response response) {
        boolean images = false;
        boolean toolResults = false;
        for (Message message : request.turn()) {
            images |= message.images() > 0;
            toolResults |= message.toolResults() > 0;
        }
        boolean tools = !request.tools().isEmpty();
        byte[] scores = capabilityScorer.scores(
                system.capabilities(), capabilityScorer.part(turn.tokens()), images, tools, toolResults);
        if (Boolean.TRUE.equals(response.refused())) {
            scores[Capability.REFUSAL_PROBING.ordinal()] = -1;
        }
        return scores;
    }

    private long keyed(Kind kind, long hash) {
        return hash == 0 ? 0 : hashes.of(kind, hash);
    }

    private long address(Kind kind, Address address) {
        return hashes.of(kind, address.high(), address.low());
    }

    private long client(Network network) {
        if (network.ja4() == null && network.userAgent() == null) {
            return 0;
        }
        return hashes.of(Kind.CLIENT, strings.of(network.ja4()), strings.of(network.userAgent()));
    }

    /** Order does not matter, repetition does. */
    private long tools(List<String> names) {
        long sum = 0;
        for (String name : names) {
            sum += Mixer.mix(strings.of(name), names.size());
        }
        return names.isEmpty() ? 0 : hashes.of(Kind.TOOLS, sum);
    }

    private long endUser(Exchange exchange) {
        return exchange.endUserId() == null
                ? 0
                : hashes.endUser(strings.of(exchange.accountId()), strings.of(exchange.endUserId()));
    }

    private long conversation(Exchange exchange) {
        if (exchange.conversationId() == null) {
            return 0;
        }
        long account = strings.of(exchange.accountId());
        return hashes.of(Kind.CONVERSATION, account, strings.of(exchange.conversationId()));
    }
}
