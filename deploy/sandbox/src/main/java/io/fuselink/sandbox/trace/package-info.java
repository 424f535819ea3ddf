/* SPDX-License-Identifier: Apache-2.0 */
/** Everything that was told about one number, in the order in which it happened. */
package io.fuselink.sandbox.trace;
