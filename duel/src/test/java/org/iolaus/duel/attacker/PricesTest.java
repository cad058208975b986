package org.iolaus.duel.attacker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PricesTest {
    private static final Prices PRICES = new Prices(1, 20, 600, 12, 3_000, 4_000, 5_000, 6_000, 70_000, 0, 0);

    private static Play play(Knob knob, int way) {
        return Play.of(each -> each == knob ? way : Play.DISCLOSED.choice(each));
    }

    @Test
    void of_disclosedPlay_sumsAccountShareOfCardAndExits() {
        assertThat(PRICES.of(Play.DISCLOSED)).isEqualTo(1 + 600 / 12 + 3_000);
    }

    @Test
    void of_eachEvasion_changesItsOwnPart() {
        assertThat(PRICES.of(play(Knob.SIGNUP, 3)) - PRICES.of(Play.DISCLOSED)).isEqualTo(20 - 1);
        assertThat(PRICES.of(play(Knob.CARD, 1)) - PRICES.of(Play.DISCLOSED)).isEqualTo(600 - 50);
        assertThat(PRICES.of(play(Knob.NETWORK, 3)) - PRICES.of(Play.DISCLOSED)).isEqualTo(3_000);
        assertThat(PRICES.of(play(Knob.WORDING, 1)) - PRICES.of(Play.DISCLOSED)).isEqualTo(70_000);
        assertThat(PRICES.of(play(Knob.PACE, 0))).isEqualTo(PRICES.of(Play.DISCLOSED));
    }

    @Test
    void pay_moreThanIsLeft_isRefused() {
        Purse purse = new Purse(100);
        purse.pay(60);

        assertThat(purse.affords(40)).isTrue();
        assertThat(purse.affords(41)).isFalse();
        assertThatThrownBy(() -> purse.pay(41)).hasMessageContaining("41").hasMessageContaining("40");
        assertThat(purse.spent()).isEqualTo(60);
    }

    @Test
    void of_everyChoice_namesTheSameKnobsBack() {
        for (Knob knob : Knob.values()) {
            for (int way = 0; way < knob.choices(); way++) {
                assertThat(play(knob, way).choice(knob)).isEqualTo(way);
            }
        }
    }
}
