using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Whoever let go of a case looks in their boxes for where it is: the unit, the approver, and since when.</summary>
public sealed class OnwardTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_forwarded_names_the_first_recipient_and_how_many_more_there_are(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (health, ministry, izmir) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Sağlık Bakanlığı"), office.Unit("İzmir Valiliği"));
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var (one, many) = (await HeldAsync(office, zeynep, health), await HeldAsync(office, zeynep, health));
        office.Clock.Pass(TimeSpan.FromHours(2));
        var sentAt = office.Clock.GetUtcNow();
        await office.ForwardAsync(zeynep, one, null, ReplyStories.Line(ministry));
        await office.ForwardAsync(zeynep, many, null, ReplyStories.Line(izmir), ReplyStories.Line(ministry, RoutingPurpose.Information), ReplyStories.Line(office.Unit("Ankara Valiliği")));
        office.Clock.Pass(TimeSpan.FromHours(2));

        var rows = await RowsAsync(office, zeynep, RoutingState.Forwarded);

        rows[one].Onward.Should().Be(new BoxOnward(ministry, 0, null, sentAt));
        rows[many].Onward.Should().Be(new BoxOnward(izmir, 2, null, sentAt));
        LineOf(office, Box.Forwarded, rows[many]).Should().MatchRegex($"Sevk: İzmir Valiliği ve 2 birim daha</b> · <span class=\"num\">{rows[many].Number}</span> · 02\\.03\\.2026 11\\.00 · ")
            .And.NotContain("Vatandaştan");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_names_who_was_asked_until_somebody_decided_and_then_who_did(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var (asked, other) = (await office.HireAsync(2, OfficerRole.Approver, health), await office.HireAsync(3, OfficerRole.Approver, health));
        var part = await HeldAsync(office, zeynep, health);
        var askedAt = office.Clock.Pass(TimeSpan.FromHours(1));
        (await office.AnswerAsync(zeynep, part, new Signatory(asked.UserId, health))).Should().Be(Outcome.Accepted);

        (await RowsAsync(office, zeynep, RoutingState.AwaitingApproval))[part].Onward.Should().Be(new BoxOnward(health, 0, "Ad2 Soyad", askedAt));

        var decidedAt = office.Clock.Pass(TimeSpan.FromHours(1));
        (await office.DecideAsync(other, part, approve: false)).Should().Be(Outcome.Accepted);
        (await RowsAsync(office, zeynep, RoutingState.InRevision))[part].Onward.Should().Be(new BoxOnward(health, 0, "Ad3 Soyad", decidedAt));

        (await office.SubmitAsync(zeynep, part, (await office.SaveAsync(zeynep, part, version: 0)).Value!.Version, new Signatory(asked.UserId, health))).Should().Be(Outcome.Accepted);
        (await office.DecideAsync(asked, part, approve: true)).Should().Be(Outcome.Accepted);
        var answered = (await RowsAsync(office, zeynep, RoutingState.Answered))[part];
        answered.Onward.Should().Be(new BoxOnward(health, 0, "Ad2 Soyad", decidedAt));
        LineOf(office, Box.Replied, answered).Should().MatchRegex($"Onaylayan: Ad2 Soyad</b> · <span class=\"num\">{answered.Number}</span> · .* · Ankara İl Sağlık Müdürlüğü · ");
    }

    [Fact]
    public async Task What_is_in_ones_own_hands_says_where_it_came_from()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var held = await HeldAsync(office, zeynep, health);

        var row = (await RowsAsync(office, zeynep, RoutingState.Held))[held];

        row.Onward.Should().BeNull();
        LineOf(office, Box.Mine, row).Should().Contain("Vatandaştan");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_settled_last_stands_first_whatever_its_law_and_its_day(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (health, ministry) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Sağlık Bakanlığı"));
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var older = await HeldAsync(office, zeynep, health);
        var information = await HeldAsync(office, zeynep, health, CaseKind.InformationRequest);
        office.Clock.Pass(TimeSpan.FromDays(3));
        var newer = await HeldAsync(office, zeynep, health);
        foreach (var part in (RoutingId[])[newer, older, information])
        {
            await office.ForwardAsync(zeynep, part, null, ReplyStories.Line(ministry));
            office.Clock.Pass(TimeSpan.FromHours(1));
        }

        var page = (await office.For<MyInboxQuery>(zeynep).ReadAsync(RoutingState.Forwarded, new BoxSlice(), CancellationToken.None))!;

        page.Rows.Select(r => r.Routing).Should().Equal(information, older, newer);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_taken_back_is_told_no_more_and_a_forward_of_which_nothing_is_left_lies_in_no_such_box(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (health, ministry, izmir) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Sağlık Bakanlığı"), office.Unit("İzmir Valiliği"));
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var part = await HeldAsync(office, zeynep, health);
        await office.ForwardAsync(zeynep, part, null, ReplyStories.Line(izmir), ReplyStories.Line(ministry, RoutingPurpose.Information));
        var sentAt = office.Clock.GetUtcNow();

        (await office.RecallAsync(zeynep, RoutingId.Of(part.CaseId, 2))).Should().Be(Outcome.Accepted);
        (await RowsAsync(office, zeynep, RoutingState.Forwarded))[part].Onward.Should().Be(new BoxOnward(ministry, 0, null, sentAt));
        (await RowsAsync(office, zeynep, RoutingState.Held)).Keys.Should().Equal(RoutingId.Of(part.CaseId, 4));

        (await office.RecallAsync(zeynep, RoutingId.Of(part.CaseId, 3))).Should().Be(Outcome.Accepted);
        (await RowsAsync(office, zeynep, RoutingState.Forwarded)).Should().BeEmpty("nothing of it went anywhere");
        (await RowsAsync(office, zeynep, RoutingState.Held)).Should().ContainSingle();
        (await office.For<CountersQuery>(zeynep).ReadAsync(CancellationToken.None))!.Forwarded.Should().Be(0);
        (await office.LegsAsync(part.CaseId))[0].Should().BeEquivalentTo(new { State = RoutingState.ForwardUndone, EndedAt = sentAt });
    }

    private static async Task<RoutingId> HeldAsync(Office office, Actor officer, UnitId unit, CaseKind kind = CaseKind.Complaint)
    {
        var part = (await office.FileAsync(unit, kind)).Routings[0].Id;
        (await office.OpenAsync(officer, part)).Should().Be(Outcome.Accepted);
        return part;
    }

    private static async Task<Dictionary<RoutingId, BoxRow>> RowsAsync(Office office, Actor actor, RoutingState state) =>
        (await office.For<MyInboxQuery>(actor).ReadAsync(state, new BoxSlice(), CancellationToken.None))!.Rows.ToDictionary(r => r.Routing);

    private static string LineOf(Office office, Box box, BoxRow row)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            var writer = ActivatorUtilities.CreateInstance<LineWriter>(new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>().BuildServiceProvider());
            using var lines = new BoxLines(writer, new UnitNames(office.Services.GetRequiredService<UnitDirectory>()), ACalendar.Shipped, new NearDue());
            return lines.Of(box, new BoxPage([row], HasMore: false, Total: 1, office.Clock.GetUtcNow())).Lines.Single().Look.Rendered.Value;
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
