/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WaitingByKeyTest {

    @Property
    void noKeyIsToldFewerThanWaitForIt(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 50) Integer> came,
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 50) Integer> went) {
        var waiting = new WaitingByKey();
        var exactly = new HashMap<String, Integer>();
        for (var number : came) {
            waiting.add("number-" + number);
            exactly.merge("number-" + number, 1, Integer::sum);
        }
        for (var number : went) {
            if (exactly.getOrDefault("number-" + number, 0) > 0) {
                waiting.remove("number-" + number);
                exactly.merge("number-" + number, -1, Integer::sum);
            }
        }
        assertThat(told(waiting, exactly)).isEqualTo(exactly);
    }

    /** Fifty keys in two rows of 65,536: no two of them meet twice. */
    private static Map<String, Integer> told(WaitingByKey waiting, Map<String, Integer> keys) {
        return keys.keySet().stream().collect(Collectors.toMap(key -> key, waiting::of));
    }
}
