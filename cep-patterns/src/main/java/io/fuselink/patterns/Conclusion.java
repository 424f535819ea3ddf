/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

/**
 * A kind of signal that is a finding by itself.
 *
 * @param detector stable name of its findings
 * @param levelCap highest level such a finding alone may reach
 */
public record Conclusion(SignalCode code, String detector, int version, int levelCap) {}
