package org.iolaus.service.log;

import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;

/** A fingerprint as bytes. A mask says which of its hashes are there. */
final class FingerprintCodec {
    private static final int IP = 1;
    private static final int PREFIX = 1 << 1;
    private static final int SUPERNET = 1 << 2;
    private static final int CLIENT = 1 << 3;
    private static final int SYSTEM = 1 << 4;
    private static final int TOOLS = 1 << 5;
    private static final int OPENING = 1 << 6;
    private static final int ITEM = 1 << 7;
    private static final int CONVERSATION = 1 << 8;
    private static final int END_USER = 1 << 9;
    private static final int REFUSED = 1 << 10;

    private FingerprintCodec() {}

    static void encode(Fingerprint fingerprint, long receivedMicros, ByteSink sink) {
        int mask = mask(fingerprint);
        sink.number(mask);
        sink.signed(receivedMicros - fingerprint.timeMicros());
        sink.hash(fingerprint.key());
        sink.hash(fingerprint.content());
        sink.string(fingerprint.accountId());
        sink.hash(fingerprint.account());
        sink.string(fingerprint.endUserId());
        sink.string(fingerprint.model());
        sink.string(fingerprint.pathway());
        sink.octet(code(fingerprint.networkKind()));
        present(mask & END_USER, fingerprint.endUser(), sink);
        present(mask & IP, fingerprint.ip(), sink);
        present(mask & PREFIX, fingerprint.prefix(), sink);
        present(mask & SUPERNET, fingerprint.supernet(), sink);
        present(mask & CLIENT, fingerprint.client(), sink);
        present(mask & SYSTEM, fingerprint.system(), sink);
        sink.hashes(fingerprint.systemShingles());
        present(mask & TOOLS, fingerprint.tools(), sink);
        present(mask & OPENING, fingerprint.opening(), sink);
        sink.hashes(fingerprint.shingles());
        present(mask & ITEM, fingerprint.item(), sink);
        sink.signed(fingerprint.turnTokens());
        sink.octets(fingerprint.capabilities());
        sink.signed(fingerprint.inputTokens());
        sink.signed(fingerprint.outputTokens());
        sink.signed(fingerprint.reasoningTokens());
        sink.signed(fingerprint.maxTokens());
        present(mask & CONVERSATION, fingerprint.conversation(), sink);
    }

    private static int mask(Fingerprint fingerprint) {
        return bit(fingerprint.ip(), IP)
                | bit(fingerprint.prefix(), PREFIX)
                | bit(fingerprint.supernet(), SUPERNET)
                | bit(fingerprint.client(), CLIENT)
                | bit(fingerprint.system(), SYSTEM)
                | bit(fingerprint.tools(), TOOLS)
                | bit(fingerprint.opening(), OPENING)
                | bit(fingerprint.item(), ITEM)
                | bit(fingerprint.conversation(), CONVERSATION)
                | bit(fingerprint.endUser(), END_USER)
                | (fingerprint.refused() ? REFUSED : 0);
    }

    private static int bit(long hash, int bit) {
        return hash == 0 ? 0 : bit;
    }

    private static void present(int there, long hash, ByteSink sink) {
        if (there != 0) {
            sink.hash(hash);
        }
    }

    static Fingerprint decode(ByteSource source, long receivedMicros) {
        int mask = (int) source.number();
        long timeMicros = receivedMicros - source.signed();
        long key = source.hash();
        long content = source.hash();
        String accountId = source.text();
        long account = source.hash();
        String endUserId = source.string();
        String model = source.text();
        String pathway = source.string();
        NetworkKind kind = kind(source.octet());
        return new Fingerprint(
                timeMicros,
                key,
                content,
                accountId,
                account,
                endUserId,
                present(mask & END_USER, source),
                model,
                pathway,
                present(mask & IP, source),
                present(mask & PREFIX, source),
                present(mask & SUPERNET, source),
                kind,
                present(mask & CLIENT, source),
                present(mask & SYSTEM, source),
                source.hashes(),
                present(mask & TOOLS, source),
                present(mask & OPENING, source),
                source.hashes(),
                present(mask & ITEM, source),
                token(source),
                source.octets(),
                token(source),
                token(source),
                token(source),
                token(source),
                (mask & REFUSED) != 0,
                present(mask & CONVERSATION, source));
    }

    private static long present(int there, ByteSource source) {
        return there == 0 ? 0 : source.hash();
    }

    private static int token(ByteSource source) {
        return Math.toIntExact(source.signed());
    }

    private static int code(NetworkKind kind) {
        return switch (kind) {
            case UNKNOWN -> 0;
            case HOSTING -> 1;
            case VPN -> 2;
            case RELAY -> 3;
        };
    }

    private static NetworkKind kind(int code) {
        return switch (code) {
            case 0 -> NetworkKind.UNKNOWN;
            case 1 -> NetworkKind.HOSTING;
            case 2 -> NetworkKind.VPN;
            case 3 -> NetworkKind.RELAY;
            default -> throw new IllegalArgumentException("a kind of network " + code + " must be 0 to 3");
        };
    }
}
