package org.iolaus.service.policy;

import java.util.Locale;

/** Why a decision is as it is: the class that a customer is told. */
public enum ReasonCode {
    /** Nothing speaks against the account. */
    ALLOWED("nothing speaks against this account"),
    /** An operator's list names it. */
    ALLOW_LISTED("this account is on the provider's allow-list"),
    /** The provider has agreed to what it does. */
    SANCTIONED_USE("the provider has agreed to this use"),
    /** A person found a verdict wrong. */
    OVERTURNED("a reviewer has cleared this account"),
    /** Use together with other accounts that looks like extraction of a model. */
    COORDINATED_USE("use that appears coordinated with other accounts"),
    /** One account's use that looks like extraction. */
    USE_PATTERN("an unusual pattern of use"),
    /** An account of a programme that has not proved it belongs there. */
    PROGRAMME_UNVERIFIED("the account's programme asks for a proof that is missing or has expired"),
    /** A rule of the operator for accounts of this kind, whatever they do. */
    OPERATOR_RULE("a rule of the provider for accounts of this kind"),
    /** The service is not offered where the account is. It says nothing of what the account does. */
    REGION_UNSUPPORTED("the service is not offered in the region of this account or address"),
    /** The address tells no region. It says nothing of what the account does. */
    REGION_UNKNOWN("the address does not show from which region the request comes");

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String wording;

    ReasonCode(String wording) {
        this.wording = wording;
    }

    public String label() {
        return label;
    }

    /** The class in words, for the customer. */
    public String wording() {
        return wording;
    }
}
