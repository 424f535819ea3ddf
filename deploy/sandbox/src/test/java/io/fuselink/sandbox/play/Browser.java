/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The machine's own Chromium without a window, as an analyst in Beijing has it. Nothing is downloaded. */
final class Browser implements AutoCloseable {
    /** What the build says where a browser must be there: {@code -Dfuselink.browser=required}. */
    private static final boolean REQUIRED =
            "required".equals(System.getProperty("fuselink.browser"));

    /** A page asks a dozen questions of a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens a browser; empty, with a notice, where none is installed and none is required. */
    static Optional<Browser> open() {
        var chromium = onPath("chromium", "chromium-browser", "google-chrome");
        var driver = onPath("chromedriver");
        if (chromium.isPresent() && driver.isPresent()) {
            return Optional.of(new Browser(start(chromium.get(), driver.get())));
        }
        var notice =
                "no chromium and chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)";
        if (REQUIRED) {
            throw new IllegalStateException(notice + ", and this build requires them.");
        }
        System.out.println("*** SKIPPED, the board is not looked at in a browser: " + notice);
        return Optional.empty();
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(
                        name ->
                                Stream.of(System.getenv("PATH").split(":", -1))
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ChromeDriver start(Path chromium, Path driver) {
        var options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless",
                // Debian's sandbox needs rights that a build as root in a container does not have.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-proxy-server",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=zh-CN");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service =
                new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
        var started = new ChromeDriver(service, options);
        started.executeCdpCommand(
                "Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Shanghai"));
        return started;
    }

    /** The size of the screen; a phone's has more points to a pixel. */
    Browser sized(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        return this;
    }

    Browser dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        dark ? "dark" : "light"))));
        return this;
    }

    void go(URI address) {
        driver.get(address.toString());
    }

    /** Waits until there is such an element. */
    WebElement await(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(
                        () ->
                                "waiting for %s on %s, which says %s and complains %s"
                                        .formatted(
                                                selector,
                                                page(),
                                                all("#trouble").stream()
                                                        .map(WebElement::getText)
                                                        .toList(),
                                                complaints()))
                .until(
                        d ->
                                d.findElements(By.cssSelector(selector)).stream()
                                        .findFirst()
                                        .orElse(null));
    }

    /** Waits until there is no such element any more. */
    void awaitNone(String selector) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(
                        () ->
                                "waiting until there is no %s on %s: %s"
                                        .formatted(
                                                selector,
                                                page(),
                                                all(selector).stream()
                                                        .map(WebElement::getText)
                                                        .toList()))
                .until(d -> d.findElements(By.cssSelector(selector)).isEmpty());
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What a script returns. */
    Object ask(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    String page() {
        return driver.getCurrentUrl();
    }

    /** The errors on the console since the last time. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The whole page, not only what the screen holds. */
    void photograph(Path file) {
        var height = ((Number) ask("return document.documentElement.scrollHeight")).intValue();
        var width = ((Number) ask("return document.documentElement.clientWidth")).intValue();
        var shot =
                driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of(
                                        "x", 0, "y", 0, "width", width, "height", height, "scale",
                                        1)));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
