package dev.lastcall.bench;

import dev.lastcall.api.Arguments;
import dev.lastcall.bench.Contest.Contender;
import dev.lastcall.bench.Contest.Trial;
import dev.lastcall.journal.Journal;
import java.util.List;

/** How long a process needs with a journal of 1 GiB that a killed one left behind. */
final class JournalFigures {
  private JournalFigures() {}

  static String recovery(Settings settings) throws Exception {
    return contest("A journal of 1 GiB, from its opening to the first append, ms", "open", settings)
        + contest("The same journal read with all checksums", "read", settings);
  }

  private static String contest(String title, String what, Settings settings) throws Exception {
    return new Contest(title, "", List.of(new Contender(what, 8, trial(what)))).table(settings);
  }

  /** One process fills the journal, which leaves it in the page cache; the next is measured. */
  private static Trial trial(String what) {
    Class<?>[] needed = {Journal.class, Arguments.class};
    return (jdk, folder) -> {
      String journal = folder.resolve("journal").toString();
      Child.figures(Child.of(JournalChild.class, jdk, folder, needed).arguments("fill", journal));
      return Child.figures(
          Child.of(JournalChild.class, jdk, folder, needed).arguments(what, journal));
    };
  }
}
