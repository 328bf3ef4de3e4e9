package murmuration.sorting;

/**
 * A set of numbers from 0 to n - 1 from which one can be drawn: members stand first in a list of
 * all, and membership changes by an exchange at the border.
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

  /** Puts i in or out where it is not already so. */
  void renew(int i, boolean member) {
    if (member != contains(i)) {
      if (member) {
        add(i);
      } else {
        remove(i);
      }
    }
  }

  /** Puts i, which is no member, in. */
  void add(int i) {
    exchange(i, size);
    size++;
  }

  /** Takes i, which is a member, out. */
  void remove(int i) {
    size--;
    exchange(i, size);
  }

  private void exchange(int i, int there) {
    int here = place[i];
    int other = list[there];
    list[here] = other;
    place[other] = here;
    list[there] = i;
    place[i] = there;
  }
}
