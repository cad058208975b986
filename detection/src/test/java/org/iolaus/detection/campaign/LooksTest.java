package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.iolaus.detection.Customers;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.SharedObject;
import org.junit.jupiter.api.Test;

class LooksTest {
    private final Customers customers = new Customers();
    private final int[] users = customers.newcomers(10);
    private final BitSet known = new BitSet();
    private final Looks looks = new Looks(customers.all());

    private SharedObject object() {
        customers.share(Layer.SYSTEM, 1, users);
        customers.share(Layer.IP, 2, users);
        SharedObject object = customers.object(1);
        assertThat(looks.worthwhile(object, true, known::get)).isTrue();
        return object;
    }

    @Test
    void worthwhile_nothingNew_isNot() {
        assertThat(looks.worthwhile(object(), false, known::get)).isFalse();
    }

    @Test
    void worthwhile_moreThatMayBind_isFromThreeTenthsOn() {
        SharedObject object = object();
        customers.share(Layer.PAYMENT, 3, users[0], users[1]);
        assertThat(looks.worthwhile(object, false, known::get)).isFalse();
        customers.share(Layer.PREFIX, 4, users[4]);
        customers.share(Layer.PREFIX, 4, customers.newcomers(1));
        assertThat(looks.worthwhile(object, false, known::get)).isTrue();
        assertThat(looks.worthwhile(object, false, known::get)).isFalse();
    }

    @Test
    void worthwhile_mostUsersFoundMeanwhile_isForTheOthers() {
        SharedObject object = object();
        known.set(users[0], users[8]);
        assertThat(looks.worthwhile(object, false, known::get)).isTrue();
        assertThat(looks.worthwhile(object, false, known::get)).isFalse();
    }

    @Test
    void worthwhile_moreOfItsOwnFamily_isNot() {
        SharedObject object = object();
        customers.share(Layer.SHINGLE, 5, users);
        assertThat(looks.worthwhile(object, false, known::get)).isFalse();
    }
}
