/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels between operators or lies in state does so as a Flink POJO, never through Kryo. */
class ScriptTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Hit.class,
                SegmentHits.class,
                CallScript.class,
                CallScript.Spoken.class,
                ScriptVerdict.class
            })
    void serialisesWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
