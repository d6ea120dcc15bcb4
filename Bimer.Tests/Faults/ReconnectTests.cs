using System.Text.RegularExpressions;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts.Demo;
using Bimer.Tests.Given;
using Bimer.Tests.Journeys;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Faults;

/// <summary>The program dies and comes back under an open page (our own bar, in Turkish): nobody presses anything, nothing typed is lost.</summary>
public sealed partial class ReconnectTests(ReconnectTests.OneProgram one) : IClassFixture<ReconnectTests.OneProgram>
{
    private const int Rows = 50;
    private const string Sentence = " Lambalar ile direkler yenilenecek, kablolar ise gelecek hafta elden geçirilecek; size yeniden bilgi verilecektir.";
    private const string Bar = "#components-reconnect-modal";

    // A minute of typing without a pause, ten letters a second, by a clock of its own: the longest time in which nothing was sent.
    private const string LongestUnsent = """
        async () => {
          const { DraftKeeper } = await import('/js/drafts.js');
          let now = 0, due = null, last = 0, longest = 0;
          performance.now = () => now;
          window.setTimeout = (act, after) => { due = { act, at: now + after }; return 1; };
          window.clearTimeout = () => { due = null; };
          class Keeper extends DraftKeeper {
            say() { }
            async send() { longest = Math.max(longest, now - last); last = now; this.kept = this.changes; }
          }
          const keeper = new Keeper(document.createElement('div'), '');
          for (; now < 60_000; now += 100) {
            if (due && due.at <= now) { const { act } = due; due = null; await act(); }
            keeper.changed();
          }
          return Math.max(longest, now - last);
        }
        """;

    private readonly AKillableProgram _program = one.Program;

    [Fact]
    public async Task The_inbox_says_that_the_line_is_lost_and_comes_back_by_itself_with_what_happened_meanwhile()
    {
        await using var officer = await SitDownAsync("/kutu/kurum");
        var page = officer.Page;
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(Rows);

        await LoseAsync(page);
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(Rows);
        await _program.OpenOneAsync(BulkBox.Person(Rows));
        await _program.Bimer.RestartAsync();

        await IsNewAndLiveAsync(page);
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(Rows - 1);
        await Expect(page.Locator(Bar)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_letter_of_six_thousand_characters_and_a_short_note_keep_every_one_though_the_program_is_killed_in_the_middle_of_both_sentences()
    {
        var words = string.Concat(Enumerable.Repeat("Şikâyetiniz üzerine sokaktaki lambalar incelendi. ", 120)) + "Sonuç:";
        await using var officer = await SitDownAsync("/kutu/gelen");
        var page = officer.Page;
        await WriteAsync(page, words);
        var note = await NoteOfAnotherAsync(officer);

        // One key follows another before, during and after: what was saved by then is half a sentence at most.
        var sentences = Task.WhenAll(page.Keyboard.TypeAsync(Sentence, new() { Delay = 40 }), note.Keyboard.TypeAsync(Sentence, new() { Delay = 40 }));
        await Expect(page.Locator("#letter")).ToContainTextAsync("Sonuç: Lambalar ");
        await note.WaitForFunctionAsync("() => document.querySelector('#explanation').value.startsWith(' Lambalar ')");
        await LoseAsync(page, note);
        await sentences;
        await Expect(page.Locator("#letter-state.failed")).ToBeVisibleAsync();
        await Expect(note.Locator(".draft-away.failed")).ToBeVisibleAsync();
        await _program.Bimer.RestartAsync();

        await IsNewAndLiveAsync(page);
        await Expect(page.Locator("#letter")).ToHaveTextAsync(words + Sentence);
        await IsNewAndLiveAsync(note);
        await Expect(note.Locator("#explanation")).ToHaveValueAsync(Sentence);
        await Expect(note.Locator("#draft-state")).ToContainTextAsync("geri getirildi");
    }

    [Fact]
    public async Task Six_thousand_letters_at_a_desk_outlive_the_kill_of_the_program_and_of_the_browser()
    {
        var words = string.Concat(Enumerable.Repeat("Sokaktaki lamba iki haftadır yanmıyor, geçilmiyor. ", 117)) + "Arz ederim.";
        await using (var officer = await SitDownAsync("/yeni/mektup"))
        {
            await Expect(officer.Page.Locator("#metin")).ToHaveAttributeAsync("contenteditable", "true");
            await officer.Page.Locator("#metin").ClickAsync();
            await officer.Page.Keyboard.InsertTextAsync(words);
            await Expect(officer.Page.Locator(".desk-form[data-state=saved]")).ToBeVisibleAsync();
            await LoseAsync(officer.Page);
            await officer.Page.Keyboard.InsertTextAsync(" Yarım kalan cüm");
            await Expect(officer.Page.Locator(".desk-form[data-state=failed]")).ToBeVisibleAsync();
        }

        await _program.Bimer.RestartAsync();

        await using var again = await SitDownAsync("/yeni/mektup");
        await Expect(again.Page.Locator("#metin")).ToHaveTextAsync(words);
    }

    [Fact]
    public async Task Whoever_types_without_a_pause_loses_two_seconds_at_most()
    {
        await using var somebody = await Chromium.NewPersonAsync();
        await somebody.Page.GotoAsync(_program.Bimer.Url + "/giris");

        (await somebody.Page.EvaluateAsync<int>(LongestUnsent)).Should().BeInRange(1, 2_000);
    }

    private async Task<Person> SitDownAsync(string path)
    {
        var person = await Chromium.NewPersonAsync();
        person.Expecting("console:");   // a browser reports every refused connection
        await person.Page.GotoAsync($"{_program.Bimer.Url}/giris?donus={Uri.EscapeDataString(path)}");
        await person.Page.GetByLabel("T.C. kimlik numaranız").FillAsync(BulkStaffing.NationalIdOf(BulkBox.Person(Rows)));
        await person.Page.GetByLabel("Şifreniz").FillAsync(DemoStaff.Password);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Giriş yap" }).ClickAsync();
        await AnActingOffice.LiveAsync(person.Page);
        return person;
    }

    private static async Task WriteAsync(IPage page, string words)
    {
        await page.Locator("[data-row]").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cevapla", Exact = true }).ClickAsync();
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await page.Locator("#letter").ClickAsync();
        await page.Keyboard.InsertTextAsync(words);
        await Expect(page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
    }

    /// <summary>The hold of the person's next case in a window of its own, its first field under the keys.</summary>
    private async Task<IPage> NoteOfAnotherAsync(Person officer)
    {
        var page = await officer.Page.Context.NewPageAsync();
        await page.GotoAsync(_program.Bimer.Url + "/kutu/gelen");
        var number = Number().Match((await page.Locator("[data-row]").Nth(1).GetAttributeAsync("href"))!).Value;
        await page.GotoAsync($"{_program.Bimer.Url}/evrak/{number}/beklet");
        await AnActingOffice.LiveAsync(page);
        await page.Locator("#explanation").ClickAsync();
        return page;
    }

    private async Task LoseAsync(params IPage[] pages)
    {
        foreach (var page in pages) await page.EvaluateAsync("() => { window.isOld = true; }");
        await _program.Bimer.Kill9Async();
        foreach (var page in pages)
        {
            await Expect(page.Locator(Bar)).ToBeVisibleAsync();
            await Expect(page.Locator(Bar)).ToContainTextAsync("Bağlantı koptu, yeniden deneniyor. Yazdıklarınız ekranda duruyor.");
        }
    }

    [GeneratedRegex(@"\d{4}-\d{7}-\d", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    private static async Task IsNewAndLiveAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => !window.isOld && document.querySelector('#live')?.dataset.live === 'on'", null, new() { Timeout = 90_000 });
    }

    /// <summary>The same for all: each test kills it and has it back before it ends, and none minds what the others left in other boxes.</summary>
    public sealed class OneProgram : IAsyncLifetime
    {
        internal AKillableProgram Program { get; private set; } = null!;

        public async Task InitializeAsync() => Program = await AKillableProgram.StartAsync(Kind.Sqlite, cases: 100);

        public async Task DisposeAsync() => await Program.DisposeAsync();
    }
}
