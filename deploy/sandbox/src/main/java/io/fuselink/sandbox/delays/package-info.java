/* SPDX-License-Identifier: Apache-2.0 */
/** How long orders and releases took on the wall clock, on our side and on the parties'. */
package io.fuselink.sandbox.delays;
