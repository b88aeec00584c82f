import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StopButton {
  private final Jobs jobs;

  StopButton(Jobs jobs) {
    this.jobs = jobs;
  }

  @PostMapping("/stop")
  void stop() {
    jobs.pause();
    new Thread(() -> Runtime.getRuntime().halt(143)).start();
  }

  interface Jobs {
    void pause();
  }
}
