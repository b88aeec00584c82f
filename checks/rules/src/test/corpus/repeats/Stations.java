package com.acme.stations;

import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Stations {
  static final class Station {
    final String name;

    Station(String name) {
      this.name = name;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(name + " off")));
    }
  }

  static Map<String, Station> open(Stream<String> names) {
    return names.map(Station::new).collect(Collectors.toMap(s -> s.name, s -> s));
  }

  static void renew(ScheduledExecutorService timer, String name) {
    timer.scheduleAtFixedRate(() -> new Station(name), 1, 1, TimeUnit.HOURS);
  }
}
