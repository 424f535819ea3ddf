/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * Prints how many records a second a city makes, bytes for the broker included; to be run by hand on
 * one core: {@code taskset -c 1 java -XX:+UseSerialGC -cp … io.fuselink.city.CitySpeed PEOPLE HOURS
 * ROUNDS}. The first rounds warm the JVM up.
 */
final class CitySpeed {
    private CitySpeed() {}

    public static void main(String[] args) {
        var plan = new CityPlan(Integer.parseInt(args[0]), Double.parseDouble(args[1]), 1);
        for (var round = 0; round < Integer.parseInt(args[2]); round++) {
            var startNs = System.nanoTime();
            var records = 0L;
            var bytes = 0L;
            for (var parcels = City.of(plan).parcels(); parcels.hasNext(); records++) {
                bytes += parcels.next().value().length;
            }
            var seconds = (System.nanoTime() - startNs) / 1e9;
            System.out.printf(
                    "%,d records, %,d bytes: %,.0f records/s%n", records, bytes, records / seconds);
        }
    }
}
