/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

/** How an event is written. Calls, CDRs and bindings know both, every other feed is JSON. */
public enum Format {
    JSON,
    PROTOBUF
}
