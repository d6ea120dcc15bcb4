using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Workspace.Settings;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Settings;

/// <summary>How wide somebody reads is theirs alone and there again on the next device.</summary>
public sealed class CaseShareTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Where_one_person_put_the_border_is_kept_within_bounds_and_is_nobody_elses(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var (zeynep, mehmet) = (office.For<CaseShare>(await office.HireAsync(1, OfficerRole.CaseOfficer, health)), office.For<CaseShare>(await office.HireAsync(2, OfficerRole.CaseOfficer, health)));

        (await zeynep.ReadAsync(default)).Should().BeNull("the usual share is the style's own");
        foreach (var (put, kept) in new (int?, int?)[] { (47, 47), (3, 35), (int.MaxValue, 65), (null, null), (40, 40) })
        {
            (await zeynep.KeepAsync(put, default)).IsAccepted.Should().BeTrue();
            (await zeynep.ReadAsync(default)).Should().Be(kept);
        }

        (await mehmet.ReadAsync(default)).Should().BeNull();
    }

    [Fact]
    public async Task What_another_edition_wrote_breaks_nothing()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        await using (var db = await office.DbAsync())
        {
            db.Add(new OfficerPreference { Officer = zeynep.UserId, Key = "case-share", Value = "{}" });
            await db.SaveChangesAsync();
        }

        (await office.For<CaseShare>(zeynep).ReadAsync(default)).Should().BeNull();
    }
}
