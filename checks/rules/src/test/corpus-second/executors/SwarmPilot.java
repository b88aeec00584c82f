package robot.swarm;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class SwarmPilot implements AutoCloseable {
    private final EventLoopGroup ears = new NioEventLoopGroup(1);
    private final EventLoopGroup hands = new NioEventLoopGroup(2);

    public void fly(Runnable manoeuvre) {
        hands.execute(manoeuvre);
    }

    @Override
    public void close() {
        List<Future<?>> ends = Stream.of(ears, hands)
                .<Future<?>>map(g -> g.shutdownGracefully(100, 1_500, TimeUnit.MILLISECONDS))
                .collect(Collectors.toList());
        boolean all = ends.stream().map(f -> f.awaitUninterruptibly(3, TimeUnit.SECONDS)).reduce(true, Boolean::logicalAnd);
        if (!all) {
            System.err.println("some loops are still turning");
        }
    }
}
