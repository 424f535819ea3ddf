/* SPDX-License-Identifier: Apache-2.0 */
/** How the binding feed of each platform arrives, and when a missing binding proves anything. */
package io.fuselink.jobs.feeds;
