package media.ffmpeg;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

public class FfmpegRunner {
  public boolean transcode(List<String> command) throws IOException, InterruptedException {
    Process ffmpeg = null;
    boolean fine = false;
    try {
      ffmpeg = new ProcessBuilder(command).inheritIO().start();
      fine = ffmpeg.waitFor(10, TimeUnit.MINUTES) && ffmpeg.exitValue() == 0;
    } finally {
      ffmpeg.destroy();
    }
    return fine;
  }
}
