package org.launchgate.internal.json;

/** Why a text is refused: a closed list, so that no reason can carry a part of the text. */
enum Fault {
  BYTE_ORDER_MARK("byte order mark"),
  COMMENT("comment"),
  CONTROL_CHARACTER("unescaped control character"),
  DUPLICATE_NAME("duplicate member name"),
  LEADING_ZERO("number with a leading zero"),
  LONE_SURROGATE("lone surrogate"),
  MALFORMED_ESCAPE("malformed escape"),
  MALFORMED_NUMBER("malformed number"),
  MALFORMED_UTF8("malformed UTF-8"),
  NOT_AN_OBJECT("not a JSON object"),
  NUMBER_TOO_LARGE("number beyond a finite double"),
  NUMBER_TOO_LONG("number longer than 32 characters"),
  REPLACEMENT_CHARACTER("replacement character U+FFFD"),
  TOO_DEEP("nested deeper than 32 levels"),
  TRAILING_COMMA("trailing comma"),
  TRAILING_DATA("data after the JSON value"),
  UNEXPECTED_CHARACTER("unexpected character"),
  UNEXPECTED_END("unexpected end of the text");

  final String text;

  Fault(String text) {
    this.text = text;
  }
}
