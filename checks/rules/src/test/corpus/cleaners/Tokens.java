package com.acme.tokens;

import java.lang.ref.Cleaner;

public record Tokens(Cleaner cleaner) {
  static final class Token {
    private final String name;

    Token(String name) {
      this.name = name;
    }

    void revoke() {
      System.err.println(name);
    }
  }

  public Token issue(String name) {
    Token token = new Token(name);
    cleaner.register(token, token::revoke);
    return token;
  }
}
