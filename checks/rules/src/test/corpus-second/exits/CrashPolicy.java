package infra.policy;

public final class CrashPolicy implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread t, Throwable e) {
        System.err.println("fatal in " + t.getName());
        e.printStackTrace();
        if (e instanceof VirtualMachineError) {
            // no memory for an orderly exit
            Runtime.getRuntime().halt(3);
        }
        System.exit(1);
    }

    public static void install() {
        Thread.setDefaultUncaughtExceptionHandler(new CrashPolicy());
    }
}
