/**
 * A real order service that is told to end while it is under load, and the client that counts what
 * it lost.
 *
 * <p>The service ({@code OrderService}) runs in a JVM of its own; {@link
 * dev.lastcall.orders.OrdersDemo} starts it, keeps requests coming, sends SIGTERM, enforces the
 * grace period as a kubelet does, and verifies from outside that every order that was acknowledged
 * is a row, a message and a line in the order log.
 */
@NullMarked
package dev.lastcall.orders;

import org.jspecify.annotations.NullMarked;
