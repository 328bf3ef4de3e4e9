package murmuration.scaling.form;

/**
 * The laws of Kaplan et al. 2020, Scaling laws for neural language models, with the constants
 * printed there (Eq. 1.1 to 1.6 and Appendix A). N counts parameters <em>without embeddings</em>,
 * loss is in nats a token, and compute in petaflop-days ({@link #PETAFLOP_DAY}).
 *
 * <pre>{@code
 * double loss = Kaplan.PARAMETERS_AND_TOKENS.loss(1e9, 22e9);
 * double size = Kaplan.OPTIMAL_SIZE.parameters(6.3e24 / Kaplan.PETAFLOP_DAY);
 * }</pre>
 *
 * <p>Their optimal size grows with compute to the power 0.73, that of Hoffmann et al. (2022) to the
 * power 0.5; {@link NonEmbeddingFrontier} shows how much of it is the way of counting.
 */
public final class Kaplan {
  /** FLOP in one petaflop-day: 1e15 a second for 86,400 seconds. */
  public static final double PETAFLOP_DAY = 8.64e19;

  /** Loss by parameters, data not limiting: {@code (8.8e13 / N)^0.076}. */
  public static final PowerOfScale PARAMETERS = new PowerOfScale(8.8e13, 0.076);

  /** Loss by tokens, size not limiting: {@code (5.4e13 / D)^0.095}. */
  public static final PowerOfScale TOKENS = new PowerOfScale(5.4e13, 0.095);

  /** Loss by compute well spent, in petaflop-days: {@code (3.1e8 / C)^0.050}. */
  public static final PowerOfScale COMPUTE = new PowerOfScale(3.1e8, 0.050);

  /** Loss by parameters and tokens: {@code [(6.4e13/N)^(0.076/0.103) + 1.8e13/D]^0.103}. */
  public static final CoupledLaw PARAMETERS_AND_TOKENS =
      CoupledLaw.ofScales(6.4e13, 1.8e13, 0.076, 0.103);

  /**
   * Loss by parameters and steps: {@code (6.5e13/N)^0.077 + (2.1e3/S)^0.76}; steps are those at a
   * batch much larger than the critical one.
   */
  public static final StepsLaw PARAMETERS_AND_STEPS =
      new StepsLaw(new PowerOfScale(6.5e13, 0.077), new PowerOfScale(2.1e3, 0.76));

  /** Best size for compute in petaflop-days: {@code 1.3e9 C^0.73}. */
  public static final OptimalSizeLaw OPTIMAL_SIZE = new OptimalSizeLaw(1.3e9, 0.73);

  private Kaplan() {}
}
