using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The eye beside a masked name (göz simgesi, S26).</summary>
public sealed class ApplicantCardTests
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_eye_pressed_twice_in_one_moment_is_recorded_as_one_look()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var sheet = await story.Office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None);
        var reader = new AHeldBackReader(story.Writer);
        await using var browser = BrowserOf(story.Office, reader);
        var card = browser.Render<ApplicantCard>(parameters => parameters.Add(p => p.Sheet, sheet!));

        var held = reader.HoldAsks();
        var eye = card.Find("button");
        var pressed = Task.WhenAll(eye.ClickAsync(new()), eye.ClickAsync(new()));
        held.SetResult();
        await pressed.WaitAsync(_atMost);

        await using var db = await story.Office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "identity.revealed")).Should().Be(1);
    }

    private static BunitContext BrowserOf(Office office, AHeldBackReader reader)
    {
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(new PlaceDirectory([])).AddSingleton(new RevealWindow(office.Clock))
            .AddSingleton(AScreen.Refusals(office)).AddSingleton(ActivatorUtilities.CreateInstance<RevealIdentityHandler>(office.Services, reader));
        return browser;
    }
}
