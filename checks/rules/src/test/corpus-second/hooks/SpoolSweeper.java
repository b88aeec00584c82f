package office.spool;

import java.io.File;

public class SpoolSweeper {
	private final File dir;

	public SpoolSweeper(File dir) {
		this.dir = dir;
	}

	public void arm() {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			String[] names = dir.list();
			if (names != null && names.length > 0) {
				later(() -> {
					for (String n : names) {
						new File(dir, n).delete();
					}
				});
			}
		}, "spool-sweeper"));
	}

	private static void later(Runnable r) {
		Runtime.getRuntime().addShutdownHook(new Thread(r));
	}
}
