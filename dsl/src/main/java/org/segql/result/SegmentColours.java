package org.segql.result;

/// The colours of segments in tables.
final class SegmentColours {
  private static final int[] COLOURS = {
    0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xb5a300, 0x332288
  };

  private SegmentColours() {}

  /// 0xrrggbb; segment 0 (noise) is grey.
  static int rgb(int segment, boolean dark) {
    return segment <= 0 ? 0x8a8f96 : COLOURS[(segment - 1) % COLOURS.length];
  }
}
