package com.acme.video;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;

@ApplicationScoped
public class Transcoder {
  enum Mode { SOFT, HARD }

  private Process ffmpeg;
  private Mode mode = Mode.SOFT;

  public void transcode(String in, String out) throws IOException {
    ffmpeg = new ProcessBuilder("ffmpeg", "-i", in, out).start();
  }

  void onStop(@Observes ShutdownEvent ev) throws InterruptedException {
    if (ffmpeg == null) {
      return;
    }
    ffmpeg.destroy();
    int code = switch (mode) {
      case SOFT -> ffmpeg.waitFor();
      case HARD -> ffmpeg.destroyForcibly().waitFor();
    };
    System.err.println("ffmpeg " + code);
  }
}
