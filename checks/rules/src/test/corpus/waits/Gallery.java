package com.acme.gallery;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class GalleryConfiguration {
  @Bean(initMethod = "open", destroyMethod = "shut")
  Gallery gallery() {
    return new Gallery(3);
  }
}

class Gallery {
  private final CountDownLatch rooms;
  private final List<String> names = List.of("a", "b", "c");

  Gallery(int rooms) {
    this.rooms = new CountDownLatch(rooms);
  }

  void open() {
    names.forEach(name -> new Thread(rooms::countDown, name).start());
  }

  void shut() throws InterruptedException {
    rooms.await();
  }
}
