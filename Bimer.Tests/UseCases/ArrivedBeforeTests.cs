using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Describing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases.Holidays;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bimer.Tests.UseCases.ArrivalTests;

namespace Bimer.Tests.UseCases;

/// <summary>A request that lay with the other institution before, of which the day is known or not (4982 m.7).</summary>
public sealed class ArrivedBeforeTests
{
    private static readonly DateOnly Due = new(2026, 3, 24);

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Sent_on_before_days_were_kept_it_does_not_arrive_by_being_passed_on_inside(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (story, ankara) = (await BeginAsync(office), office.Unit("Ankara Valiliği"));
        var atAnkara = await office.HireAsync(52, OfficerRole.CaseOfficer, ankara);
        await SendAsync(story, story.Part, ankara);
        await using (var db = await office.DbAsync())
        {
            await db.Routings.ExecuteUpdateAsync(row => row.SetProperty(r => r.ArrivedOn, (DateOnly?)null));
            await db.Cases.ExecuteUpdateAsync(row => row.SetProperty(c => c.Ledger, story.Case.Ledger).SetProperty(c => c.LegalDueOn, (DateOnly?)null));
        }

        office.Clock.Pass(TimeSpan.FromDays(10));
        var there = (await NowAsync(story)).Routings[1].Id;
        await office.OpenAsync(atAnkara, there);
        (await office.ForwardAsync(atAnkara, there, null, ReplyStories.Line(office.Unit("Ankara İl Sağlık Müdürlüğü")))).Should().Be(Outcome.Accepted);

        var now = await NowAsync(story);
        (now.DueOn, now.LegalDueOn, now.Routings[^1].ArrivedOn, DeadlineLedger.TellsArrival(now.Ledger)).Should().Be((Due, null, null, false), "what lay there before keeps its one clock");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Given_back_by_one_unit_and_sent_to_another_of_the_same_institution_it_came_there_the_first_time(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (story, ankara) = (await BeginAsync(office), office.Unit("Ankara Valiliği"));
        var atAnkara = await office.HireAsync(52, OfficerRole.CaseOfficer, ankara);
        office.Clock.Pass(TimeSpan.FromDays(1));
        await SendAsync(story, story.Part, ankara);
        var sent = (await NowAsync(story)).Routings[1].Id;
        await office.OpenAsync(atAnkara, sent);
        (await office.ReturnAsync(atAnkara, sent)).Should().Be(Outcome.Accepted);

        office.Clock.Pass(TimeSpan.FromDays(13));
        await SendAsync(story, (await NowAsync(story)).Routings.First(r => r.IsOpen).Id, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        (await NowAsync(story)).Routings[^1].ArrivedOn.Should().Be(new DateOnly(2026, 3, 3), "the law asks when the institution got it");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_form_foretells_of_a_petition_that_was_sent_on_is_what_becoming_a_request_makes_of_it(Kind kind)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");   // flows with this test alone
        await using var office = await Office.OpenAsync(kind);
        var (centre, ministry) = (office.Services.GetRequiredService<UnitDirectory>().Centre.Id, office.Unit("Sağlık Bakanlığı"));
        var (officer, atMinistry) = (await office.HireAsync(50, OfficerRole.CaseOfficer, centre), await office.HireAsync(51, OfficerRole.CaseOfficer, ministry));
        var filed = await office.ReceivedAsync(new DateOnly(2026, 3, 2), CaseKind.Request, centre);
        await office.OpenAsync(officer, filed.Routings[0].Id);
        office.Clock.Pass(TimeSpan.FromDays(3));
        (await office.ForwardAsync(officer, filed.Routings[0].Id, null, ReplyStories.Line(ministry))).Should().Be(Outcome.Accepted);
        var part = RoutingId.Of(filed.Id, 2);
        await office.OpenAsync(atMinistry, part);

        var foretold = Words(office, await HeadAsync(office, atMinistry, filed.Id));
        (await office.Handler<DescribeCaseHandler>(atMinistry).HandleAsync(
            new DescribeCase(OfficeStories.NewCommand(), part, new(CaseKind.Request, CaseKind.InformationRequest), default, TopicChange.None), CancellationToken.None)).Should().Be(Outcome.Accepted);

        foretold.Should().EndWith("(yasal son gün 27.03.2026)").And.Be(Words(office, await HeadAsync(office, atMinistry, filed.Id)));
    }

    private static async Task<CaseHead> HeadAsync(Office office, Actor reader, CaseId id) =>
        (await office.For<CaseQuery>(reader).ReadAsync(new CaseNumber(id).ToString(), CancellationToken.None))!.Head;

    private static string Words(Office office, CaseHead head)
    {
        using var house = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue()).AddSingleton<CaseClock>().BuildServiceProvider();
        return house.GetRequiredService<CaseClock>().DeadlineOf(CaseKind.InformationRequest, head, office.Clock.GetUtcNow()).Words;
    }
}
