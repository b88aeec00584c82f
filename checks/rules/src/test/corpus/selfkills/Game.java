package game;

class Game {
  private final Scene scene;

  Game(Scene scene) {
    this.scene = scene;
  }

  void over() {
    scene.destroy();
    Scene.current().destroyForcibly();
  }

  static final class Scene {
    static Scene current() {
      return new Scene();
    }

    void destroy() {}

    void destroyForcibly() {}
  }
}
