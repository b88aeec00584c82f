package dev.lastcall.flush;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuQuotaTest {
  private static final String V2_MOUNT =
      "29 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";
  private static final String V1_MOUNT =
      "33 28 0:29 / /sys/fs/cgroup/cpu,cpuacct rw shared:11 - cgroup cgroup rw,cpu,cpuacct\n";

  @TempDir private Path root;

  @Test
  void readsTheQuotaOfVersionTwo() throws IOException {
    write("proc/self/cgroup", "0::/kubepods/pod1\n");
    write("proc/self/mountinfo", V2_MOUNT);
    write("sys/fs/cgroup/kubepods/pod1/cpu.max", "50000 100000\n");

    assertThat(CpuQuota.read(root)).contains(new CpuQuota(ofMillis(50), ofMillis(100)));
  }

  @Test
  void readsTheQuotaOfVersionOne() throws IOException {
    write("proc/self/cgroup", "5:memory:/pod1\n4:cpu,cpuacct:/pod1\n0::/\n");
    write("proc/self/mountinfo", "31 1 0:1 / /proc rw - proc proc rw\n" + V1_MOUNT);
    write("sys/fs/cgroup/cpu,cpuacct/pod1/cpu.cfs_quota_us", "10000\n");
    write("sys/fs/cgroup/cpu,cpuacct/pod1/cpu.cfs_period_us", "200000\n");

    assertThat(CpuQuota.read(root)).contains(new CpuQuota(ofMillis(10), ofMillis(200)));
  }

  @Test
  void theTightestGroupOnTheWayToTheRootCounts() throws IOException {
    write("proc/self/cgroup", "0::/pod/container\n");
    write("proc/self/mountinfo", V2_MOUNT);
    write("sys/fs/cgroup/pod/cpu.max", "20000 100000\n");
    write("sys/fs/cgroup/pod/container/cpu.max", "80000 100000\n");

    assertThat(CpuQuota.read(root)).map(CpuQuota::cores).contains(0.2);
  }

  @Test
  void aMountOfPartOfTheHierarchyIsUnderstood() throws IOException {
    write("proc/self/cgroup", "0::/docker/abc/app\n");
    write("proc/self/mountinfo", V2_MOUNT.replace(" / /sys", " /docker/abc /sys"));
    write("sys/fs/cgroup/app/cpu.max", "150000 100000\n");

    assertThat(CpuQuota.read(root)).map(CpuQuota::cores).contains(1.5);
  }

  @Test
  void aGroupOutsideTheContainersViewIsReadAtTheMountPoint() throws IOException {
    write("proc/self/cgroup", "0::/not/visible/here\n");
    write("proc/self/mountinfo", V2_MOUNT);
    write("sys/fs/cgroup/cpu.max", "30000 100000\n");

    assertThat(CpuQuota.read(root)).map(CpuQuota::cores).contains(0.3);
  }

  @Test
  void noLimitIsNoQuota() throws IOException {
    write("proc/self/cgroup", "4:cpu,cpuacct:/\n0::/\n");
    write("proc/self/mountinfo", V2_MOUNT + V1_MOUNT);
    write("sys/fs/cgroup/cpu.max", "max 100000\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");

    assertThat(CpuQuota.read(root)).isEmpty();
  }

  @Test
  void otherControllersAndBrokenFilesAreNoQuota() throws IOException {
    write("proc/self/cgroup", "garbage\n4:memory:/\n0::/\n");
    write(
        "proc/self/mountinfo",
        "garbage\n33 28 0:29 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n" + V2_MOUNT);
    write("sys/fs/cgroup/cpu.max", "0 100000\n");
    write("sys/fs/cgroup/memory/cpu.cfs_quota_us", "10000\n");
    write("sys/fs/cgroup/memory/cpu.cfs_period_us", "100000\n");

    assertThat(CpuQuota.read(root)).isEmpty();
  }

  @Test
  void withoutProcThereIsNoQuota() {
    assertThat(CpuQuota.read(root)).isEqualTo(Optional.empty());
  }

  @Test
  void longWorkLosesTenPeriodsAtMost() {
    CpuQuota tenth = new CpuQuota(ofMillis(10), ofMillis(100));

    assertThat(tenth.periodsLost(ofMillis(9))).isEqualTo(1);
    assertThat(tenth.periodsLost(ofMillis(10))).isEqualTo(2);
    assertThat(tenth.periodsLost(ofSeconds(10))).isEqualTo(10);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
