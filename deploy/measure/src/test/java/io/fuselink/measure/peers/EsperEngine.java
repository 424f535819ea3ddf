/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.common.client.configuration.common.ConfigurationCommonEventTypeBean;
import com.espertech.esper.common.client.util.AccessorStyle;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import java.util.concurrent.atomic.AtomicInteger;

/** Esper: the pattern as EPL, time told from outside; it needs events in the order of time and keeps no state across a crash. */
final class EsperEngine implements Engine {
    private static final String EPL =
            """
            @name('matches') select hook.place from pattern [
                every hook=Happening(kind=Kind.HOOK)
                -> grip=Happening(kind=Kind.GRIP, number=hook.number) where timer:within(10 min)]
            """;

    private static final AtomicInteger RUNTIMES = new AtomicInteger();

    private final EPRuntime runtime;
    private final EPEventService events;
    private long now = Long.MIN_VALUE;
    private long matches;

    EsperEngine() throws Exception {
        var configuration = configuration();
        var compiled =
                EPCompilerProvider.getCompiler().compile(EPL, new CompilerArguments(configuration));
        runtime =
                EPRuntimeProvider.getRuntime("peers-" + RUNTIMES.incrementAndGet(), configuration);
        var deployment = runtime.getDeploymentService().deploy(compiled);
        runtime.getDeploymentService()
                .getStatement(deployment.getDeploymentId(), "matches")
                .addListener((found, gone, statement, from) -> matches += found.length);
        events = runtime.getEventService();
    }

    private static Configuration configuration() {
        var accessors = new ConfigurationCommonEventTypeBean();
        accessors.setAccessorStyle(AccessorStyle.PUBLIC);
        var configuration = new Configuration();
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        configuration.getCommon().addImport(Happening.Kind.class);
        configuration.getCommon().addEventType("Happening", Happening.class.getName(), accessors);
        return configuration;
    }

    @Override
    public void tell(Happening happening) {
        if (happening.at() > now) {
            now = happening.at();
            events.advanceTime(now);
        }
        events.sendEventBean(happening, "Happening");
    }

    @Override
    public long matches() {
        return matches;
    }

    @Override
    public void close() {
        runtime.destroy();
    }
}
