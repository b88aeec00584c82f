/** How the end begins: the first reason counts, and nothing that was accepted is lost. */
@NullMarked
package dev.lastcall.runtime;

import org.jspecify.annotations.NullMarked;
