package murmuration.language;

/** What becomes of the end-of-sequence (EOS) symbol of padded messages. */
public enum EosPolicy {
  /** Each message ends before its first EOS. */
  STRIP,
  /** Each message ends with its first EOS. */
  KEEP_FIRST,
  /** Messages stay as they are padded, EOS and all; EGG and emlangkit measure these. */
  PADDED
}
