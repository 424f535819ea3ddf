/* SPDX-License-Identifier: Apache-2.0 */
/** The versions of the policy as a job's tasks know them, and which of them is in force when. */
package io.fuselink.jobs.policy;
