package murmuration.neural.insilico;

import java.util.List;
import java.util.Locale;
import murmuration.icl.CompetitionRun;
import murmuration.icl.InContextTask;

/**
 * One run of the sweep as the committed file keeps it.
 *
 * @param task what was learned
 * @param seed seed of the run
 * @param train end of the accuracy on bursty sequences
 * @param inContext end of ICL
 * @param inWeights end of IWL
 * @param peak highest ICL
 */
record IclRow(
    InContextTask task, long seed, double train, double inContext, double inWeights, double peak) {
  static final String HEADER = "K,B,alpha,pC,seed,train,icl,iwl,icl_peak";

  static IclRow of(CompetitionRun run) {
    return new IclRow(
        run.task(), run.seed(), run.endTrain(), run.endInContext(), run.endInWeights(), run.peak());
  }

  static IclRow parse(String line) {
    var cells = List.of(line.split(",", -1));
    var task =
        InContextTask.standard()
            .classes(Integer.parseInt(cells.get(0)))
            .burstiness(Integer.parseInt(cells.get(1)))
            .alpha(Double.parseDouble(cells.get(2)))
            .bursty(Double.parseDouble(cells.get(3)));
    return new IclRow(
        task,
        Long.parseLong(cells.get(4)),
        Double.parseDouble(cells.get(5)),
        Double.parseDouble(cells.get(6)),
        Double.parseDouble(cells.get(7)),
        Double.parseDouble(cells.get(8)));
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%d,%d,%s,%s,%d,%.4f,%.4f,%.4f,%.4f",
        task.classes(),
        task.burstiness(),
        task.alpha(),
        task.bursty(),
        seed,
        train,
        inContext,
        inWeights,
        peak);
  }
}
