/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.adapter.Adapter;
import io.fuselink.events.adapter.Mapping;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What an adapter must be told beside the pushes themselves. */
final class AdapterOptions {
    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description =
                    "What an adapter's pushes do not say, such as ent_id=shop-7; repeat for more.")
    private Map<String, String> constants = new LinkedHashMap<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Zone of an adapter's times that name none, such as Asia/Shanghai; as the provider documents it without.")
    private ZoneId zone;

    Mapping mapping(Adapter adapter) {
        return Mapping.of(adapter, zone, constants);
    }

    /** An adapter as it is named on the command line. */
    static final class Name implements ITypeConverter<Adapter> {
        @Override
        public Adapter convert(String word) {
            return Adapter.named(word)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'"
                                                    + word
                                                    + "' is not an adapter; the adapters are "
                                                    + Adapter.words()));
        }
    }
}
