package dev.lastcall.exit;

/**
 * Finds nodes by name: open addressing over an {@code int} a slot, 5 to 11 bytes a node.
 *
 * <p>A slot holds the node's number and, in its highest byte, a part of the name's hash, so that a
 * slot of another name is passed without touching that name. Linear probing, at most three quarters
 * full; Knuth, The Art of Computer Programming, volume 3, 6.4. Not thread-safe.
 */
final class NameTable {
  /** No node has the name. */
  static final int NONE = -1;

  /** The most nodes that a table can hold. */
  static final int MAX_NODES = (1 << 24) - 2;

  private static final int NUMBER = (1 << 24) - 1;

  private int[] slots = new int[16];
  private int used;

  /** Returns the node of a name. */
  int find(Nodes nodes, String name) {
    int slot = slotOf(nodes, name);
    return slots[slot] == 0 ? NONE : (slots[slot] & NUMBER) - 1;
  }

  /** Adds a node under its name, which is not in the table. */
  void add(Nodes nodes, int node) {
    if (4 * (used + 1) > 3 * slots.length) {
      grow(nodes);
    }
    put(nodes.name(node), node);
    used++;
  }

  /** Removes a name if it is in the table. */
  void remove(Nodes nodes, String name) {
    int mask = slots.length - 1;
    int hole = slotOf(nodes, name);
    if (slots[hole] == 0) {
      return;
    }
    used--;
    for (int slot = (hole + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int home = mix(nodes.name((slots[slot] & NUMBER) - 1)) & mask;
      boolean mayMove = ((slot - home) & mask) >= ((slot - hole) & mask);
      if (mayMove) {
        slots[hole] = slots[slot];
        hole = slot;
      }
    }
    slots[hole] = 0;
  }

  private int slotOf(Nodes nodes, String name) {
    int mask = slots.length - 1;
    int hash = mix(name);
    int slot = hash & mask;
    while (slots[slot] != 0) {
      boolean sameTag = ((slots[slot] ^ hash) & ~NUMBER) == 0;
      if (sameTag && nodes.name((slots[slot] & NUMBER) - 1).equals(name)) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void put(String name, int node) {
    int mask = slots.length - 1;
    int hash = mix(name);
    int slot = hash & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = (hash & ~NUMBER) | (node + 1);
  }

  private void grow(Nodes nodes) {
    int[] old = slots;
    slots = new int[2 * old.length];
    for (int entry : old) {
      if (entry != 0) {
        int node = (entry & NUMBER) - 1;
        put(nodes.name(node), node);
      }
    }
  }

  /** Spreads a hash; the constant is 2^32 over the golden ratio. */
  private static int mix(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
