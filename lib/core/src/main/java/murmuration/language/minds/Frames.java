package murmuration.language.minds;

import java.util.ArrayList;
import java.util.List;

/** All orders in which slots of words can be about modalities: {@code of(f)[slot] = modality}. */
final class Frames {
  private final int[][] modalityOf;
  private final int[][] slotOf;

  Frames(int modalities) {
    var all = new ArrayList<int[]>();
    extend(new int[modalities], 0, new boolean[modalities], all);
    modalityOf = all.toArray(int[][]::new);
    slotOf = new int[modalityOf.length][modalities];
    for (int f = 0; f < slotOf.length; f++) {
      for (int l = 0; l < modalities; l++) {
        slotOf[f][modalityOf[f][l]] = l;
      }
    }
  }

  private static void extend(int[] order, int at, boolean[] used, List<int[]> all) {
    if (at == order.length) {
      all.add(order.clone());
      return;
    }
    for (int c = 0; c < order.length; c++) {
      if (!used[c]) {
        used[c] = true;
        order[at] = c;
        extend(order, at + 1, used, all);
        used[c] = false;
      }
    }
  }

  int count() {
    return modalityOf.length;
  }

  /** The modality that each slot is about in frame f. */
  int[] modalities(int f) {
    return modalityOf[f];
  }

  /** The slot that is about each modality in frame f. */
  int[] slots(int f) {
    return slotOf[f];
  }
}
