package infra.exittasks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public enum ExitTasks {
	INSTANCE;

	private final List<Runnable> tasks = Collections.synchronizedList(new ArrayList<>());

	ExitTasks() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::perform));
	}

	public void add(Runnable task) {
		tasks.add(0, task);
	}

	private void perform() {
		Runnable[] inOrder = tasks.toArray(Runnable[]::new);
		for (Runnable r : inOrder) {
			r.run();
		}
	}
}
