/* SPDX-License-Identifier: Apache-2.0 */
/** How the records of the domain travel between steps and rest in state: one compact form, no Kryo. */
package io.fuselink.jobs.types;
