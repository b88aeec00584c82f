package tools.banner;

import java.io.IOException;
import java.io.InputStream;

public class BannerPrinter {
  public void print(String name) throws IOException {
    // null if there is no such banner, then nothing is printed
    try (InputStream banner = BannerPrinter.class.getResourceAsStream("/banners/" + name + ".txt")) {
      if (banner != null) {
        banner.transferTo(System.out);
      }
    }
  }
}
