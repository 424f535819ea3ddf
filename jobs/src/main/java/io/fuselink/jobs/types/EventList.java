/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.types;

import io.fuselink.events.Event;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** For fields of state that hold events: marks them to rest in their compact form. */
public final class EventList extends TypeInfoFactory<List<Event>> {
    @Override
    public TypeInformation<List<Event>> createTypeInfo(
            Type type, Map<String, TypeInformation<?>> parameters) {
        return Types.LIST(CompactType.forRecord(Event.class));
    }
}
