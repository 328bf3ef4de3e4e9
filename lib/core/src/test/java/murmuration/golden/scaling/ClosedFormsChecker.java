package murmuration.golden.scaling;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.form.DataConstrainedLaw;
import murmuration.scaling.form.Kaplan;

/** The laws of Kaplan et al. and of Muennighoff et al., evaluated in NumPy. */
public final class ClosedFormsChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/closed-forms";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = Tolerance.relative(file.root().at("tolerance_rel").number());
    var check = new Comparison(report, tolerance);
    var kaplan = file.root().at("kaplan");
    check.one(kaplan.at("L_N"), "N", "L", Kaplan.PARAMETERS::loss);
    check.one(kaplan.at("L_D"), "D", "L", Kaplan.TOKENS::loss);
    check.one(kaplan.at("L_Cmin"), "C_pfdays", "L", Kaplan.COMPUTE::loss);
    check.one(kaplan.at("N_opt"), "C_pfdays", "N", Kaplan.OPTIMAL_SIZE::parameters);
    check.two(kaplan.at("L_ND"), "N", "D", Kaplan.PARAMETERS_AND_TOKENS::loss);
    check.two(kaplan.at("L_NS"), "N", "S_min", Kaplan.PARAMETERS_AND_STEPS::loss);
    file.root().at("data_constrained").items().forEach(check::dataConstrained);
  }

  private record Comparison(Report report, Tolerance tolerance) {
    void one(Node node, String scale, String value, DoubleUnaryOperator law) {
      double[] x = node.at(scale).numbers();
      double[] expected = node.at(value).numbers();
      for (int i = 0; i < x.length; i++) {
        number(node, value, expected[i], law.applyAsDouble(x[i]));
      }
    }

    void two(Node node, String first, String second, DoubleBinaryOperator law) {
      double[] x = node.at(first).numbers();
      double[] y = node.at(second).numbers();
      double[] expected = node.at("L").numbers();
      for (int i = 0; i < x.length; i++) {
        number(node, "L", expected[i], law.applyAsDouble(x[i], y[i]));
      }
    }

    void dataConstrained(Node node) {
      var law = DataConstrainedLaw.MUENNIGHOFF;
      double n = node.at("N").number();
      double d = node.at("D").number();
      double unique = node.at("U").number();
      double used = law.usedParameters(n, d, unique);
      number(node, "U_D", node.at("U_D").number(), law.uniqueTokens(d, unique));
      number(node, "R_D", node.at("R_D").number(), law.repetitions(d, unique));
      number(node, "U_N", node.at("U_N").number(), used);
      number(node, "R_N", node.at("R_N").number(), n / used - 1);
      number(node, "N_eff", node.at("N_eff").number(), law.effectiveParameters(n, d, unique));
      number(node, "D_eff", node.at("D_eff").number(), law.effectiveTokens(d, unique));
      number(node, "L", node.at("L").number(), law.loss(n, d, unique));
    }

    private void number(Node node, String what, double expected, double found) {
      report.number(node.path() + "." + what, expected, found, tolerance);
    }
  }
}
