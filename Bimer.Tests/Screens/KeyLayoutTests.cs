using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>
/// Every shortcut answers to the letter that is typed, wherever a keyboard has it: Türkçe Q, Türkçe F and the American one, with Caps Lock
/// or without. The script is the product's own, the page around it the smallest that has something for each shortcut to do.
/// </summary>
public sealed class KeyLayoutTests
{
    private static readonly CultureInfo _turkish = CultureInfo.GetCultureInfo("tr-TR");

    // Which key of the board gives which character, row by row from the one under the digits.
    private static readonly string[] _board =
    [
        "KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight", "KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash",
        "KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash",
    ];

    private static readonly Dictionary<string, (string[] Letters, string Slash, string Question)> _layouts = new(StringComparer.Ordinal)
    {
        ["Q"] = (["qwertyuıopğü", "asdfghjklşi,", "zxcvbnmöç."], "Shift+Digit7", "Shift+Minus"),
        ["F"] = (["fgğıodrnhpqw", "uieaütkmlyşx", "jövcçzsb.,"], "Minus", "Shift+Minus"),
        ["US"] = (["qwertyuiop[]", "asdfghjkl;'\\", "zxcvbnm,./"], "Slash", "Shift+Slash"),
    };

    [Theory]
    [InlineData("Q", false)]
    [InlineData("Q", true)]
    [InlineData("F", false)]
    [InlineData("F", true)]
    [InlineData("US", true)]
    public async Task Every_shortcut_answers_to_its_letter_wherever_the_keyboard_has_it(string layout, bool capsLock)
    {
        await using var person = await Chromium.NewPersonAsync();
        var page = await OpenAsync(person.Page);
        var rows = KeyTable.Rows.Where(r => r.Act is not null || r.Go is not null).ToList();

        foreach (var row in rows)
        {
            var strokes = row.Keys.Split(' ').Select(key => StrokeOf(key, layout, capsLock)).ToList();
            (await page.EvaluateAsync<string>("strokes => press(strokes)", strokes)).Should().Be(Answer(row), "of {0} on {1}, Caps Lock {2}", row.Keys, layout, capsLock);
        }
    }

    [Fact]
    public async Task A_letter_of_its_own_is_no_other_and_where_somebody_types_nothing_happens()
    {
        await using var person = await Chromium.NewPersonAsync();
        var page = await OpenAsync(person.Page);
        object[] none = [new { key = "ş", code = "Semicolon" }, new { key = "ç", code = "Period" }, new { key = "C", code = "KeyC", shiftKey = true }, new { key = "c", code = "KeyC", altKey = true }];

        foreach (var stroke in none) (await page.EvaluateAsync<string>("strokes => press(strokes)", new[] { stroke })).Should().BeEmpty();
        await page.Locator("textarea").FocusAsync();
        (await page.EvaluateAsync<string>("strokes => press(strokes, document.activeElement)", new[] { new { key = "c", code = "KeyV" } })).Should().BeEmpty();
        (await page.EvaluateAsync<string>("strokes => press(strokes, document.activeElement)", new[] { new { key = "k", code = "KeyJ", ctrlKey = true } })).Should().Be("palette");
    }

    [Fact]
    public async Task Escape_out_of_an_act_over_many_leaves_the_choice_alone()
    {
        await using var person = await Chromium.NewPersonAsync();
        var page = await OpenAsync(person.Page);
        const string Within = "where => { document.body.insertAdjacentHTML('beforeend', where); return press([{ key: 'Escape', code: 'Escape' }], document.body.lastElementChild.querySelector('button')); }";

        (await page.EvaluateAsync<string>(Within, "<section><button>a</button></section>")).Should().Be("pick-end");
        (await page.EvaluateAsync<string>(Within, "<section class='bulk'><button>a</button></section>")).Should().BeEmpty();
    }

    /// <summary>What stands there notes what was clicked instead of doing it.</summary>
    private static async Task<IPage> OpenAsync(IPage page)
    {
        var acts = string.Concat(KeyTable.Rows.Select(r => r.Act).OfType<string>().Distinct(StringComparer.Ordinal).Select(act => $"<button data-act='{act}'>{act}</button>"));
        var boxes = string.Concat(KeyTable.Rows.Select(r => r.Go).OfType<string>().Select(go => $"<a href='{go}'>{go}</a>"));
        var html = $$"""
            <!doctype html><html lang="tr"><head><title>Tuşlar</title><link rel="icon" href="data:,"></head><body>
            <nav id="menu">{{boxes}}</nav>{{acts}}<textarea aria-label="Metin"></textarea>
            <a data-row href="#1">previous</a><a data-row href="#2">here</a><a data-row href="#3">next</a>
            <span id="key-table" data-rows='{{KeyTable.Json(KeyChoice.Usual)}}'></span>
            <script>{{await File.ReadAllTextAsync(Repository.At("wwwroot-assets/js/keys.js"))}}</script>
            <script>
              let done;
              document.addEventListener('click', e => { const hit = e.target.closest('[data-act], a'); done = hit?.dataset.act ?? hit?.getAttribute('href'); e.preventDefault(); });
              const press = (strokes, at) => {
                done = '';
                const here = at ?? document.querySelectorAll('[data-row]')[1];
                here.focus();
                for (const stroke of strokes) here.dispatchEvent(new KeyboardEvent('keydown', { ...stroke, bubbles: true, cancelable: true }));
                return done || (document.activeElement === here ? '' : document.activeElement.textContent);
              };
            </script></body></html>
            """;
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
        await page.GotoAsync("http://127.0.0.1/");
        return page;
    }

    // Before there are boxes to tick both press the button that brings them.
    private static string Answer(KeyRow row) => row.Act is "pick-range" ? "pick" : row.Act ?? row.Go!;

    private static object StrokeOf(string name, string layout, bool capsLock)
    {
        var ctrl = name.StartsWith("Ctrl+", StringComparison.Ordinal);
        var key = ctrl ? name[5..] : name;
        if (key is "Shift+Enter") return new { key = "Enter", code = "Enter", ctrlKey = ctrl, shiftKey = true };
        if (key.Length > 1) return new { key, code = key, ctrlKey = ctrl };
        var place = PlaceOf(key, layout);
        var shift = place.StartsWith("Shift+", StringComparison.Ordinal) || char.IsUpper(key[0]);
        return new { key = capsLock ? Capital(key, layout, shift) : key, code = place.Replace("Shift+", "", StringComparison.Ordinal), ctrlKey = ctrl, shiftKey = shift };
    }

    /// <summary>Caps Lock makes a capital in the language of the layout, and Shift takes it back.</summary>
    private static string Capital(string key, string layout, bool shift)
    {
        var culture = layout is "US" ? CultureInfo.InvariantCulture : _turkish;
        return shift ? key.ToLower(culture) : key.ToUpper(culture);
    }

    private static string PlaceOf(string key, string layout)
    {
        var (letters, slash, question) = _layouts[layout];
        if (key is "/") return slash;
        if (key is "?") return question;
        var row = Array.FindIndex(letters, l => l.Contains(char.ToLowerInvariant(key[0]), StringComparison.Ordinal));
        return _board[row].Split(' ')[letters[row].IndexOf(char.ToLowerInvariant(key[0]), StringComparison.Ordinal)];
    }
}
