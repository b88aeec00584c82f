package workers;

class Parent {
  boolean ask() {
    return ProcessHandle.current().parent().map(ProcessHandle::destroy).orElse(false);
  }

  boolean stop(long pid) {
    ProcessHandle handle = ProcessHandle.of(pid).orElse(ProcessHandle.current());
    return handle.pid() != ProcessHandle.current().pid() && handle.destroy();
  }
}
