/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Incident;
import io.fuselink.dashboards.Catalogue;
import io.fuselink.dashboards.Dashboard;
import io.fuselink.dashboards.Panel;
import io.fuselink.dashboards.SavedSearch;
import io.fuselink.dashboards.Search;
import io.fuselink.dashboards.View;
import io.fuselink.events.Appeal;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Source;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.sandbox.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/**
 * The board over a city with a bad threshold, looked at as an analyst does: every panel has data, every
 * dashboard is drawn in a real browser, and a number is checked and decided about by hand.
 */
class BoardITCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final City CITY = City.of(plan());
    private static final int MINUTES = 4;

    /** Renewed on purpose only: {@code -Dfuselink.screenshots=write}. */
    private static final Path SCREENSHOTS =
            "write".equals(System.getProperty("fuselink.screenshots"))
                    ? Path.of("..", "..", "dashboards", "screenshots")
                    : Path.of("target", "screenshots");

    /** What a city of three hours may leave empty, because nothing of the kind happened. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of(
                    "pages",
                    // Whether a city spends a budget, its size decides.
                    "budget-pages",
                    // Nobody sealed a pack; the fraud is confirmed by people, who are not in the
                    // play.
                    "sealed-evidence",
                    "ledger-fraud",
                    // Whether a carrier leaks depends on who calls after a block.
                    "proofs",
                    "proofs-by-party");

    /** A script that names the controls, charts and tables a screen reader cannot tell from others. */
    private static final String UNNAMED =
            """
            const name = e => (e.getAttribute('aria-label') || e.getAttribute('title') || e.getAttribute('alt') || e.textContent ||
                [...(e.labels || [])].map(l => l.textContent).join('')).trim();
            const seen = e => e.offsetParent !== null;
            const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
            return [
                ...[...document.querySelectorAll('button, a[href], input, select, textarea')].filter(e => seen(e) && !name(e)),
                ...[...document.querySelectorAll('.canvas svg')].filter(e => !e.getAttribute('aria-label')),
                ...[...document.querySelectorAll('img:not([alt])')],
                ...[...document.querySelectorAll('th:not([scope])')],
                ...[...document.querySelectorAll('section:not([aria-labelledby])')],
            ].map(e => e.outerHTML.slice(0, 120)).concat(ids.filter((id, i) => ids.indexOf(id) !== i && !id.includes('vega')));
            """;

    private static SandboxRun run;
    private static Thread play;
    private static RestClient elastic;
    private static Optional<Browser> browser = Optional.empty();

    private static CityPlan plan() {
        return CityPlan.standard(1).withIncident(Incident.BAD_THRESHOLD);
    }

    @BeforeAll
    static void playUntilTheClockGoesOn() throws Exception {
        SharedServers.clear();
        run =
                SandboxRun.start(
                        SharedServers.all(),
                        new SandboxPlan(plan(), 0, null),
                        Progress.on(System.out));
        var played = new CompletableFuture<Void>();
        play = new Thread(() -> play(played), "play");
        play.start();
        played.get(MINUTES, TimeUnit.MINUTES);
        elastic = SharedServers.elastic();
        browser = Browser.open();
    }

    private static void play(CompletableFuture<Void> played) {
        try {
            run.playAndStay(() -> played.complete(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            played.completeExceptionally(e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        browser.ifPresent(Browser::close);
        play.interrupt();
        play.join();
        run.close();
        elastic.close();
        SharedServers.clear();
    }

    static List<Panel> panels() {
        return CATALOGUE.panels();
    }

    static List<SavedSearch> lists() {
        return CATALOGUE.searches();
    }

    static List<Dashboard> dashboards() {
        return CATALOGUE.dashboards();
    }

    // ---- what Kibana would be answered

    @ParameterizedTest
    @MethodSource("panels")
    void thePanelsQueryReturnsData(Panel panel) throws IOException {
        var answer = ask(panel.search(everything()));
        var data =
                answer.at(
                        "/" + panel.spec().at("/data/format/property").asText().replace('.', '/'));

        if (MAY_BE_EMPTY.contains(panel.id())) {
            return;
        }
        assertThat(data).as("%s", answer).isNotEmpty();
        assertThat(data.findValuesAsText("doc_count"))
                .satisfiesAnyOf(
                        counts -> assertThat(counts).isEmpty(),
                        counts -> assertThat(counts).anyMatch(count -> !count.equals("0")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theListHasRows(SavedSearch list) throws IOException {
        var found = ask(list.search(everything(), "", 0, 10)).at("/hits/hits");

        assertThat(MAY_BE_EMPTY.contains(list.id()) || !found.isEmpty()).isTrue();
    }

    private static View everything() {
        return View.of(0, plan().startMs() + TimeUnit.DAYS.toMillis(1_000));
    }

    private static JsonNode ask(Search search) throws IOException {
        var request = new Request("POST", "/" + search.index() + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.setJsonEntity(search.body().toString());
        return JSON.readTree(elastic.performRequest(request).getEntity().getContent());
    }

    // ---- what an analyst sees

    private static Browser browser() {
        assumeTrue(browser.isPresent(), "no browser on this machine");
        return browser.get().sized(1280, 800).dark(false);
    }

    private static void open(Browser browser, String path) {
        browser.go(run.board().resolve(path));
    }

    private static void drawn(Browser browser, Dashboard dashboard) {
        browser.await("body[data-ready='%s']".formatted(dashboard.id()));
        assertThat(browser.all("#tiles .tile"))
                .hasSize(dashboard.tiles().size())
                .allSatisfy(
                        tile ->
                                assertThat(tile.getDomAttribute("data-drawn"))
                                        .as(tile.getDomAttribute("data-ref"))
                                        .isIn(
                                                MAY_BE_EMPTY.contains(
                                                                tile.getDomAttribute("data-ref"))
                                                        ? List.of("full", "empty")
                                                        : List.of("full")));
        assertThat(browser.all("#trouble:not([hidden])")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyDashboardIsDrawn(Dashboard dashboard) {
        var browser = browser();

        open(browser, "/d/" + dashboard.id() + "?every=0&lang=zh");

        drawn(browser, dashboard);
        toldToScreenReaders(browser);
        browser.photograph(SCREENSHOTS.resolve(dashboard.id() + ".png"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyDashboardFitsAPhoneInEnglishAndInTheDark(Dashboard dashboard) {
        var browser = browser().sized(390, 844).dark(true);

        open(browser, "/d/" + dashboard.id() + "?every=0&lang=en");

        drawn(browser, dashboard);
        assertThat(browser.ask("return document.documentElement.scrollWidth"))
                .as("nothing is wider than the screen")
                .isEqualTo(390L);
        assertThat(
                        (String)
                                browser.ask(
                                        "return [...document.querySelectorAll('h1, h2, th, svg text, label, option, #question')].map(e => e.textContent).join('\\n"
                                                + "')"))
                .as("no word is left untranslated")
                .doesNotContainPattern("\\p{IsHan}");
        browser.photograph(Path.of("target", "screenshots", "phone-" + dashboard.id() + ".png"));
    }

    @Test
    void aClickOnABarNarrowsEverything() {
        var browser = browser();
        open(browser, "/d/situation?every=0&lang=zh");
        drawn(browser, dashboards().get(0));
        var before = browser.await("[data-ref=dangerous-now] .count").getText();

        browser.ask(
                "document.querySelector('[data-ref=alerts-by-detector] .mark-rect path').dispatchEvent(new MouseEvent('click', {bubbles: true}))");

        assertThat(browser.await("#filters li").getText()).contains("依据");
        browser.await("body[data-ready=situation]");
        assertThat(browser.page()).contains("f=detectors");
        assertThat(before).isNotEmpty();
    }

    @Test
    void anAnalystChecksANumberAndWhatIsDecidedIsDoneAndUndoneOnEveryLeg() throws IOException {
        var browser = browser();
        var digits = digitsOfSomebodyWaiting();
        open(browser, "/d/situation?every=0&lang=zh");
        drawn(browser, dashboards().get(0));

        // the number, whose it is, and why
        browser.await("#typed").sendKeys(digits + "\n");
        browser.await("body[data-ready=check-number]");
        assertThat(browser.page()).doesNotContainPattern("\\d{11}");
        assertThat(browser.await("#filters li").getText()).contains("******");
        assertThat(
                        (String)
                                browser.ask(
                                        "return document.querySelector('[data-ref=responsible-chain] svg').textContent"))
                .contains("运营商", "使用方", "carrier-");
        assertThat(browser.await("[data-ref=owner-chain] tbody").getText()).contains("三级");
        assertThat(browser.await("[data-ref=evidence-lines] tbody").getText()).isNotBlank();
        var number = browser.page();

        // the full block that waits takes two names, and one is not two
        browser.await("[data-ref=number-decisions] a[href^='/decide/']").click();
        browser.await("tr[data-state=PENDING_HUMAN][data-action=BLOCK]");
        browser.photograph(SCREENSHOTS.resolve("decide.png"));
        var decision = browser.page();
        decide(browser, "APPROVE", "王警官", "已核对通话与话术证据");
        awaitText(browser, "#case", "还需另一人");
        decide(browser, "APPROVE", " 王警官 ", "再次批准");
        awaitText(browser, ".story", "第二次批准须由另一人作出");
        assertThat(browser.all("tr[data-state=PENDING_HUMAN][data-action=BLOCK]")).isNotEmpty();
        decide(browser, "APPROVE", "李警官", "复核同意");
        browser.awaitNone("tr[data-state=PENDING_HUMAN]");
        everyPartyAnswers(browser);
        assertThat(browser.await(".story").getText())
                .contains("王警官", "已核对通话与话术证据", "已有一人批准", "李警官", "复核同意");

        // and is seen in effect where the analyst came from
        browser.go(URI.create(number));
        browser.await("body[data-ready=check-number]");
        assertThat(browser.await("[data-ref=number-legs] tbody").getText()).contains("封堵", "已生效");
        browser.go(URI.create(decision));

        // the holder contests it, and was wrongly hit: every party undoes it
        appeal(decision.substring(decision.lastIndexOf('/') + 1));
        browser.await("tr[data-action=BLOCK] .flag-appealed");
        browser.photograph(Path.of("target", "screenshots", "decide-appealed.png"));
        decide(browser, "CONFIRM_WRONG", "李警官", "机主持证到场，确系本人经营使用");
        browser.await("tr[data-action=BLOCK][data-state=LIFTED]");
        run.hurry(Duration.ofMinutes(1));
        browser.awaitNone(
                "tr[data-state=PENDING_HUMAN], tr[data-state=ISSUED], tr[data-state=ACKED], tr[data-state=EFFECTIVE]");
        assertThat(browser.all("tr[data-action=BLOCK][data-state=LIFTED]"))
                .as("both carriers")
                .hasSizeGreaterThanOrEqualTo(2);
        browser.photograph(Path.of("target", "screenshots", "decide-lifted.png"));
        assertThat(browser.complaints()).isEmpty();
    }

    /** Fills in the form as an officer does. */
    private static void decide(Browser browser, String verb, String by, String reason) {
        browser.await("input[value=" + verb + "]").click();
        var name = browser.await("#by");
        name.clear();
        name.sendKeys(by);
        browser.await("#reason").sendKeys(reason);
        browser.await("#decide button.main").click();
        awaitText(browser, "#said", "已提交");
    }

    /** Waits until the page says so; what is drawn anew in between does not matter. */
    private static void awaitText(Browser browser, String selector, String text) {
        browser.ask(
                """
                const [selector, text] = arguments;
                document.body.removeAttribute('data-says');
                clearInterval(window.listening);
                window.listening = setInterval(() => {
                    if (document.querySelector(selector)?.textContent.includes(text)) document.body.setAttribute('data-says', '');
                }, 50);
                """,
                selector,
                text);
        browser.await("body[data-says]");
    }

    /** Nobody waits for the carrier that takes nine minutes. */
    private static void everyPartyAnswers(Browser browser) {
        run.hurry(Duration.ofMinutes(10));
        browser.awaitNone("tr[data-state=ISSUED], tr[data-state=ACKED]");
        assertThat(browser.all("tr[data-action=BLOCK][data-state=EFFECTIVE]"))
                .as("both carriers")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static void appeal(String bundleId) {
        var at = run.cityTime();
        var header =
                new Header(
                        "appeal-at-the-counter",
                        Source.JOINT_CENTRE,
                        "registry",
                        at,
                        at,
                        Header.SCHEMA_VERSION,
                        null,
                        null);
        var appeal =
                new Appeal(
                        "appeal-at-the-counter",
                        bundleId,
                        null,
                        "ff".repeat(16),
                        "counter",
                        at,
                        null);
        new DutyOfficer(SharedServers.all().kafka().bootstrapServers())
                .say(Event.of(header, appeal));
    }

    @Test
    void theFiguresOfAChartAreReachedByKeyboard() {
        var browser = browser();
        open(browser, "/d/situation?every=0&lang=zh");
        drawn(browser, dashboards().get(0));

        browser.ask("document.querySelector('[data-ref=alerts-by-detector] button.quiet').focus()");
        browser.press(Keys.ENTER);
        browser.await("[data-ref=alerts-by-detector] tbody tr");
        browser.press(Keys.TAB);
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);

        assertThat(browser.await("#filters li").getText()).contains("依据");
        assertThat(browser.complaints()).isEmpty();
    }

    /** What a screen reader needs: names for controls and charts, headers for columns, ids that are one. */
    private static void toldToScreenReaders(Browser browser) {
        assertThat((List<?>) browser.ask(UNNAMED)).as("without a name").isEmpty();
    }

    // ---- words

    @Test
    void everyValueThatOccursHasAWord() throws IOException {
        for (var word :
                Map.of(
                                "detectors", "detector",
                                "reasons.code", "code",
                                "province", "province",
                                "number_class", "number_class",
                                "suppressed_by", "suppressed",
                                "kind", "page_kind")
                        .entrySet()) {
            var index = word.getKey().equals("kind") ? "fuselink-pages-*" : "fuselink-alerts-*";
            var body = JSON.createObjectNode().put("size", 0);
            body.putObject("aggs")
                    .putObject("values")
                    .putObject("terms")
                    .put("field", word.getKey())
                    .put("size", 200);
            var values =
                    ask(new Search(index, body))
                            .at("/aggregations/values/buckets")
                            .findValuesAsText("key");

            assertThat(CATALOGUE.labels().path(word.getValue()).fieldNames())
                    .toIterable()
                    .as(word.getValue())
                    .containsAll(values);
        }
    }

    /** The digits of somebody whose block a duty officer must still decide about. */
    private static String digitsOfSomebodyWaiting() throws IOException {
        var legs =
                ask(CATALOGUE
                                .search("awaiting-approval")
                                .orElseThrow()
                                .search(everything(), "BLOCK", 0, 100))
                        .at("/hits/hits");
        return legs.findValuesAsText("target_tk").stream()
                .flatMap(token -> digits(token).stream())
                .findFirst()
                .orElseThrow();
    }

    /** The digits behind a token: the masks seen on its calls leave a million of them each. */
    private static Optional<String> digits(String token) {
        var key = Tokenizer.sandbox();
        return StreamSupport.stream(CITY.spliterator(), false)
                .filter(record -> !record.isGarbage() && record.feed() == Feed.CALLS)
                .map(record -> record.event().call())
                .filter(call -> token.equals(call.fromTk()))
                .map(call -> call.display())
                .filter(display -> display != null && display.matches("1\\d\\d\\*{6}\\d\\d"))
                .distinct()
                .flatMap(
                        mask ->
                                IntStream.range(0, 1_000_000)
                                        .mapToObj(n -> mask.replace("******", "%06d".formatted(n))))
                .filter(number -> key.token("CN:M:" + number).equals(token))
                .findFirst();
    }
}
