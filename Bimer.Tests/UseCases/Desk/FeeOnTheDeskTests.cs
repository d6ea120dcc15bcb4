using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Home;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>Desk, ages, units below and search tell that a fee is awaited (4982 m.10, m.11); the words of it, and of the law's own day (m.7), are made in one place.</summary>
public sealed class FeeOnTheDeskTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Desk_ages_units_below_and_search_all_tell_that_a_fee_is_awaited(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var coordinator = await answers.Office.HireAsync(8, OfficerRole.Coordinator, answers.Unit);
        var part = await answers.RequestedAsync();
        (await answers.SendNoticeAsync(part, FeeNotice.CodeOf(12.50m), FeeNotice.Words("84 sayfa", "Vezne"))).Should().Be(Outcome.Accepted);
        (await answers.SignNoticeAsync(part)).Should().Be(Outcome.Accepted);
        var awaited = (await answers.CaseAsync(part)).Time;
        awaited.AwaitsFee.Should().BeTrue();

        var desk = (await answers.Office.For<OverviewQuery>(answers.Writer).ReadAsync(default))!;
        desk.Due.Should().ContainSingle().Which.Time.Should().Be(awaited);
        (await answers.Office.For<BoxAgesQuery>(answers.Writer).ReadAsync(default))["MyInbox"].Nearest.Should().Be(awaited);
        var below = (await answers.Office.For<BelowOverviewQuery>(coordinator).ReadAsync(CancellationToken.None))!;
        below.Urgent.Should().ContainSingle().Which.Time.Should().Be(awaited);
        below.Age!.Nearest.Should().Be(awaited);
        var number = new CaseNumber(part.CaseId).ToString();
        (await answers.Office.SearchAsync(answers.Writer, number)).Rows.Should().ContainSingle().Which.Hit.Time.Should().Be(awaited);
    }

    [Fact]
    public async Task One_place_makes_the_words_of_all_of_them()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");   // flows with this test alone
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue()).AddSingleton<TimeProvider>(office.Clock).AddSingleton<DeadlineClock>();
        await using var house = services.BuildServiceProvider();
        var clock = house.GetRequiredService<DeadlineClock>();
        var (due, ends) = (new DateOnly(2026, 3, 5), IstanbulTime.EndOf(new DateOnly(2026, 3, 5)));

        clock.Of(new CaseTime(LegalBasis.InformationAct, due, ends, AwaitsFee: true, null)).Words.Should().Contain("Ücret bekleniyor");
        var told = clock.Of(new CaseTime(LegalBasis.InformationAct, due, ends, AwaitsFee: false, new DateOnly(2026, 3, 27)));
        told.Words.Should().Be("3 iş günü kaldı (yasal son gün 27.03.2026)");
        told.Tone.Should().Be(Blazor.Shell.Parts.Tone.Near, "the centre's clock gives the colour");
        told.Detail.Should().Contain("27.03.2026 Cuma").And.Contain("4982 m.7");
        clock.Of(new CaseTime(LegalBasis.InformationAct, due, ends, AwaitsFee: false, new DateOnly(2026, 3, 27)), ends.AddDays(4)).Words.Should().StartWith("süresi").And.EndWith("(yasal son gün 27.03.2026)");
    }
}
