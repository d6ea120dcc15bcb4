using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Own;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The path of a case as its applicant reads it, where its law was corrected.</summary>
public sealed class OwnPathTests
{
    private static readonly DateTimeOffset _filed = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly _ofReceipt = new(2026, 3, 24), _ofLaw = new(2026, 3, 27);

    public OwnPathTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public void Whoever_is_told_of_another_law_is_told_one_last_day()
    {
        Path(null, _ofReceipt).Should().Contain("alındığı günden sayılır; son gün 24 Mart 2026");
        var sentOn = Path(new DateOnly(2026, 3, 5), _ofLaw);

        sentOn.Should().Contain("4982 sayılı Bilgi Edinme Kanunu").And.Contain("27 Mart 2026");
        sentOn.Should().NotContain("24 Mart 2026", "that is the day of the receipt, by which only the centre watches");
    }

    private static string Path(DateOnly? arrived, DateOnly due)
    {
        using var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton<DeadlineClock>().AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue()).AddSingleton<TimeProvider>(new TestClock());
        var change = new KindChange(new(CaseKind.Request, CaseKind.InformationRequest), new DateOnly(2026, 4, 1), _ofReceipt);
        var own = new OwnCaseDetail("2026-0000001-1", CaseKind.InformationRequest, _filed, due, IstanbulTime.EndOf(due), IsClosed: false, IsOpened: true, ["Sağlık Bakanlığı"], [], new OwnPetition("Bilgi istiyorum.", IsHidden: false, []), [])
        {
            Corrections = [new OwnCorrection(change, _filed.AddHours(3))],
            ArrivedOn = arrived,
        };
        return browser.Render<OwnCaseView>(view => view.Add(v => v.Case, own)).Find(".path").TextContent;
    }
}
