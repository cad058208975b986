package org.iolaus.benchmarks.degraded;

import static org.iolaus.benchmarks.degraded.Change.NONE;
import static org.iolaus.benchmarks.degraded.Change.rounded;
import static org.iolaus.benchmarks.degraded.Change.some;
import static org.iolaus.benchmarks.degraded.Change.with;
import static org.iolaus.benchmarks.degraded.Change.without;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** A way in which an operator's records are poor. What is changed depends on ids alone, never on labels. */
enum Kind {
    /** Nothing is changed. */
    AS_IS(NONE, NONE),
    /** The application logs its calls and knows no connection. */
    NO_NETWORK(without("network"), NONE),
    /** A proxy in front hides addresses. */
    ONE_ADDRESS(Networks::oneAddress, NONE),
    /** A load balancer hides addresses in one region, where a third of accounts are. */
    FEW_ADDRESSES(some(1, 3, Networks::balanced), NONE),
    /** Addresses are cut for the sake of privacy, IPv4 to /24 and IPv6 to /48. */
    ANONYMISED(Networks::anonymous, Networks::anonymousSignup),
    /** Two fifths of accounts have IPv6 at home and privacy extensions (RFC 8981). */
    PRIVATE_V6(some(2, 5, Networks::newHomeAddress), NONE),
    /** TLS ends at a content delivery network, which names itself to what is behind it. */
    ONE_CLIENT(Networks::oneClient, NONE),
    /** Billing lies with somebody else and shows no cards. */
    NO_PAYMENT(NONE, without("payment_fingerprint")),
    /** Billing fills in a value for two fifths of accounts, such as those that pay by invoice. */
    DEFAULT_PAYMENT(NONE, some(2, 5, with("payment_fingerprint", "p:none"))),
    /** The fingerprint is made of a card's kind, such as its issuer and the month it expires. */
    COARSE_PAYMENT(NONE, Customers::cardKind),
    /** Accounts are made by the provider's own sign-up servers, whose addresses are stored. */
    ONE_SIGNUP_NETWORK(NONE, Networks::oneSignupNetwork),
    /** Sign-up stores no address. */
    NO_SIGNUP(NONE, without("signup_ip")),
    /** E-mail addresses stay with the identity provider. */
    NO_EMAIL(NONE, without("email_domain", "email_fingerprint")),
    /** The fingerprint of an empty address is stored for three tenths of accounts, such as those of single sign-on. */
    DEFAULT_EMAIL(NONE, some(3, 10, with("email_fingerprint", "e:none"))),
    /** The provider has no notion of organisations. */
    NO_ORGANIZATION(without("organization_id"), without("organization_id")),
    /** Only the day of sign-up is stored. */
    DATES(NONE, rounded("created", ChronoUnit.DAYS)),
    /** A quarter of accounts were taken over from another product in one night. */
    IMPORTED(NONE, some(1, 4, Customers::imported)),
    /** A filter for personal data masks numbers. */
    MASKED(Prompts::masked, NONE),
    /** The log cuts long texts. */
    TRUNCATED(Prompts::truncated, NONE),
    /** The log holds messages alone. */
    NO_SYSTEM(Prompts::withoutSystem, NONE),
    /** The log holds prompts as the model got them, after the provider's own paragraph. */
    PREAMBLE(Prompts::preamble, NONE),
    /** Times are stored to the minute. */
    MINUTES(rounded("time", ChronoUnit.MINUTES), NONE),
    /** One exchange in three is logged. */
    SAMPLED_3(3),
    /** One exchange in ten is logged. */
    SAMPLED_10(10);

    private final Change exchange;
    private final Change account;
    private final int oneIn;

    Kind(Change exchange, Change account) {
        this(exchange, account, 1);
    }

    Kind(int oneIn) {
        this(NONE, NONE, oneIn);
    }

    Kind(Change exchange, Change account, int oneIn) {
        this.exchange = exchange;
        this.account = account;
        this.oneIn = oneIn;
    }

    /** The kind of a label. */
    static Kind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind " + label + " must be one of "
                        + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "))));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Changes an exchange and says whether it is kept. */
    boolean exchange(ObjectNode changed) {
        boolean kept = oneIn == 1 || Draw.below(oneIn, changed.path("id").asString()) == 0;
        exchange.apply(changed);
        return kept;
    }

    /** Changes account facts. */
    void account(ObjectNode changed) {
        account.apply(changed);
    }
}
