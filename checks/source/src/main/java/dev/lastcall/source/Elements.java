package dev.lastcall.source;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** What an element is declared in. */
public final class Elements {
  private Elements() {}

  /** {@return what an element is declared in; empty for packages and modules} */
  public static Optional<Element> owner(Element element) {
    return Optional.ofNullable(element.getEnclosingElement());
  }

  /** {@return whether an element is declared in something of a kind} */
  public static boolean isMemberOf(Element element, ElementKind kind) {
    return owner(element).map(Element::getKind).filter(kind::equals).isPresent();
  }
}
