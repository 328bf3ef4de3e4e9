package murmuration.sorting;

/**
 * A set of numbers from 0 to n - 1 from which one can be drawn: members stand first in a list of
 * all. Membership changes by an exchange at the border, the same steps for in, out and no change,
 * since a branch could not be predicted.
 */
final class IndexSet {
  private final int[] list;
  private final int[] place;
  private int size;

  IndexSet(int n) {
    list = new int[n];
    place = new int[n];
    for (int i = 0; i < n; i++) {
      list[i] = i;
      place[i] = i;
    }
  }

  int size() {
    return size;
  }

  /** The k-th member, in no order. */
  int get(int k) {
    return list[k];
  }

  boolean contains(int i) {
    return place[i] < size;
  }

  /** Sets whether i is a member: 1 or 0. */
  void set(int i, int member) {
    int here = place[i];
    int was = (here - size) >>> 31;
    int there = member == was ? here : size - was;
    int other = list[there];
    list[here] = other;
    place[other] = here;
    list[there] = i;
    place[i] = there;
    size += member - was;
  }
}
