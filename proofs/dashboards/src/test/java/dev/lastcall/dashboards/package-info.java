/** Dashboards and rules over a real Prometheus that scrapes a real exit. */
@NullMarked
package dev.lastcall.dashboards;

import org.jspecify.annotations.NullMarked;
