package murmuration.plot;

/** How values become places: 0 at {@code from}, 1 at {@code to}, even in the logarithm if so. */
record Scale(double from, double to, boolean log) {
  double place(double value) {
    return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  }

  double value(double place) {
    return log ? from * Math.pow(to / from, place) : from + (to - from) * place;
  }

  /** The scale of the negatives. */
  Scale mirrored() {
    return new Scale(-to, -from, log);
  }

  /** The same reaching further up, so that what was the whole is now this part. */
  Scale roomAbove(double part) {
    return new Scale(from, value(1 / part), log);
  }
}
