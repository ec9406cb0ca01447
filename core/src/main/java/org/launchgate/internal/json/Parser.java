package org.launchgate.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the structure of one text: values, objects, arrays (RFC 8259 sections 2 to 5). */
final class Parser {

  /** Also what bounds the recursion: at most this many arrays and objects are open at a time. */
  private static final int MAX_DEPTH = 32;

  private final Input in;
  private int depth;

  Parser(byte[] utf8) {
    in = new Input(utf8);
  }

  @Nullable Object document() throws StrictJsonException {
    refuseByteOrderMark();
    Object value = value();
    requireEnd();
    return value;
  }

  Map<String, @Nullable Object> objectDocument() throws StrictJsonException {
    refuseByteOrderMark();
    int first = in.peekToken();
    if (first != '{') {
      throw first == Input.END ? in.unexpected() : in.fault(Fault.NOT_AN_OBJECT);
    }
    Map<String, @Nullable Object> object = object();
    requireEnd();
    return object;
  }

  private void refuseByteOrderMark() throws StrictJsonException {
    if (in.peek() == 0xEF) {
      // no text may start with a character beyond ASCII, so its first byte is enough
      throw in.fault(Fault.BYTE_ORDER_MARK);
    }
  }

  private void requireEnd() throws StrictJsonException {
    if (in.peekToken() != Input.END) {
      throw in.fault(Fault.TRAILING_DATA);
    }
  }

  private @Nullable Object value() throws StrictJsonException {
    return switch (in.peekToken()) {
      case '"' -> StringScanner.read(in);
      case '{' -> object();
      case '[' -> array();
      case 't' -> literal("true", Boolean.TRUE);
      case 'f' -> literal("false", Boolean.FALSE);
      case 'n' -> literal("null", null);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> NumberScanner.read(in);
      default -> throw in.unexpected();
    };
  }

  private @Nullable Boolean literal(String spelling, @Nullable Boolean value)
      throws StrictJsonException {
    for (int i = 0; i < spelling.length(); i++) {
      in.expect(spelling.charAt(i));
    }
    return value;
  }

  private Map<String, @Nullable Object> object() throws StrictJsonException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    open();
    if (!closes('}')) {
      do {
        member(members);
      } while (hasNext('}'));
    }
    depth--;
    return Collections.unmodifiableMap(members);
  }

  private void member(Map<String, @Nullable Object> members) throws StrictJsonException {
    if (in.peekToken() != '"') {
      throw in.unexpected();
    }
    int nameStart = in.position();
    String name = StringScanner.read(in);
    in.peekToken();
    in.expect(':');
    Object value = value();
    int sizeBefore = members.size();
    members.put(name, value);
    // the size tells even where the earlier value was null, without a second look-up
    if (members.size() == sizeBefore) {
      throw in.fault(Fault.DUPLICATE_NAME, nameStart);
    }
  }

  private List<@Nullable Object> array() throws StrictJsonException {
    List<@Nullable Object> elements = new ArrayList<>();
    open();
    if (!closes(']')) {
      do {
        elements.add(value());
      } while (hasNext(']'));
    }
    depth--;
    return Collections.unmodifiableList(elements);
  }

  private void open() throws StrictJsonException {
    if (++depth > MAX_DEPTH) {
      throw in.fault(Fault.TOO_DEEP);
    }
    in.advance();
  }

  private boolean closes(char bracket) {
    in.peekToken();
    return in.accept(bracket);
  }

  /** Consumes what has to follow an element: the closing bracket, or a comma with an element. */
  private boolean hasNext(char bracket) throws StrictJsonException {
    if (closes(bracket)) {
      return false;
    }
    int comma = in.position();
    in.expect(',');
    if (in.peekToken() == bracket) {
      throw in.fault(Fault.TRAILING_COMMA, comma);
    }
    return true;
  }
}
