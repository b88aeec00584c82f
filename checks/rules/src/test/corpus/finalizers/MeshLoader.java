package render;

import java.util.ArrayList;
import java.util.List;

/** Loads meshes into video memory. */
public final class MeshLoader {
  private final List<Object> handles = new ArrayList<>();

  public void register() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::release, "mesh-release"));
  }

  private void release() {
    handles.clear();
    System.gc();
    System.runFinalization();
  }
}
