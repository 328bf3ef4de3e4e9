package murmuration.golden.language;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.ContextIndependence;
import murmuration.language.InformationUnit;
import murmuration.language.Language;
import murmuration.language.signalling.CausalInfluence;
import murmuration.language.signalling.SignalInformation;

/** What the code of Lowe et al. gives for messages and actions, and the closed forms beside it. */
public final class SignallingChecker implements Checker {
  @Override
  public String kind() {
    return "language/signalling-listening";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = file.tolerance();
    for (Node node : file.root().at("cases").items()) {
      int[] messages = GoldenLanguage.row(node.at("messages"));
      int[] actions = GoldenLanguage.row(node.at("actions"));
      var consistency =
          SignalInformation.speakerConsistency(messages, actions, 1, 1).unit(InformationUnit.NATS);
      for (String name :
          new String[] {"peer_speaker_consistency_nats", "closed_form_mutual_information_nats"}) {
        report.number(node.path() + name, node.at(name).number(), consistency.value(), tolerance);
      }
      report.number(
          node.path() + " entropy",
          node.at("peer_message_entropy_nats").number(),
          consistency.messageEntropy(),
          tolerance);
      report.number(
          node.path() + " context independence",
          node.at("peer_context_independence").number(),
          independence(messages, actions, (int) node.at("n_actions").integer()),
          tolerance);
      report.equal(
          node.path() + " messages",
          node.at("n_messages").integer(),
          (long) node.at("cic").at("p_message").numbers().length);
      influence(file, node.at("cic"), report);
    }
  }

  private static double independence(int[] messages, int[] actions, int concepts) {
    int[][] meanings = Arrays.stream(actions).mapToObj(a -> new int[] {a}).toArray(int[][]::new);
    int[][] words = Arrays.stream(messages).mapToObj(m -> new int[] {m}).toArray(int[][]::new);
    return ContextIndependence.messageLevel(Language.of(meanings, words), concepts).value();
  }

  private static void influence(GoldenFile file, Node node, Report report) {
    var found =
        CausalInfluence.of(
                node.at("p_action_given_do_message").matrix(), node.at("p_message").numbers())
            .unit(InformationUnit.NATS);
    report.number(
        node.path() + " published",
        node.at("peer_calc_cic").number(),
        found.peerOffset(),
        file.tolerance());
    report.number(
        node.path() + " correct",
        node.at("closed_form_mutual_information_nats").number(),
        found.value(),
        file.tolerance());
    report.number(
        node.path() + " difference",
        node.at("difference_equals_ln_n_messages").number(),
        found.peerOffset() - found.value(),
        file.tolerance());
  }
}
