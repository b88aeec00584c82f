package road;

class Traffic {
  void install(Light light) {
    light.handle(new Colour("STOP"), colour -> System.out.println(colour));
  }

  record Colour(String name) {}

  interface Light {
    void handle(Colour colour, java.util.function.Consumer<Colour> action);
  }
}
