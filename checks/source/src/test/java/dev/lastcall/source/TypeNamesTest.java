package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that are not on the class path are known by imports and facts. */
final class TypeNamesTest {
  private static Set<String> types(String members) {
    Sample sample =
        Sample.of(
            "import io.netty.channel.*; import io.netty.channel.Channel; import java.util.*;",
            members,
            "returns io.netty.channel.Channel#close io.netty.channel.ChannelFuture",
            "returns *#bodyToMono reactor.core.publisher.Mono",
            "returns reactor.core.publisher.Mono#* reactor.core.publisher.Mono",
            "type io.netty.channel.Promise io.netty.util.concurrent.Future",
            "type io.netty.channel.ChannelFuture io.netty.util.concurrent.Future");
    return sample.unit().types().of(sample.asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run(Channel c) { ask(c.close()); }",
        "void run(Channel c) { ask((c.close())); }",
        "void run(Channel c) { var closed = c.close(); ask(closed); }",
        "void run(Channel c) { ChannelFuture closed = c.close(); ask(closed); }",
        "ChannelFuture all() { return null; } void run() { ask(all()); }",
        "void run(List<ChannelFuture> all) { for (ChannelFuture one : all) { ask(one); } }",
        "void run(List<ChannelFuture> all) { ask(all.get(0)); }",
        "void run(Object o) { ask((ChannelFuture) o); }",
        "void run() { ask(Channel.close()); }",
        "private Promise<Void> all; void run() { ask(all); }",
        "Promise<Void> all() { return null; } void run() { ask(all()); }",
        "void run(List<Promise<Void>> all) { for (var one : all) { ask(one); } }",
        "void run(Map<String, Promise<Void>> all) { all.values().forEach(one -> ask(one)); }",
        "private final ChannelFuture[] all = null; void run() { ask(all[0]); }",
      })
  void knowsWhatAnUnresolvedExpressionIs(String members) {
    assertThat(types(members)).contains("io.netty.util.concurrent.Future");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run(Client c) { ask(c.get().retrieve().bodyToMono(String.class)); }",
        "void run(Client c) { ask(c.bodyToMono(String.class).map(x -> x).retry(3)); }",
      })
  void knowsChains(String members) {
    assertThat(types(members)).contains("reactor.core.publisher.Mono");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run(Thing t) { ask(t.close()); }",
        "void run() { ask(missing()); }",
        "void run(Channel c) { ask(c.missing()); }"
      })
  void guessesNothing(String members) {
    assertThat(types(members)).isEmpty();
  }
}
