package com.acme.game;

public enum Game {
  LOBBY {
    @Override
    Game next() {
      return RUNNING;
    }
  },
  RUNNING {
    @Override
    Game next() {
      return OVER;
    }
  },
  OVER {
    @Override
    Game next() {
      Runtime.getRuntime().halt(0);
      return this;
    }
  };

  abstract Game next();
}
