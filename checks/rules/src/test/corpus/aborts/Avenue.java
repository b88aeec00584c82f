package com.acme.avenue;

import java.util.List;
import org.springframework.beans.factory.DisposableBean;

public class Avenue implements DisposableBean {
  private final List<DisposableBean> trees;

  public Avenue(List<DisposableBean> trees) {
    this.trees = trees;
  }

  @Override
  public void destroy() throws Exception {
    Exception first = null;
    for (DisposableBean tree : trees) {
      first = end(tree, first);
    }
    if (first != null) {
      throw first;
    }
  }

  private static Exception end(DisposableBean tree, Exception first) {
    try {
      tree.destroy();
      return first;
    } catch (Exception e) {
      if (first == null) {
        return e;
      }
      first.addSuppressed(e);
      return first;
    }
  }
}
