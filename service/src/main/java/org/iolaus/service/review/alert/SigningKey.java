package org.iolaus.service.review.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that a receiver checks alerts with; never printed. Immutable. */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST = 16;

    private final byte[] secret;

    /** @param secret text that both sides know */
    public SigningKey(String secret) {
        this.secret = secret.getBytes(UTF_8);
        if (this.secret.length < LEAST) {
            throw new IllegalArgumentException("alerts.targets signing key must have at least " + LEAST + " bytes");
        }
    }

    /** HMAC-SHA256 in hexadecimal of {@code <seconds>.<body>}, so that an old message cannot be sent again as new. */
    public String signature(long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "a signing key";
    }
}
