package murmuration.math;

import org.jtransforms.dct.DoubleDCT_1D;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/** Transforms of JTransforms that start no threads of their own: ours is the outer loop. */
final class Transforms {
  static {
    CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Integer.MAX_VALUE);
    CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Integer.MAX_VALUE);
  }

  private Transforms() {}

  static DoubleFFT_1D fourier(long n) {
    return new DoubleFFT_1D(n);
  }

  static DoubleDCT_1D cosine(long n) {
    return new DoubleDCT_1D(n);
  }
}
