/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Parcel;
import io.fuselink.events.Received;
import io.fuselink.events.codec.WireCodec;
import java.util.Iterator;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * A city's wire records one after the other, read as a job reads them from a broker: the n-th is the
 * n-th to reach the gateways, garbage is a dead letter. Asked for by one task, from the first on.
 */
final class CityRecords implements GeneratorFunction<Long, Received> {
    private static final long serialVersionUID = 1L;

    private final CityPlan plan;
    private transient Iterator<Parcel> parcels;
    private transient WireCodec codec;

    CityRecords(CityPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(SourceReaderContext context) {
        parcels = City.of(plan).parcels();
        codec = new WireCodec();
    }

    @Override
    public Received map(Long index) {
        var parcel = parcels.next();
        return codec.decode(parcel.feed(), parcel.value(), "city:" + index, parcel.ingestTime());
    }
}
