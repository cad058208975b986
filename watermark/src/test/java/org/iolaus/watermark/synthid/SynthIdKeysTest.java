package org.iolaus.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.iolaus.watermark.scheme.MarkKey;
import org.junit.jupiter.api.Test;

class SynthIdKeysTest {
    @Test
    void of_aSecret_drawsDifferentKeysThatAreNotNegative() {
        SynthIdKeys keys = SynthIdKeys.of(new MarkKey("key", 1, 2), 30);

        assertThat(keys.layers()).hasSize(30).doesNotHaveDuplicates().allMatch(key -> key >= 0);
        assertThat(keys).isEqualTo(SynthIdKeys.of(new MarkKey("other name", 1, 2), 30));
        assertThat(keys).isNotEqualTo(SynthIdKeys.of(new MarkKey("key", 1, 3), 30));
    }

    @Test
    void synthIdKeys_withoutLayers_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SynthIdKeys(List.of()))
                .withMessage("layers has 0 keys, must have from 1 to 62");
    }
}
