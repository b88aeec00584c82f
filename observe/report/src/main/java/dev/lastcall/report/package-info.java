/**
 * The exit report in the forms that leave the process: JSON, terminal text, termination message.
 */
@NullMarked
package dev.lastcall.report;

import org.jspecify.annotations.NullMarked;
