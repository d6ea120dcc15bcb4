using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Following;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>Each tile of the desk tells the oldest and the nearest of its box (S19).</summary>
public sealed class BoxAgesTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_box_tells_its_oldest_petition_and_the_nearest_day_whatever_the_law(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ankara = office.Unit("Ankara Valiliği");
        var (ayse, hakan) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.Approver, ankara));
        var request = await office.FileAsync(ankara, CaseKind.InformationRequest);
        office.Clock.Pass(TimeSpan.FromDays(1));
        var oldest = await office.FileAsync(ankara, CaseKind.Complaint);
        office.Clock.Pass(TimeSpan.FromDays(1));
        var youngest = await office.FileAsync(ankara, CaseKind.Complaint);
        await office.OpenAsync(ayse, request.Routings[0].Id);

        var ages = await office.For<BoxAgesQuery>(ayse).ReadAsync(CancellationToken.None);
        ages.Keys.Should().BeEquivalentTo("UnitInbox", "MyInbox");
        ages["UnitInbox"].Should().Be(new BoxAge(oldest.ReceivedOn, oldest.Time));
        ages["MyInbox"].Should().Be(new BoxAge(request.ReceivedOn, request.Time));

        await office.OpenAsync(ayse, oldest.Routings[0].Id);
        await office.AnswerAsync(ayse, oldest.Routings[0].Id, new Signatory(hakan.UserId, ankara));
        ages = await office.For<BoxAgesQuery>(ayse).ReadAsync(CancellationToken.None);
        (ages["UnitInbox"].OldestOn, ages["Submitted"].OldestOn).Should().Be((youngest.ReceivedOn, oldest.ReceivedOn));
        (await office.For<BoxAgesQuery>(hakan).ReadAsync(CancellationToken.None)).Should().ContainSingle().Which.Should()
            .Be(new KeyValuePair<string, BoxAge>("Approvals", new BoxAge(oldest.ReceivedOn, oldest.Time)));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_settled_or_followed_is_as_old_as_what_its_citizen_still_waits_for(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var (first, second) = (await SendAndFollowAsync(office, ayse), await SendAndFollowAsync(office, ayse));

        var ages = await AgesAsync(office, ayse);
        ages.Keys.Should().BeEquivalentTo("Forwarded", "Followed");
        ages["Forwarded"].Should().Be(new BoxAge(first.ReceivedOn, DueOf(first)));
        ages["Followed"].Should().Be(new BoxAge(first.ReceivedOn, DueOf(first)) { Watched = (first.Id, first.Id) });

        await CloseAsync(office, first);
        (await AgesAsync(office, ayse))["Forwarded"].Should().Be(new BoxAge(second.ReceivedOn, DueOf(second)), "whoever was answered waits no longer");
        await CloseAsync(office, second);
        (await AgesAsync(office, ayse)).Should().BeEmpty("all of them are settled");
        (await office.For<CountersQuery>(ayse).ReadAsync(CancellationToken.None)).Should().BeEquivalentTo(new { Forwarded = 2, Followed = 2 });
    }

    private static Task<IReadOnlyDictionary<string, BoxAge>> AgesAsync(Office office, Actor who) => office.For<BoxAgesQuery>(who).ReadAsync(CancellationToken.None);

    private static CaseTime DueOf(CaseFile caseFile) => caseFile.Time;

    /// <summary>Received, sent to the health directorate and watched, a day before the next.</summary>
    private static async Task<CaseFile> SendAndFollowAsync(Office office, Actor who)
    {
        var sent = await office.FileAsync(office.Unit("Ankara Valiliği"));
        await office.OpenAsync(who, sent.Routings[0].Id);
        await office.Handler<FollowCaseHandler>(who).HandleAsync(new FollowCase(OfficeStories.NewCommand(), sent.Id, For: null), CancellationToken.None);
        (await office.ForwardAsync(who, sent.Routings[0].Id, null, ReplyStories.Line(office.Unit("Ankara İl Sağlık Müdürlüğü")))).Should().Be(Outcome.Accepted);
        office.Clock.Pass(TimeSpan.FromDays(1));
        return sent;
    }

    private static async Task CloseAsync(Office office, CaseFile sent)
    {
        var (health, part) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), RoutingId.Of(sent.Id, 2));
        var (zeynep, kemal) = (await office.HireAsync((int)(sent.Id.Value % 1_000_000) + 10, OfficerRole.CaseOfficer, health), await office.HireAsync((int)(sent.Id.Value % 1_000_000) + 40, OfficerRole.Approver, health));
        await office.OpenAsync(zeynep, part);
        await office.AnswerAsync(zeynep, part, new Signatory(kemal.UserId, health));
        (await office.DecideAsync(kemal, part, approve: true)).Should().Be(Outcome.Accepted);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_came_for_information_ages_and_is_nobodys_lateness(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (ayse, zeynep) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        var part = (await office.FileAsync(ankara)).Routings[0];
        await office.OpenAsync(ayse, part.Id);
        await office.ForwardAsync(ayse, part.Id, null, ReplyStories.Line(office.Unit("BİMER Merkezi")), ReplyStories.Line(health) with { Purpose = RoutingPurpose.Information });

        (await office.For<BoxAgesQuery>(zeynep).ReadAsync(CancellationToken.None))["UnitInbox"].Nearest.Should().BeNull();
    }
}
