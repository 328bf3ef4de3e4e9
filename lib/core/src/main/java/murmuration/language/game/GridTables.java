package murmuration.language.game;

/** The tables of one forager on a grid: logits of intentions and of tokens, and a value, by row. */
record GridTables(double[] intend, double[] say, double[] value) {
  static GridTables fresh(int rows) {
    return new GridTables(
        new double[rows * GridMind.INTENTIONS],
        new double[rows * ForagingGrid.TOKENS],
        new double[rows]);
  }

  GridTables copy() {
    return new GridTables(intend.clone(), say.clone(), value.clone());
  }
}
