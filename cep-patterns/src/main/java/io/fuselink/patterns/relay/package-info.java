/* SPDX-License-Identifier: Apache-2.0 */
/** One person handed from caller to caller. */
package io.fuselink.patterns.relay;
