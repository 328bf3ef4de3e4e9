package murmuration.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server on this machine: no network is needed. */
@Timeout(60)
class FetcherTest {
  private static final byte[] BODY = "time,x\n1,2\n".getBytes(UTF_8);
  private static final Fetcher PATIENT = Fetcher.http(Duration.ofSeconds(50));

  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    answer(
        "/good",
        exchange -> {
          exchange.sendResponseHeaders(200, BODY.length);
          exchange.getResponseBody().write(BODY);
        });
    answer("/gone", exchange -> exchange.sendResponseHeaders(404, -1));
    answer(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/good");
          exchange.sendResponseHeaders(302, -1);
        });
    answer(
        "/cut",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(BODY);
          exchange.getResponseBody().flush();
        });
    answer(
        "/stalls",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(BODY);
          exchange.getResponseBody().flush();
          stalled.countDown();
          await(end);
        });
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void aWholeAnswerComesBackAlsoFromWhereItMovedTo() throws IOException {
    assertArrayEquals(BODY, PATIENT.fetch(at("/good"), 1000));
    assertArrayEquals(BODY, PATIENT.fetch(at("/moved"), 1000));
  }

  @Test
  void aPageThatIsNotThereIsNamedByItsStatus() {
    assertReason("HTTP 404", "/gone", PATIENT, 1000);
  }

  @Test
  void anAnswerThatIsCutShortFails() {
    assertThrows(IOException.class, () -> PATIENT.fetch(at("/cut"), 10_000));
  }

  @Test
  void anAnswerThatIsTooLongIsNotTaken() {
    assertThrows(IOException.class, () -> PATIENT.fetch(at("/good"), BODY.length - 1));
    assertThrows(IOException.class, () -> PATIENT.fetch(at("/cut"), 100));
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() {
    assertReason("no whole answer within", "/stalls", Fetcher.http(Duration.ofMillis(300)), 10_000);
  }

  @Test
  void nobodyListeningMeansOffline() throws IOException {
    int port;
    try (var unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    var e =
        assertThrows(
            IOException.class,
            () -> PATIENT.fetch(URI.create("http://localhost:" + port + "/"), 10));
    assertEquals("offline?", e.getMessage());
  }

  @Test
  void anInterruptInTheMiddleOfADownloadEndsIt() {
    Thread fetching = Thread.currentThread();
    Thread.ofVirtual()
        .start(
            () -> {
              await(stalled);
              fetching.interrupt();
            });
    assertThrows(CancellationException.class, () -> PATIENT.fetch(at("/stalls"), 10_000));
    assertFalse(Thread.interrupted(), "the interrupt has been answered");
  }

  private void assertReason(String words, String path, Fetcher fetcher, long most) {
    var e = assertThrows(IOException.class, () -> fetcher.fetch(at(path), most));
    assertTrue(e.toString().contains(words), e.toString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private void answer(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
