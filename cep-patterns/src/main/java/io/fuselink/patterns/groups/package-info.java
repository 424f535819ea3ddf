/* SPDX-License-Identifier: Apache-2.0 */
/** How numbers behave that share a trunk, a lease or a device. */
package io.fuselink.patterns.groups;
