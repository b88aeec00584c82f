package ops.topics;

import io.micronaut.context.annotation.Bean;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

@Singleton
@Bean
public class TopicJanitor {
	private final Admin admin;

	public TopicJanitor() {
		admin = Admin.create(Map.of("bootstrap.servers", "kafka:9092"));
	}

	public int drop(Collection<String> topics) throws ExecutionException, InterruptedException {
		admin.deleteTopics(topics).all().get();
		return topics.size();
	}

	@PreDestroy
	void end() {
		try (admin) {
			System.out.println("janitor goes home");
		}
	}
}
