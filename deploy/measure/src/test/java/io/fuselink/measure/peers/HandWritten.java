/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The floor: a map of waiting hooks, no order to restore, nothing to recover, and hooks without a grip stay for ever. */
final class HandWritten implements Engine {
    private final Map<String, List<Happening>> hooks = new HashMap<>();
    private long matches;

    @Override
    public void tell(Happening happening) {
        switch (happening.kind()) {
            case HOOK ->
                    hooks.computeIfAbsent(happening.number(), number -> new ArrayList<>(1))
                            .add(happening);
            case GRIP -> grip(happening);
            case OTHER -> {}
        }
    }

    private void grip(Happening grip) {
        var waiting = hooks.remove(grip.number());
        if (waiting != null) {
            waiting.forEach(hook -> matches += grip.at() - hook.at() < WITHIN_MS ? 1 : 0);
        }
    }

    @Override
    public long matches() {
        return matches;
    }

    @Override
    public void close() {}
}
