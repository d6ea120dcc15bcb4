using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Home;
using Bimer.Domain.Cases;
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
        ages["UnitInbox"].Should().Be(new BoxAge(oldest.ReceivedOn, new NearestDue(CaseKind.Complaint, oldest.DueOn, oldest.DueEndsAt)));
        ages["MyInbox"].Should().Be(new BoxAge(request.ReceivedOn, new NearestDue(CaseKind.InformationRequest, request.DueOn, request.DueEndsAt)));

        await office.OpenAsync(ayse, oldest.Routings[0].Id);
        await office.AnswerAsync(ayse, oldest.Routings[0].Id, new Signatory(hakan.UserId, ankara));
        ages = await office.For<BoxAgesQuery>(ayse).ReadAsync(CancellationToken.None);
        (ages["UnitInbox"].OldestOn, ages["Submitted"].OldestOn).Should().Be((youngest.ReceivedOn, oldest.ReceivedOn));
        (await office.For<BoxAgesQuery>(hakan).ReadAsync(CancellationToken.None)).Should().ContainSingle().Which.Should()
            .Be(new KeyValuePair<string, BoxAge>("Approvals", new BoxAge(oldest.ReceivedOn, new NearestDue(CaseKind.Complaint, oldest.DueOn, oldest.DueEndsAt))));
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
