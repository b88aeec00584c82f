package dev.lastcall.capability;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How well a tool did, by kind of mistake. */
final class Score {
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, Integer> falseAlarmsByRule = new TreeMap<>();
  private final Map<String, Integer> hitsByRule = new TreeMap<>();
  private final Tool tool;
  private final Topics topics;
  private final Places places;
  private int filesWithoutLabels;

  private Score(Tool tool, Topics topics, Places places) {
    this.tool = tool;
    this.topics = topics;
    this.places = places;
  }

  /** The counts of one kind of mistake. */
  static final class Tally {
    int labels;
    int found;
    int inMethod;
    int anything;
    int falseAlarms;

    void add(Tally other) {
      labels += other.labels;
      found += other.found;
      inMethod += other.inMethod;
      anything += other.anything;
      falseAlarms += other.falseAlarms;
    }
  }

  /**
   * Counts.
   *
   * @param files those that the tool could see
   * @param reports what it said
   */
  static Score of(
      Tool tool, List<CorpusFile> files, List<Report> reports, Topics topics, Places places) {
    Score score = new Score(tool, topics, places);
    topics.names().forEach(name -> score.tallies.put(name, new Tally()));
    Map<String, Set<String>> byFolder = new HashMap<>();
    for (CorpusFile file : files) {
      Set<String> about = byFolder.computeIfAbsent(file.folder(), name -> new HashSet<>());
      file.labels().forEach(label -> about.add(topics.of(label.rule())));
    }
    for (CorpusFile file : files) {
      List<Report> here =
          reports.stream().filter(each -> each.file().equals(file.name())).distinct().toList();
      file.labels().forEach(label -> score.label(file, label, here));
      score.falseAlarms(file, here, byFolder.getOrDefault(file.folder(), Set.of()));
      score.filesWithoutLabels += file.labels().isEmpty() ? 1 : 0;
    }
    return score;
  }

  private void label(CorpusFile file, Label label, List<Report> here) {
    String topic = topics.of(label.rule());
    Tally tally = of(topic);
    tally.labels++;
    List<Report> speaking =
        here.stream().filter(each -> topics.of(tool, each).contains(topic)).toList();
    List<Extent> around = places.around(file, label.line());
    List<Report> hits =
        speaking.stream().filter(each -> around.stream().anyMatch(each::touches)).toList();
    hits.forEach(each -> hitsByRule.merge(each.rule(), 1, Integer::sum));
    Extent method = places.method(file, label.line());
    Extent line = new Extent(label.line(), label.line());
    tally.found += hits.isEmpty() ? 0 : 1;
    tally.inMethod += speaking.stream().anyMatch(each -> each.touches(method)) ? 1 : 0;
    tally.anything += here.stream().anyMatch(each -> each.touches(line)) ? 1 : 0;
  }

  /**
   * What a tool says in the near misses to a kind of mistake, by the rules that speak of that kind,
   * where nothing at all is wrong. Our own checks have to be right in the other files as well.
   */
  private void falseAlarms(CorpusFile file, List<Report> here, Set<String> folderIsAbout) {
    Set<Extent> labelled = new LinkedHashSet<>();
    file.labels().forEach(label -> labelled.addAll(places.around(file, label.line())));
    for (Report report : here) {
      Optional<String> topic =
          topics.of(tool, report).stream()
              .filter(each -> tool instanceof OurChecks || folderIsAbout.contains(each))
              .findFirst();
      if (topic.isPresent() && labelled.stream().noneMatch(report::touches)) {
        of(topic.get()).falseAlarms++;
        falseAlarmsByRule.merge(wrong(report), 1, Integer::sum);
      }
    }
  }

  /** What is wrong with ours has to be looked at. */
  private String wrong(Report report) {
    return tool instanceof OurChecks
        ? report.rule() + " " + report.file() + ":" + report.from()
        : report.rule();
  }

  Tally of(String topic) {
    return tallies.computeIfAbsent(topic, name -> new Tally());
  }

  Tally total() {
    Tally total = new Tally();
    tallies.values().forEach(total::add);
    return total;
  }

  /** {@return how often each rule was right} */
  Map<String, Integer> hitsByRule() {
    return hitsByRule;
  }

  /** {@return how often each rule was wrong} */
  Map<String, Integer> falseAlarmsByRule() {
    return falseAlarmsByRule;
  }

  /** {@return how many of the files that it saw are near misses} */
  int filesWithoutLabels() {
    return filesWithoutLabels;
  }
}
