using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>Bilgilerimi kimler görüntüledi? (S26): what is recorded before it is shown is told to whom it belongs.</summary>
public sealed class SeenByTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Who_opened_ones_identity_and_who_looked_for_one_is_told_by_office_and_hour(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = new Citizen(office);
        var number = await TrackingTests.FiledAsync(citizen);
        (await TrackingTests.ReadAsync(citizen, number))!.SeenBy.Should().BeEmpty();
        Routing filed;
        await using (var db = await office.DbAsync()) filed = await db.Routings.AsNoTracking().SingleAsync();
        var (part, unit) = (filed.Id, filed.To);
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        await office.OpenAsync(ayse, part);

        office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await office.For<EarlierCasesHandler>(ayse).HandleAsync(new FindEarlierCases(OfficeStories.NewCommand(), part.CaseId), CancellationToken.None)).IsAccepted.Should().BeTrue();
        office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await office.For<RevealIdentityHandler>(ayse).HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), part.CaseId), CancellationToken.None)).IsAccepted.Should().BeTrue();

        var (now, name) = (office.Clock.GetUtcNow(), office.Services.GetRequiredService<UnitDirectory>().NameOf(unit));
        (await TrackingTests.ReadAsync(citizen, number))!.SeenBy.Should().Equal(new OwnSighting(now, name, IsSearch: false), new OwnSighting(now.AddMinutes(-1), name, IsSearch: true));
    }
}
