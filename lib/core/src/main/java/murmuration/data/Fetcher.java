package murmuration.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets the bytes at an address. */
@FunctionalInterface
interface Fetcher {
  /**
   * All bytes at an address, held in memory until they are whole.
   *
   * @param most the longest answer that is taken
   * @throws IOException when they cannot be had: the message says why
   * @throws CancellationException when the thread is interrupted
   */
  byte[] fetch(URI address, long most) throws IOException;

  /** Over HTTP, following redirects, the whole within a time limit. */
  static Fetcher http(Duration limit) {
    return (address, most) -> {
      try (var client =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build()) {
        var answer =
            client.sendAsync(
                HttpRequest.newBuilder(address).build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        try {
          return body(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
          throw new IOException("no whole answer within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
          throw (CancellationException)
              new CancellationException("interrupted while fetching " + address).initCause(e);
        } catch (ExecutionException e) {
          throw reason(e.getCause() instanceof IOException cause ? cause : new IOException(e));
        } finally {
          answer.cancel(true);
          client.shutdownNow();
        }
      }
    };
  }

  private static byte[] body(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode());
    }
    return answer.body();
  }

  private static IOException reason(IOException e) {
    boolean unreachable =
        e instanceof ConnectException
            || e instanceof HttpConnectTimeoutException
            || e instanceof UnknownHostException;
    return new IOException(unreachable ? "offline?" : AtomicFile.reason(e), e);
  }
}
