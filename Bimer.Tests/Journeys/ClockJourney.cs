using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>The legal time of a case opened by a click or a key: every day of it, coloured and in words, on a desk, a phone and paper.</summary>
public sealed class ClockJourney : IAsyncLifetime
{
    private readonly List<Person> _people = [];
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_key_opens_the_ledger_of_days_and_Escape_gives_the_page_back()
    {
        var page = await OpenAsync(await _office.SitDownAsync(_office.Writer, await PathAsync(CaseKind.InformationRequest)));
        await page.Keyboard.PressAsync("y");

        var ledger = page.Locator("dialog.ledger[open]");
        await Expect(ledger).ToContainTextAsync("4982 m.11: on beş iş günü sayılır.");
        await Expect(ledger.Locator(".ledger-days li").Last).ToContainTextAsync("15. iş günü");
        (await ledger.Locator(".leaves i.end").CountAsync()).Should().Be(1);
        await Axe.FindNothingAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(ledger).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("y");
        await Expect(ledger).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_in_the_dark_the_badge_opens_it_and_nothing_is_wider_than_the_screen()
    {
        var page = await OpenAsync(await _office.SitDownAsync(_office.Writer, await PathAsync(CaseKind.Complaint), new ViewportSize { Width = 360, Height = 740 }, ColorScheme.Dark));
        await page.Locator(".clock-open:visible").First.ClickAsync();

        await Expect(page.Locator("dialog.ledger[open]")).ToContainTextAsync("3071 m.7: otuz takvim günü sayılır.");
        (await page.EvaluateAsync<bool>("(() => { const d = document.querySelector('dialog.ledger'); return d.scrollWidth <= d.clientWidth && d.querySelector('.dialog-body').scrollWidth <= d.clientWidth; })()")).Should().BeTrue();
        await Axe.FindNothingAsync(page);
    }

    [Fact]
    public async Task On_paper_the_open_ledger_stands_alone()
    {
        var page = await OpenAsync(await _office.SitDownAsync(_office.Writer, await PathAsync(CaseKind.Complaint)));
        await page.Keyboard.PressAsync("y");
        await Expect(page.Locator("dialog.ledger[open]")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator(".ledger-days li").Last).ToBeVisibleAsync();
        await Expect(page.Locator(".case-head h1")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-prints]")).ToBeHiddenAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var person in _people) await person.DisposeAsync();
        await _office.DisposeAsync();
    }

    private async Task<string> PathAsync(CaseKind kind) => "/evrak/" + AnActingOffice.Number(await _office.HeldCaseAsync(kind));

    private async Task<IPage> OpenAsync(Person person)
    {
        _people.Add(person);
        await Expect(person.Page.Locator("[data-act=clock]")).ToBeVisibleAsync();
        return person.Page;
    }
}
