/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.Action;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.Leg;
import io.fuselink.events.Page;
import io.fuselink.events.Signal;
import io.fuselink.jobs.steps.Fact;
import io.fuselink.jobs.steps.LostEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** What steps tell beside their main output. */
public final class SideOutputs {
    public static final OutputTag<Signal> SIGNALS =
            new OutputTag<>("signals", TypeInformation.of(Signal.class));
    public static final OutputTag<GroupPartial> PARTIALS =
            new OutputTag<>("group-partials", TypeInformation.of(GroupPartial.class));
    public static final OutputTag<LostEvent> LOST =
            new OutputTag<>("lost-events", TypeInformation.of(LostEvent.class));

    public static final OutputTag<Fact> FACTS =
            new OutputTag<>("facts", TypeInformation.of(Fact.class));

    public static final OutputTag<Page> PAGES =
            new OutputTag<>("pages", TypeInformation.of(Page.class));
    public static final OutputTag<Leg> LEGS =
            new OutputTag<>("legs", TypeInformation.of(Leg.class));
    public static final OutputTag<Action> ACTIONS =
            new OutputTag<>("actions", TypeInformation.of(Action.class));

    private SideOutputs() {}
}
