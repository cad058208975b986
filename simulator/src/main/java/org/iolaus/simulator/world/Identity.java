package org.iolaus.simulator.world;

import java.util.Set;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.jspecify.annotations.Nullable;

/**
 * A registration form being filled in. Everything starts as an ordinary customer's draw, the same for honest and
 * hostile; callers change what their story needs.
 */
public final class Identity {
    public String country;
    public long createdMicros;
    public Account.Type type = Account.Type.INDIVIDUAL;
    public String plan;
    public String emailDomain;
    public String payment;
    public @Nullable String organization;
    public String signupIp;
    public Account.Verification verification;
    public Set<String> sanctionedUse = Set.of();
    private final String id;
    private final String email;

    Identity(SplittableRandom random, World world, String country, String signupIp, boolean professional) {
        this.country = country;
        this.signupIp = signupIp;
        id = "acct-" + hash(random);
        email = "e:" + hash(random);
        payment = "p:" + hash(random);
        organization = "org-" + hash(random);
        createdMicros = world.ordinarySignup(random);
        type = type(random, professional);
        plan = professional && random.nextInt(4) == 0 ? "scale" : random.nextInt(100) < 54 ? "pro" : "free";
        emailDomain = world.emailDomain(random, country, type);
        int level = random.nextInt(100);
        verification = level < 11
                ? Account.Verification.IDENTITY
                : plan.equals("free") && level < 90 ? Account.Verification.EMAIL : Account.Verification.PAYMENT;
    }

    private static Account.Type type(SplittableRandom random, boolean professional) {
        int draw = random.nextInt(100);
        if (!professional) {
            return draw < 92 ? Account.Type.INDIVIDUAL : draw < 97 ? Account.Type.EDUCATION : Account.Type.RESEARCH;
        }
        return draw < 62
                ? Account.Type.INDIVIDUAL
                : draw < 78 ? Account.Type.STARTUP : draw < 92 ? Account.Type.RESEARCH : Account.Type.ENTERPRISE;
    }

    /** Sixteen hexadecimal digits. */
    public static String hash(SplittableRandom random) {
        return String.format("%016x", random.nextLong());
    }

    /** Hands the form in. */
    public Account register() {
        return new Account(
                id,
                Long.MIN_VALUE,
                createdMicros,
                organization,
                type,
                plan,
                emailDomain,
                email,
                payment,
                country,
                Countries.prefix(country),
                signupIp,
                country,
                verification,
                sanctionedUse);
    }
}
