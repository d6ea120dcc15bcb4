using Bimer.Blazor.Workspace;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The units somebody sends to again and again stay theirs, on the server (S37).</summary>
public sealed class UnitMemoryTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Stars_and_the_last_used_are_each_persons_own_and_the_newest_used_stands_first(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var (ayse, veli) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.CaseOfficer, unit));
        var (health, police, izmir) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Ankara İl Emniyet Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var memory = office.For<UnitMemory>(ayse);

        await memory.StarAsync(health, isStarred: true, CancellationToken.None);
        await memory.StarAsync(izmir, isStarred: true, CancellationToken.None);
        await memory.StarAsync(health, isStarred: false, CancellationToken.None);
        await memory.UsedAsync([health, police], CancellationToken.None);
        await memory.UsedAsync([izmir, health], CancellationToken.None);

        (await office.For<UnitMemory>(ayse).ReadAsync(CancellationToken.None)).Should().BeEquivalentTo(new KeptUnits([izmir], [izmir, health, police]), o => o.WithStrictOrdering());
        (await office.For<UnitMemory>(veli).ReadAsync(CancellationToken.None)).Should().BeEquivalentTo(KeptUnits.None);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Neither_list_grows_without_end_and_what_another_edition_wrote_is_not_read(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var memory = office.For<UnitMemory>(ayse);

        for (var id = 1; id <= UnitMemory.MostStars + 2; id++) await memory.StarAsync(new UnitId(id), isStarred: true, CancellationToken.None);
        await memory.UsedAsync([.. Enumerable.Range(1, 40).Select(id => new UnitId(id))], CancellationToken.None);
        var kept = await memory.ReadAsync(CancellationToken.None);
        await using (var db = await office.DbAsync())
        {
            (await db.OfficerPreferences.SingleAsync(p => p.Key == "unit-stars")).Value = "{\"a\":1}";
            await db.SaveChangesAsync();
        }

        kept.Stars.Should().HaveCount(UnitMemory.MostStars).And.NotContain(new UnitId(1)).And.EndWith(new UnitId(UnitMemory.MostStars + 2));
        kept.Recent.Should().HaveCount(UnitMemory.MostRecent);
        (await memory.ReadAsync(CancellationToken.None)).Stars.Should().BeEmpty();
    }
}
