package fx.quotes;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Duration;

public class QuoteStreamHandler extends SimpleChannelInboundHandler<QuoteStreamHandler.Subscribe> {

	public record Subscribe(String user, String pair) {}

	private final Lastcall lastcall;
	private final SubscriptionBook book;

	public QuoteStreamHandler(Lastcall lastcall, SubscriptionBook book) {
		this.lastcall = lastcall;
		this.book = book;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, Subscribe msg) {
		long ticket = book.open(msg.user(), msg.pair());
		lastcall.defer(
				CleanupSpec.named("ticket-" + ticket).within(Duration.ofMillis(200)),
				() -> book.release(ticket));
		ctx.writeAndFlush("OK " + ticket);
	}

	interface SubscriptionBook {
		long open(String user, String pair);

		void release(long ticket);
	}
}
