/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** Something that reaches a gateway. */
interface Arrival {
    /** When it does, epoch ms. */
    long ingestTime();
}
