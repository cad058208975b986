package org.iolaus.service.decision;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.SignupRules;
import org.jspecify.annotations.Nullable;

/**
 * Says what a new customer is asked to show before the first exchange: the strongest of what the policy asks for each
 * thing noticed. Asking is all it does; it refuses nobody. Thread-safe.
 */
public final class SignupDesk {
    private static final int PREFIX_BYTES_4 = 3;
    private static final int PREFIX_BYTES_6 = 6;

    private final Supplier<Policy> policy;
    private final CampaignTraces traces;
    private final InstantSource clock;
    private final SignupBursts bursts = new SignupBursts();
    private final SignupPaces paces = new SignupPaces();

    public SignupDesk(Supplier<Policy> policy, CampaignTraces traces, InstantSource clock) {
        this.policy = policy;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * What is asked, and why.
     *
     * @param verification what has to be shown
     * @param notices what was noticed, strongest request first
     */
    public record Request(Verification verification, List<Notice> notices) {
        public Request {
            notices = List.copyOf(notices);
        }
    }

    /**
     * One thing that was noticed.
     *
     * @param kind its name in the policy
     * @param verification what it asks for
     * @param summary a sentence for the operator
     */
    public record Notice(String kind, Verification verification, String summary) {}

    /** Takes a sign-up in and says what is asked for it. */
    public synchronized Request ask(Signup signup) {
        Policy current = policy.get();
        SignupRules rules = current.terms().signups();
        List<Notice> notices = new ArrayList<>();
        if (signup.emailDomain() != null && current.disposable().contains(signup.emailDomain())) {
            notices.add(new Notice(
                    "disposable_domain",
                    rules.disposableDomain(),
                    "the e-mail domain is on a list of disposable ones"));
        }
        noticeCampaigns(signup, rules, notices);
        noticeTiming(signup, rules, notices);
        notices.sort((a, b) -> b.verification().compareTo(a.verification()));
        Verification asked =
                notices.isEmpty() ? rules.baseline() : notices.getFirst().verification();
        return new Request(asked.compareTo(rules.baseline()) > 0 ? asked : rules.baseline(), notices);
    }

    private void noticeCampaigns(Signup signup, SignupRules rules, List<Notice> notices) {
        int payers = traces.payment(signup.paymentFingerprint());
        if (payers > 0) {
            notices.add(new Notice(
                    "campaign_payment",
                    rules.campaignPayment(),
                    payers + " restricted accounts of live campaigns pay with the same means"));
        }
        int neighbours = Math.max(traces.address(signup.ip()), traces.email(signup.emailFingerprint()));
        if (neighbours > 0) {
            notices.add(new Notice(
                    "campaign_address",
                    rules.campaignAddress(),
                    neighbours + " restricted accounts of live campaigns signed up from the same address or with the"
                            + " same e-mail pattern"));
        }
    }

    private void noticeTiming(Signup signup, SignupRules rules, List<Notice> notices) {
        long now = clock.millis();
        List<String> values = values(signup);
        bursts.add(values, now);
        values.forEach(value -> paces.add(value, now));
        values.stream()
                .filter(value -> bursts.bursts(value, rules.falseRate()))
                .findFirst()
                .ifPresent(value -> notices.add(new Notice(
                        "burst",
                        rules.burst(),
                        bursts.inHour(value) + " sign-ups within this hour share the " + kind(value)
                                + ", more than is usual here")));
        values.stream()
                .filter(value -> paces.nats(value) >= -StrictMath.log(rules.falseRate()))
                .findFirst()
                .ifPresent(value -> notices.add(new Notice(
                        "automation",
                        rules.automation(),
                        "sign-ups that share the " + kind(value) + " come at a machine's even pace")));
    }

    private static List<String> values(Signup signup) {
        List<String> values = new ArrayList<>();
        if (signup.emailDomain() != null) {
            values.add("domain " + signup.emailDomain().toLowerCase(Locale.ROOT));
        }
        if (signup.ip() != null) {
            values.add("network " + prefix(signup.ip()));
        }
        if (signup.ja4() != null || signup.userAgent() != null) {
            values.add("client " + signup.ja4() + ' ' + signup.userAgent());
        }
        return values;
    }

    private static String prefix(String ip) {
        byte[] bytes = InetAddress.ofLiteral(ip).getAddress();
        int length = bytes.length == 4 ? PREFIX_BYTES_4 : PREFIX_BYTES_6;
        return java.util.HexFormat.of().formatHex(bytes, 0, length);
    }

    private static String kind(String value) {
        return switch (value.substring(0, value.indexOf(' '))) {
            case "domain" -> "e-mail domain";
            case "network" -> "network";
            default -> "client";
        };
    }

    /** A text that is there. */
    static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
