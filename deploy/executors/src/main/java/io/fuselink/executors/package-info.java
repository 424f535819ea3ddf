/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a party runs to act on actions and to answer: reads the commands meant for it, limits and
 * releases through an {@link io.fuselink.executors.ActionTarget}, acknowledges, and ends every limit
 * by the wall clock, whether or not the detection is up.
 */
package io.fuselink.executors;
