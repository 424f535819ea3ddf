/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

/**
 * What verifying a pack showed.
 *
 * @param record the first record that is not as it was sealed, from 1 on; 0 when the pack is intact
 * @param sentence what is wrong with it, or what the pack is
 */
public record Verdict(int record, String sentence) {

    public boolean intact() {
        return record == 0;
    }
}
