package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.NodeState;
import org.junit.jupiter.api.Test;

final class NodeStatesTest {
  private final NodeStates states = new NodeStates(2);

  private NodeState state() {
    return states.state(1);
  }

  @Test
  void aNodeGoesThroughItsStatesInOrder() {
    assertThat(state()).isEqualTo(NodeState.PENDING);
    assertThat(states.register(1, 2)).isTrue();
    assertThat(state()).isEqualTo(NodeState.REGISTERED);
    assertThat(states.release(1)).isFalse();
    assertThat(state()).isEqualTo(NodeState.REGISTERED);
    assertThat(states.release(1)).isTrue();
    assertThat(state()).isEqualTo(NodeState.READY);
    assertThat(states.begin(1)).isTrue();
    assertThat(state()).isEqualTo(NodeState.RUNNING);
    assertThat(states.end(1)).isTrue();
    assertThat(state()).isEqualTo(NodeState.EXECUTED);
    assertThat(states.state(0)).isEqualTo(NodeState.PENDING);
  }

  @Test
  void aPendingNodeCanOnlyBeRegistered() {
    assertThat(states.begin(1)).isFalse();
    assertThat(states.end(1)).isFalse();
    assertThat(states.skip(1)).isFalse();
    assertThat(state()).isEqualTo(NodeState.PENDING);
  }

  @Test
  void aRegisteredNodeNeitherBeginsNorEndsButCanBeSkipped() {
    states.register(1, 1);
    assertThat(states.register(1, 1)).isFalse();
    assertThat(states.begin(1)).isFalse();
    assertThat(states.end(1)).isFalse();
    assertThat(states.skip(1)).isTrue();
    assertThat(state()).isEqualTo(NodeState.EXECUTED);
  }

  @Test
  void aReadyNodeDoesNotEndBeforeItBegins() {
    states.register(1, 1);
    states.release(1);
    assertThat(states.end(1)).isFalse();
    assertThat(states.register(1, 1)).isFalse();
    assertThat(states.skip(1)).isTrue();
    assertThat(states.begin(1)).isFalse();
    assertThat(state()).isEqualTo(NodeState.EXECUTED);
  }

  @Test
  void aRunningNodeOnlyEndsAndOnlyOnce() {
    states.register(1, 1);
    states.release(1);
    states.begin(1);
    assertThat(states.begin(1)).isFalse();
    assertThat(states.skip(1)).isFalse();
    assertThat(states.register(1, 1)).isFalse();
    assertThat(states.end(1)).isTrue();
    assertThat(states.end(1)).isFalse();
  }

  @Test
  void releasesAfterTheEndChangeNothing() {
    states.register(1, 3);
    states.skip(1);
    for (int i = 0; i < 10; i++) {
      assertThat(states.release(1)).isFalse();
      assertThat(state()).isEqualTo(NodeState.EXECUTED);
    }
    assertThat(states.begin(1) || states.end(1) || states.skip(1)).isFalse();
  }
}
